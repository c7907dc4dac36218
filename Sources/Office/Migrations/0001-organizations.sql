-- office/0001-organizations
-- Formerly 0001.

-- Bodies with disclosure duties, and the counter that ids are given out from.
-- Instants are milliseconds since 1970 in UTC.

create table counter (
  name text primary key,
  value bigint not null
);

-- A body that reports: unique by region and key (its name, folded). One that could not be told has no name, and its
-- file's SHA-256 after a # as key.
create table organization (
  id bigint primary key,
  region text not null,
  key text not null,
  name text,
  unique (region, key)
);
