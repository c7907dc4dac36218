-- office/0010-jobs

-- Background jobs: what is to be done later, with how often it was tried. A job that is done is deleted. Instants are milliseconds since 1970 in UTC.
create table job (
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
create index job_due on job (due_at, id) where failed_at is null;
