-- reports/0003-source
-- Formerly 0009.

-- The text of each report's file with its anchors, as pages show it beside the figures: made once when the file is read,
-- so that no page reads a file again. By the file, which several versions may share.

create table report_source (
  sha256 text primary key,
  -- In the encoding of SourceText; none where the file could not be read.
  encoded bytea,
  -- Why it could not be read; none where it could.
  problem text
);

-- The versions that came last, for the front page.
create index report_version_imported on report_version (imported_at, id);
