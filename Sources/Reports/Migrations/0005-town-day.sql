-- reports/0005-town-day
-- Formerly 0015.

-- The local order's day for reports of towns and street offices by which a version was judged: month times 100 and day.
alter table report_version add column town_day bigint not null default 131;
create index report_version_town_day on report_version (town_day);
