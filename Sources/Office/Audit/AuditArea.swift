/// The area that an audit event is filed under; by it the audit log is filtered, and pages are told apart that are still true.
package struct AuditArea: Hashable, Sendable {
    /// As events have it.
    package let name: String
    package let title: String

    package init(_ name: String, _ title: String) {
        (self.name, self.title) = (name, title)
    }

    package static let site = AuditArea("site", "站点")
    package static let organizations = AuditArea("organizations", "机构")
    package static let accounts = AuditArea("accounts", "账号")
    package static let audit = AuditArea("audit", "审计")
}
