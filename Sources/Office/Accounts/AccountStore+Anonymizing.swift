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
