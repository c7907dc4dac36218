-- reports/0006-withdrawals
-- Formerly 0016.

-- Who withdrew a version; none for the program.
alter table report_version add column withdrawn_by bigint references account (id);
-- 1 where it was somebody whose right reaches further than the version's own organization: only such a one puts it back.
alter table report_version add column withdrawn_above bigint not null default 0;
