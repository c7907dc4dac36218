import Database
import Foundation

extension AccountStore {
    /// Takes the personal data of somebody who has left out of the records: name, login and telephone number, their
    /// sessions and addresses, and the key of what the events hold of them. What they did stays under their number, and
    /// the chain of events still verifies.
    ///
    /// - Throws: `AccountError.notGone` for somebody who has not left.
    package func anonymize(_ id: Int, by actor: Actor, at instant: Date) async throws {
        try await database.write { db in
            let account = try Self.required(id, db)
            guard account.state == .left else { throw AccountError.notGone(name: account.name) }
            let blind = try keys.blind(LoginName.key(account.login) ?? "", kind: "login")
            for table in ["known_address", "sign_in_failure"] {
                try db.execute("delete from \(name: table) where login = \(blind)")
            }
            for table in ["desk_session", "password_history"] {
                try db.execute("delete from \(name: table) where account_id = \(id)")
            }
            try db.execute("delete from one_time_link where account_id = \(id)")
            // What nobody can be called.
            let login = "#\(id)"
            try db.execute("update account set login = \(login), login_key = \(login), name = '离岗人员', phone = null where id = \(id)")
            try audit.append(AuditEvent(actor, .accounts, "account.anonymized", subject: .account(id)), at: instant, db)
            try audit.forget(.account(id), by: actor, at: instant, db)
        }
        try await database.checkpoint()
    }
}
