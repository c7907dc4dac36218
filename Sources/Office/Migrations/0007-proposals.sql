-- office/0007-proposals
-- Formerly 0008.

-- What two must agree on; what is known of guessing; what is still to be recorded.

-- What one administrator proposes and another decides.
create table proposal (
  id bigint primary key,
  -- role, link, leaving
  kind text not null,
  account_id bigint not null references account (id),
  -- Of an administrator, for a role.
  role text,
  -- What the link is for, and the hash of its token, for a link.
  purpose text,
  token text,
  -- Who takes over, and which roles as "role 12, role 13", for a leaving.
  successor_id bigint references account (id),
  grants text,
  proposed_by bigint not null references account (id),
  proposed_at bigint not null,
  decided_by bigint references account (id),
  decided_at bigint,
  -- confirmed, declined, replaced (by a newer one), lapsed (its ground is gone)
  decision text
);
create index proposal_open on proposal (decided_at);

-- account:12, program: who issued a link.
alter table one_time_link add column issued_by text;
-- 1 for a link that another administrator has still to confirm.
alter table one_time_link add column waiting bigint not null default 0;

create index sign_in_failure_last on sign_in_failure (last_at);
create index known_address_last on known_address (last_at);

-- What was done to the data as a whole without the keys at hand, until somebody with the keys records it.
create table unrecorded_event (
  id bigint primary key,
  at bigint not null,
  -- site.backedUp, site.restored, site.moved
  action text not null,
  -- Where a move came from.
  place text
);
