-- office/0008-audit-areas
-- Formerly 0009.

-- How far the events of one capability go: whether a page made of its data is still true.
create index audit_event_capability on audit_event (capability, sequence);
