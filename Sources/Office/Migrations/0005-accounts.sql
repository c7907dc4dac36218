-- office/0005-accounts
-- Formerly 0005.

-- People who work at the desk.

create table account (
  id bigint primary key,
  -- The name to sign in with, as typed, and folded for look-ups.
  login text not null,
  login_key text not null unique,
  name text not null,
  -- Sealed.
  phone bytea,
  -- invited, active, left
  state text not null,
  -- scrypt$log2 rounds$block size$parallelism$salt$hash; none until the first link is used.
  password text,
  password_at bigint,
  -- Sealed secret of the second factor; none where it is not set up.
  totp bytea,
  -- The last step whose code was used: none is taken twice.
  totp_step bigint,
  made_at bigint not null,
  left_at bigint
);

create table account_role (
  account_id bigint not null references account (id),
  -- 0 for the administrators, who serve the whole site.
  organization_id bigint not null,
  role text not null,
  granted_at bigint not null,
  primary key (account_id, organization_id, role)
);
create index account_role_organization on account_role (organization_id);

-- Earlier passwords, so that none comes back at once.
create table password_history (
  account_id bigint not null references account (id),
  set_at bigint not null,
  password text not null,
  primary key (account_id, set_at)
);

create table desk_session (
  -- SHA-256 of the token in the cookie.
  token text primary key,
  id bigint not null unique,
  account_id bigint not null references account (id),
  made_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null,
  address text not null,
  agent text not null,
  ended_at bigint
);
create index desk_session_account on desk_session (account_id);

create table one_time_link (
  -- SHA-256 of the token in the address.
  token text primary key,
  -- Of the person that it is for; none for the first administrators, who make their accounts with it.
  account_id bigint references account (id),
  role text,
  -- first, password, secondFactor
  purpose text not null,
  made_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);

-- Failures to sign in, by name and address, so that a guesser slows down nobody else. Names are blinded: people type
-- passwords into the wrong field.
create table sign_in_failure (
  login text not null,
  address text not null,
  failures bigint not null,
  last_at bigint not null,
  primary key (login, address)
);
-- Addresses from which an account signed in before: a guesser elsewhere does not slow them down.
create table known_address (
  login text not null,
  address text not null,
  last_at bigint not null,
  primary key (login, address)
);
