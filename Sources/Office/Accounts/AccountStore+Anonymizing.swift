import Database
import Foundation

extension AccountStore {
    /// Takes the personal data of somebody who has left out of the records: name, login and telephone number, their
    /// sessions and addresses, and the key of what the events hold of them. What they did stays under their number, and
    /// the chain of events still verifies.
    ///
    /// - Throws: `AccountError.notGone` for somebody who has not left.
    package func anonymize(_ id: Int, by actor: Actor, at instant: Date) async throws {
        try await database.change(by: actor, at: instant) { change in
            let account = try Self.required(id, change.db)
            guard account.state == .left else { throw AccountError.notGone(name: account.name) }
            try PersonalColumn.forget(id, login: account.login, personal.filter { $0.subject == "account" }, keys, change.db)
            try change.record(.accounts, "account.anonymized", subject: .account(id))
            try change.forget(.account(id))
        }
        try await database.checkpoint()
    }
}

extension PersonalColumn {
    /// Takes the data of one subject out of its columns.
    ///
    /// - Parameters:
    ///   - id: the subject's.
    ///   - login: the name whose blind index some rows hold; nil if the subject has none.
    static func forget(_ id: Int, login: String?, _ columns: [PersonalColumn], _ keys: KeyRing, _ db: Transaction) throws {
        for column in columns {
            let (table, name): (SQL, SQL) = ("\(name: column.table)", "\(name: column.column)")
            let isIts: SQL =
                switch column.owner {
                case .id(let owner): "\(name: owner) = \(id)"
                case .subject(let owner): "\(name: owner) = \("\(column.subject):\(id)")"
                case .blindedLogin(let owner):
                    "\(name: owner) = \(try keys.blind(login.flatMap(LoginName.key) ?? "", kind: "login"))"
                }
            switch column.forgetting {
            case .clear: try db.execute("update \(table) set \(name) = null where \(isIts)")
            case .deleteRow: try db.execute("delete from \(table) where \(isIts)")
            case .replace(let word):
                let text = word.replacingOccurrences(of: "#", with: "#\(id)")
                try db.execute("update \(table) set \(name) = \(text) where \(isIts)")
            case .keyDestroyed: break
            }
        }
    }
}
