-- office/0003-audit
-- Formerly 0003.

-- Keys and the record of every change.

-- Keys that data are sealed with, themselves sealed under the master key, which is not in the database.
create table data_key (
  id bigint primary key,
  -- field, index, chain, token
  purpose text not null,
  wrapped bytea not null,
  made_at bigint not null,
  -- A retired key opens what it sealed and seals nothing more.
  retired_at bigint
);

-- One key for each subject whose personal data stand in events. To forget the subject is to destroy the key.
create table subject_key (
  subject text primary key,
  wrapped bytea not null,
  made_at bigint not null
);

-- Events, numbered on without a gap. Nothing in them is personal but for what is sealed.
create table audit_event (
  sequence bigint primary key,
  at bigint not null,
  -- account:12, program, visitor
  actor text not null,
  organization_id bigint,
  capability text not null,
  action text not null,
  -- account:12, organization:3
  subject text not null,
  -- Names of the fields that changed, as a JSON list.
  fields text not null,
  -- What else is to be known, as a JSON object.
  facts text not null,
  -- Values of personal fields, under the subject's key.
  sealed bytea,
  -- The hash of the event before.
  previous text not null,
  -- Of all that, under the data key.
  key_id bigint not null,
  hash text not null
);
create index audit_event_at on audit_event (at);
create index audit_event_subject on audit_event (subject, sequence);
create index audit_event_actor on audit_event (actor, sequence);

-- How far the events go: one row.
create table audit_head (
  id bigint primary key,
  sequence bigint not null,
  hash text not null,
  -- Over both, under the data key: the last events cannot be cut off unseen.
  seal text not null
);
