import Database

/// The structure of the office's database, step by step. The files are compiled in: the program needs none beside it.
enum Migrations {
    // SwiftPM puts an underscore in place of a leading digit.
    static func all() throws(DatabaseError) -> [Migration] {
        [
            try Migration(file: "0001-reports.sql", bytes: PackageResources._001_reports_sql),
            try Migration(file: "0002-blobs.sql", bytes: PackageResources._002_blobs_sql),
            try Migration(file: "0003-audit.sql", bytes: PackageResources._003_audit_sql),
            try Migration(file: "0004-organizations.sql", bytes: PackageResources._004_organizations_sql),
            try Migration(file: "0005-accounts.sql", bytes: PackageResources._005_accounts_sql),
            try Migration(file: "0006-settings.sql", bytes: PackageResources._006_settings_sql),
            try Migration(file: "0007-placements.sql", bytes: PackageResources._007_placements_sql),
            try Migration(file: "0008-proposals.sql", bytes: PackageResources._008_proposals_sql),
            try Migration(file: "0009-report-source.sql", bytes: PackageResources._009_report_source_sql),
            try Migration(file: "0010-second-factor-confirmation.sql", bytes: PackageResources._010_second_factor_confirmation_sql),
            try Migration(file: "0014-report-states.sql", bytes: PackageResources._014_report_states_sql),
            try Migration(file: "0015-town-day.sql", bytes: PackageResources._015_town_day_sql),
            try Migration(file: "0016-withdrawals.sql", bytes: PackageResources._016_withdrawals_sql),
        ]
    }
}
