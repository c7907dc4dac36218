-- reports/0002-placements
-- Formerly 0007.

-- Rows that the reader could not place, placed by hand: a new version of the same file.

-- The file of an organization now stands once for its import and once more for each row placed. No engine but one drops
-- the old rule by itself, so the three tables are made anew and filled.
create table report_version_next (
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
  base_version_id bigint references report_version_next (id),
  unique (report_id, number)
);
insert into report_version_next (id, report_id, organization_id, number, organization, file_name, format, bytes, sha256,
  imported_at, snapshot)
select id, report_id, organization_id, number, organization, file_name, format, bytes, sha256, imported_at, snapshot
from report_version;

create table report_figure_next (
  version_id bigint not null references report_version_next (id),
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
insert into report_figure_next (version_id, cell, kind, number, amount, unit, line, grid, grid_row, grid_column)
select version_id, cell, kind, number, amount, unit, line, grid, grid_row, grid_column from report_figure;

create table report_finding_next (
  version_id bigint not null references report_version_next (id),
  number bigint not null,
  -- The version of last year's report that the finding rests on; such findings follow the newest versions.
  previous_version_id bigint references report_version_next (id),
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
insert into report_finding_next (version_id, number, previous_version_id, rule, severity, message, basis, cells, expected,
  found, line, origin)
select version_id, number, previous_version_id, rule, severity, message, basis, cells, expected, found, line, origin
from report_finding;

drop table report_finding;
drop table report_figure;
drop table report_version;
alter table report_version_next rename to report_version;
alter table report_figure_next rename to report_figure;
alter table report_finding_next rename to report_finding;

create unique index report_version_import on report_version (organization_id, sha256) where base_version_id is null;
create index report_version_file on report_version (organization_id, sha256);
create index report_finding_rule on report_finding (rule, version_id);

-- Which rows of a version were placed by hand, those of the versions before it among them.
create table report_placement (
  version_id bigint not null references report_version (id),
  -- requests.granted
  row_name text not null,
  -- None where no account did it.
  account_id bigint references account (id),
  placed_at bigint not null,
  primary key (version_id, row_name)
);
