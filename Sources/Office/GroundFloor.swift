/// The ground floor as a capability: accounts, organizations, settings, files, and the audit log, which all others stand on.
extension Capability {
    static let groundFloor = Capability(
        name: "office", title: "机关和账号",
        // SwiftPM puts an underscore in place of a leading digit.
        migrations: [
            PackageResources._001_organizations_sql, PackageResources._002_files_sql, PackageResources._003_audit_sql,
            PackageResources._004_organization_tree_sql, PackageResources._005_accounts_sql, PackageResources._006_settings_sql,
            PackageResources._007_proposals_sql, PackageResources._008_audit_areas_sql,
            PackageResources._009_second_factor_confirmation_sql, PackageResources._010_jobs_sql,
        ],
        rights: Right.groundFloor,
        areas: [.site, .organizations, .accounts, .audit],
        words: .groundFloor,
        personal: [
            PersonalColumn("account", "login", of: "account", by: .id(column: "id"), .replace("#")),
            PersonalColumn("account", "login_key", of: "account", by: .id(column: "id"), .replace("#")),
            PersonalColumn("account", "name", of: "account", by: .id(column: "id"), .replace("离岗人员")),
            PersonalColumn("account", "phone", isSealed: true, of: "account", by: .id(column: "id"), .clear),
            PersonalColumn("account", "totp", isSealed: true, of: "account", by: .id(column: "id"), .clear),
            PersonalColumn("desk_session", "waiting_totp", isSealed: true, of: "account", by: .id(column: "account_id"), .deleteRow),
            PersonalColumn("desk_session", "address", of: "account", by: .id(column: "account_id"), .deleteRow),
            PersonalColumn("password_history", "password", of: "account", by: .id(column: "account_id"), .deleteRow),
            PersonalColumn("one_time_link", "token", of: "account", by: .id(column: "account_id"), .deleteRow),
            PersonalColumn("known_address", "address", of: "account", by: .blindedLogin(column: "login"), .deleteRow),
            PersonalColumn("sign_in_failure", "address", of: "account", by: .blindedLogin(column: "login"), .deleteRow),
            PersonalColumn(
                "subject_key", "wrapped", key: "subject", isSealed: true, of: "account", by: .subject(column: "subject"), .keyDestroyed),
        ],
        traces: { [SettingTrace(), AccessTrace(), OrganizationTrace()] })
}
