-- Where two must agree, and what is known of guessing.

-- What one administrator proposes and another decides.
create table proposal (
  id bigint primary key,
  -- role, link, leaving
  kind text not null,
  account_id bigint not null references account (id),
  -- Of an administrator, for a role.
  role text,
  -- Who takes over, for a leaving.
  successor_id bigint references account (id),
  -- The hash of the link's token, for a link.
  token text,
  proposed_by bigint not null references account (id),
  proposed_at bigint not null,
  decided_by bigint references account (id),
  decided_at bigint,
  -- confirmed, declined
  decision text
);
create index proposal_open on proposal (decided_at);

-- account:12, program: who issued a link.
alter table one_time_link add column issued_by text;
-- 1 for a link that another administrator has still to confirm.
alter table one_time_link add column waiting bigint not null default 0;

create index sign_in_failure_last on sign_in_failure (last_at);
create index known_address_last on known_address (last_at);

-- What was done to the data without the keys at hand (a backup, a restoration, a move): the next start records it.
create table unrecorded_event (
  id bigint primary key,
  at bigint not null,
  action text not null,
  facts text not null
);
