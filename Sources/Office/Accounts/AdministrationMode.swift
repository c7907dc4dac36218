import Database
import Foundation

/// How a site is administered.
package enum AdministrationMode: Hashable, Sendable {
    /// Separation of duties (三员分立): three administrators, none of whom is another or holds a working role.
    case separate
    /// One person (一人办理) holds the administrators' roles and may work beside: a town with one clerk has nobody else.
    case onePerson(account: Int)

    /// True for the person who administers alone.
    package func isOnePerson(_ account: Int) -> Bool { self == .onePerson(account: account) }

    /// True where somebody may hold both roles.
    func allows(_ role: Role, beside other: Role, for account: Int) -> Bool {
        isOnePerson(account) || role.isCompatible(with: other)
    }

    // MARK: Rows

    /// Its row among the settings: the account's id; none where the administrators are separate.
    static let setting = "administration"

    /// - Throws: `SettingError.unreadable`.
    static func read(_ db: ReadTransaction) throws -> AdministrationMode {
        guard let row = try db.row("select value from setting where name = \(setting)") else { return .separate }
        guard let account = Int(try row.text("value")) else { throw SettingError.unreadable(setting) }
        return .onePerson(account: account)
    }

    /// The event of it is the caller's.
    func write(_ change: Change) throws {
        switch self {
        case .separate:
            try change.db.execute("delete from setting where name = \(Self.setting)")
        case .onePerson(let account):
            try change.db.execute(
                """
                insert into setting (name, value, changed_at) values (\(Self.setting), \(account.description), \(change.instant))
                on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at
                """)
        }
    }
}
