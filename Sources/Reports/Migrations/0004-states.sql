-- reports/0004-states
-- Formerly 0014.

-- What of the reports is public, and what waits before it is. Instants are milliseconds since 1970 in UTC.

-- draft: kept, and not public yet. published: public. withdrawn: no longer public, or a draft that was dropped.
alter table report_version add column state text not null default 'published';
-- When it became public first; none for one that never was.
alter table report_version add column published_at bigint;
-- 1 for the version that counts for its organization and year: one of a report at most.
alter table report_version add column is_current bigint not null default 0;
alter table report_version add column withdrawn_at bigint;
alter table report_version add column withdrawn_reason text;
update report_version set published_at = imported_at;
update report_version set is_current = 1
where number = (select versions from report where report.id = report_version.report_id);
create unique index report_version_current on report_version (report_id) where is_current = 1;

-- A name as reports print it that is an organization's by the word of somebody who may upload for it.
create table organization_alias (
  organization_id bigint not null references organization (id),
  -- Folded as the names of the tree are.
  key text not null,
  name text not null,
  account_id bigint references account (id),
  confirmed_at bigint not null,
  primary key (organization_id, key)
);
create index organization_alias_key on organization_alias (key);

-- A version that was sent back to be corrected by a day. It is closed by a later version that is public.
create table report_return (
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
create index report_return_version on report_return (version_id);

-- Files that somebody uploaded together, and what became of each.
create table report_upload (
  id bigint primary key,
  account_id bigint not null references account (id),
  uploaded_at bigint not null
);
create table report_upload_file (
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
