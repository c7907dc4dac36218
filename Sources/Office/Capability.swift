import Database
import Foundation

/// A capability: one of the works of the program, as a value. It says once what its folder brings to the ground floor, and the
/// ground floor iterates over these values and names none of them.
package struct Capability: Sendable {
    /// Prefix of its migrations and rights: `reports`.
    package let name: String
    package let title: String
    /// Schema migrations in order: the SQL files of its folder Migrations, compiled in.
    package let migrations: [[UInt8]]
    /// Its part of the table of permissions, a row a right.
    package let rights: [Right]
    /// What the table of permissions says besides, in a paragraph; nil for nothing.
    package let permissionNote: String?
    /// What its events are filed under in the audit log.
    package let areas: [AuditArea]
    /// The words of the audit log for what its events say.
    package let words: AuditWords
    /// Columns with personal data. Sealing anew after a key rotation, anonymizing, and "there are data already" derive from them.
    package let personal: [PersonalColumn]
    /// What the office decides of it for itself.
    package let settings: [CapabilitySetting]
    /// What it does later, with limits and retries.
    package let jobs: [JobKind]
    /// Compare its tables with the events that made them, where they decide about access or about what is public; made anew for each reading
    /// of the audit log.
    package let traces: @Sendable () -> [any AuditTrace]
    /// How many things of it an organization has; nil if it keeps none by organization.
    package let holdings: (@Sendable (_ organization: Int, ReadTransaction) throws -> Holding)?
    /// Follows the office's settings after they were changed, and at each start, where what is kept depends on them.
    package let followSettings: @Sendable (Records, Date) async throws -> Void
    /// Reads its own tables once and tells, in words for an operator, what is damaged.
    package let damages: @Sendable (OfficeStorage) async throws -> [String]

    package init(
        name: String, title: String, migrations: [[UInt8]] = [], rights: [Right] = [], permissionNote: String? = nil,
        areas: [AuditArea] = [],
        words: AuditWords = AuditWords(), personal: [PersonalColumn] = [], settings: [CapabilitySetting] = [], jobs: [JobKind] = [],
        traces: @escaping @Sendable () -> [any AuditTrace] = { [] },
        holdings: (@Sendable (_ organization: Int, ReadTransaction) throws -> Holding)? = nil,
        followSettings: @escaping @Sendable (Records, Date) async throws -> Void = { _, _ in },
        damages: @escaping @Sendable (OfficeStorage) async throws -> [String] = { _ in [] }
    ) {
        (self.name, self.title, self.migrations, self.rights) = (name, title, migrations, rights)
        self.permissionNote = permissionNote
        (self.areas, self.words, self.personal, self.settings) = (areas, words, personal, settings)
        (self.jobs, self.traces) = (jobs, traces)
        (self.holdings, self.followSettings, self.damages) = (holdings, followSettings, damages)
    }
}
