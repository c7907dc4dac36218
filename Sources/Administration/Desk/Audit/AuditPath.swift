import Web

/// The paths of the audit log.
enum AuditPath {
    static let list: Path<Never> = "/desk/audit"
    static let export: Path<Never> = "/desk/audit/export"
    static let verify: Path<Never> = "/desk/audit/verify"
    static let event: Path<Never, Int> = "/desk/audit/{sequence}"
    static let personal: Path<Never, Int> = "/desk/audit/{sequence}/personal"

    static let crumb = Crumb("审计", list())
}
