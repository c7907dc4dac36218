-- Organizations in their tree, and what became of them.

-- Administrative divisions by their code (GB/T 2260: six digits; nine for a town).
create table jurisdiction (
  code text primary key,
  name text not null,
  -- province, city, county, town
  level text not null,
  parent text references jurisdiction (code)
);

-- A body that is known from its reports alone is unfiled until somebody puts it into the tree.
alter table organization add column parent_id bigint references organization (id);
alter table organization add column jurisdiction text references jurisdiction (code);
-- province, city, county, town, bureau, office
alter table organization add column kind text;
-- unfiled, active, merged, dissolved
alter table organization add column state text not null default 'unfiled';
-- The organization's part of index numbers; unique among those that have one.
alter table organization add column code text;
-- Into which it was merged.
alter table organization add column successor_id bigint references organization (id);
create unique index organization_code on organization (code);
create index organization_parent on organization (parent_id);

-- How it is reached, and the unit in it that does the disclosure work.
create table organization_contact (
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

-- Who leads it, and who is in charge of what.
create table organization_leader (
  organization_id bigint not null references organization (id),
  position bigint not null,
  name text not null,
  title text not null,
  duties text not null,
  primary key (organization_id, position)
);

-- Each name that it had, with the days from and until which it bore it.
create table organization_name (
  organization_id bigint not null references organization (id),
  number bigint not null,
  name text not null,
  key text not null,
  -- ISO days; nothing where not known.
  since text,
  until text,
  basis text,
  primary key (organization_id, number)
);
create index organization_name_key on organization_name (key);
