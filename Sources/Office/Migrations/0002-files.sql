-- office/0002-files
-- Formerly 0002.

-- Files by the SHA-256 of their bytes. Filled on PostgreSQL, where all nodes must reach them; beside an SQLite file they
-- lie in a folder. Every column named sha256, or with _sha256 at its end, is the name of a kept file.

create table blob (
  sha256 text primary key,
  size bigint not null,
  bytes bytea not null
);
