-- office/0004-organization-tree
-- Formerly 0004.

-- Organizations in their tree, and what became of them.

-- A body that is known from its reports alone is unfiled until somebody puts it into the tree. The key of one that was
-- merged or dissolved ends in a space and its id, as no folded name does, so that another may bear the name after it.
alter table organization add column parent_id bigint references organization (id);
-- GB/T 2260: six digits; nine for a town.
alter table organization add column jurisdiction text;
-- province, city, county, town, bureau, office
alter table organization add column kind text;
-- unfiled, active, merged, dissolved
alter table organization add column state text not null default 'unfiled';
-- The organization's part of index numbers; none is given twice, not even after its bearer is gone.
alter table organization add column code text;
-- Into which it was merged.
alter table organization add column successor_id bigint references organization (id);
-- The ISO day from which it was merged or dissolved, and on what basis.
alter table organization add column ended text;
alter table organization add column ended_basis text;
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

-- Each name that an organization of the tree had, in which region, with the days from and until which it bore it there.
create table organization_name (
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
create index organization_name_key on organization_name (region, key);
