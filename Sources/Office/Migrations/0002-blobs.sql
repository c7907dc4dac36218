-- Files by the SHA-256 of their bytes, where they are kept in the database and not in a folder beside it.
create table blob (
  sha256 text primary key,
  size bigint not null,
  bytes bytea not null
);
