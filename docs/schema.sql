-- The schema as all migrations together make it, printed by `gongkai docs schema`; a test compares it.
-- Do not edit: a change is a new migration in the folder Migrations of its capability.

-- office

CREATE TABLE counter (
  name text primary key,
  value bigint not null
);

CREATE TABLE organization (
  id bigint primary key,
  region text not null,
  key text not null,
  name text, parent_id bigint references organization (id), jurisdiction text, kind text, state text not null default 'unfiled', code text, successor_id bigint references organization (id), ended text, ended_basis text,
  unique (region, key)
);

CREATE UNIQUE INDEX organization_code on organization (code);

CREATE INDEX organization_parent on organization (parent_id);

CREATE TABLE blob (
  sha256 text primary key,
  size bigint not null,
  bytes bytea not null
);

CREATE TABLE data_key (
  id bigint primary key,
  -- field, index, chain, token
  purpose text not null,
  wrapped bytea not null,
  made_at bigint not null,
  -- A retired key opens what it sealed and seals nothing more.
  retired_at bigint
);

CREATE TABLE subject_key (
  subject text primary key,
  wrapped bytea not null,
  made_at bigint not null
);

CREATE TABLE audit_event (
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

CREATE INDEX audit_event_actor on audit_event (actor, sequence);

CREATE INDEX audit_event_at on audit_event (at);

CREATE INDEX audit_event_capability on audit_event (capability, sequence);

CREATE INDEX audit_event_subject on audit_event (subject, sequence);

CREATE TABLE audit_head (
  id bigint primary key,
  sequence bigint not null,
  hash text not null,
  -- Over both, under the data key: the last events cannot be cut off unseen.
  seal text not null
);

CREATE TABLE organization_contact (
  organization_id bigint primary key references organization (id),
  address text,
  postcode text,
  hours text,
  phone text,
  fax text,
  email text,
  website text,
  disclosure_office text,
  disclosure_office_phone text,
  disclosure_office_address text
);

CREATE TABLE organization_leader (
  organization_id bigint not null references organization (id),
  position bigint not null,
  name text not null,
  title text not null,
  duties text not null,
  primary key (organization_id, position)
);

CREATE TABLE organization_name (
  organization_id bigint not null references organization (id),
  number bigint not null,
  region text not null,
  name text not null,
  key text not null,
  -- ISO days; nothing where not known, or where it still bears the name.
  since text,
  until text,
  basis text,
  primary key (organization_id, number)
);

CREATE INDEX organization_name_key on organization_name (region, key);

CREATE TABLE account (
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

CREATE TABLE account_role (
  account_id bigint not null references account (id),
  -- 0 for the administrators, who serve the whole site.
  organization_id bigint not null,
  role text not null,
  granted_at bigint not null,
  primary key (account_id, organization_id, role)
);

CREATE INDEX account_role_organization on account_role (organization_id);

CREATE TABLE password_history (
  account_id bigint not null references account (id),
  set_at bigint not null,
  password text not null,
  primary key (account_id, set_at)
);

CREATE TABLE desk_session (
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
, waiting_totp bytea, waiting_totp_at bigint);

CREATE INDEX desk_session_account on desk_session (account_id);

CREATE TABLE one_time_link (
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
, issued_by text, waiting bigint not null default 0);

CREATE TABLE sign_in_failure (
  login text not null,
  address text not null,
  failures bigint not null,
  last_at bigint not null,
  primary key (login, address)
);

CREATE INDEX sign_in_failure_last on sign_in_failure (last_at);

CREATE TABLE known_address (
  login text not null,
  address text not null,
  last_at bigint not null,
  primary key (login, address)
);

CREATE INDEX known_address_last on known_address (last_at);

CREATE TABLE setting (
  name text primary key,
  -- JSON.
  value text not null,
  changed_at bigint not null
);

CREATE TABLE proposal (
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

CREATE INDEX proposal_open on proposal (decided_at);

CREATE TABLE unrecorded_event (
  id bigint primary key,
  at bigint not null,
  -- site.backedUp, site.restored, site.moved
  action text not null,
  -- Where a move came from.
  place text
);

CREATE TABLE job (
  id bigint primary key,
  -- The capability and what is done: reports.remind
  kind text not null,
  -- A JSON object: ids, and never personal data.
  payload text not null,
  made_at bigint not null,
  -- Not before this instant; later after each failure.
  due_at bigint not null,
  attempts bigint not null,
  -- Until when the worker that took it has it for itself; a worker that died leaves it to another.
  taken_until bigint,
  -- When it was given up, and why it failed last.
  failed_at bigint,
  error text
);

CREATE INDEX job_due on job (due_at, id) where failed_at is null;

-- reports

CREATE TABLE report (
  id bigint primary key,
  organization_id bigint not null references organization (id),
  year bigint,
  -- How many there are: the number of the newest one, too.
  versions bigint not null,
  unique (organization_id, year)
);

CREATE INDEX report_year on report (year);

CREATE TABLE "report_version" (
  id bigint primary key,
  report_id bigint not null references report (id),
  organization_id bigint not null references organization (id),
  number bigint not null,
  -- As printed.
  organization text,
  file_name text not null,
  format text not null,
  bytes bigint not null,
  sha256 text not null,
  imported_at bigint not null,
  -- The whole report as JSON: what pages show, with every origin, row state and remark.
  snapshot text not null,
  -- The version of which a row was placed to make this one; none for an import.
  base_version_id bigint references "report_version" (id), state text not null default 'published', published_at bigint, is_current bigint not null default 0, withdrawn_at bigint, withdrawn_reason text, town_day bigint not null default 131, withdrawn_by bigint references account (id), withdrawn_above bigint not null default 0,
  unique (report_id, number)
);

CREATE UNIQUE INDEX report_version_current on report_version (report_id) where is_current = 1;

CREATE INDEX report_version_file on report_version (organization_id, sha256);

CREATE UNIQUE INDEX report_version_import on report_version (organization_id, sha256) where base_version_id is null;

CREATE INDEX report_version_imported on report_version (imported_at, id);

CREATE INDEX report_version_town_day on report_version (town_day);

CREATE TABLE "report_figure" (
  version_id bigint not null references "report_version" (id),
  cell text not null,
  -- count, amount, notApplicable, blank, absent
  kind text not null,
  -- Of a count.
  number bigint,
  -- Of an amount, as printed.
  amount text,
  unit text,
  line bigint not null,
  grid bigint not null,
  grid_row bigint not null,
  grid_column bigint not null,
  primary key (version_id, cell)
);

CREATE TABLE "report_finding" (
  version_id bigint not null references "report_version" (id),
  number bigint not null,
  -- The version of last year's report that the finding rests on; such findings follow the newest versions.
  previous_version_id bigint references "report_version" (id),
  rule text not null,
  severity text not null,
  message text not null,
  basis text not null,
  -- Names of cells, as a JSON list.
  cells text not null,
  -- JSON values.
  expected text,
  found text,
  -- Where it stands: a line as findings give it, and the place in a source of any format.
  line bigint,
  origin text not null,
  primary key (version_id, number)
);

CREATE INDEX report_finding_rule on report_finding (rule, version_id);

CREATE TABLE report_placement (
  version_id bigint not null references report_version (id),
  -- requests.granted
  row_name text not null,
  -- None where no account did it.
  account_id bigint references account (id),
  placed_at bigint not null,
  primary key (version_id, row_name)
);

CREATE TABLE report_source (
  sha256 text primary key,
  -- In the encoding of SourceText; none where the file could not be read.
  encoded bytea,
  -- Why it could not be read; none where it could.
  problem text
);

CREATE TABLE organization_alias (
  organization_id bigint not null references organization (id),
  -- Folded as the names of the tree are.
  key text not null,
  name text not null,
  account_id bigint references account (id),
  confirmed_at bigint not null,
  primary key (organization_id, key)
);

CREATE INDEX organization_alias_key on organization_alias (key);

CREATE TABLE report_return (
  id bigint primary key,
  version_id bigint not null references report_version (id),
  -- An ISO day.
  due text not null,
  note text,
  account_id bigint references account (id),
  returned_at bigint not null,
  -- When it was taken back.
  ended_at bigint
);

CREATE INDEX report_return_version on report_return (version_id);

CREATE TABLE report_upload (
  id bigint primary key,
  account_id bigint not null references account (id),
  uploaded_at bigint not null
);

CREATE TABLE report_upload_file (
  upload_id bigint not null references report_upload (id),
  number bigint not null,
  name text not null,
  -- waiting: not read yet. unclear: whose report it is must be told. kept, known: as that version. refused: with a reason.
  outcome text not null,
  version_id bigint references report_version (id),
  reason text,
  -- The organization as the file prints it.
  organization text,
  year bigint,
  -- Of the file itself, while it is needed.
  sha256 text,
  primary key (upload_id, number)
);

