-- office/0006-settings
-- Formerly 0006.

-- What an office decides for itself; whatever is not here has the program's default.
create table setting (
  name text primary key,
  -- JSON.
  value text not null,
  changed_at bigint not null
);
