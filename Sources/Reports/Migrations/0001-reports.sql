-- reports/0001-reports
-- Formerly 0001.

-- Annual reports as they were imported. Versions never change.

-- What an organization reports on one year. Without a year every file is a report of its own.
create table report (
  id bigint primary key,
  organization_id bigint not null references organization (id),
  year bigint,
  -- How many there are: the number of the newest one, too.
  versions bigint not null,
  unique (organization_id, year)
);
create index report_year on report (year);

create table report_version (
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
  unique (report_id, number),
  unique (organization_id, sha256)
);

-- The cells of the snapshot once more, one a row, for sums over many reports.
create table report_figure (
  version_id bigint not null references report_version (id),
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

create table report_finding (
  version_id bigint not null references report_version (id),
  number bigint not null,
  -- The version of last year's report that the finding rests on; such findings follow the newest versions.
  previous_version_id bigint references report_version (id),
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
