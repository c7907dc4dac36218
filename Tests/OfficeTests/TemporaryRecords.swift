import Database
import Foundation

@testable import Office

/// Records in a folder of the test's own, gone when the test lets go of them; passwords cost nothing here.
final class TemporaryRecords: Sendable {
    let folder: String
    let records: Records

    init() async throws {
        folder = NSTemporaryDirectory() + "gongkai-test-" + UUID().uuidString
        records = try await Records.open(dataFolder: folder, cost: .trivial, at: .sample)
    }

    deinit {
        try? records.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    static let password = "correct horse battery"

    /// An active account with roles; organizations are made where they are not there yet.
    func account(_ login: String, _ grants: [Grant] = []) async throws -> Account {
        let made = try await records.accounts.make(login: login, name: "某" + login, phone: nil, by: .program, at: .sample)
        let link = try await records.accounts.issueLink(.password, for: made.id, by: .program, at: .sample)
        try await records.accounts.choosePassword(link, Self.password, at: .sample)
        for grant in grants {
            if let id = grant.organizationID { try await organization(id) }
            try await records.accounts.give(grant, to: made.id, by: .program, at: .sample)
        }
        return try await records.accounts.account(made.id) ?? made
    }

    func organization(_ id: Int, parent: Int? = nil) async throws {
        try await records.database.write { db in
            try db.execute(
                """
                insert into organization (id, region, key, name, state, kind, parent_id) values (?, '某县', ?, ?, 'active', 'bureau', ?)
                on conflict (id) do nothing
                """, [SQLValue(id), .text("单位\(id)"), .text("单位\(id)"), SQLValue(parent)])
        }
    }

    func signIn(
        _ login: String, _ password: String = password, code: String = "", from address: String = "192.0.2.1", after seconds: Double = 0
    )
        async throws -> SignIn
    {
        try await records.accounts.signIn(
            login: login, password: password, code: code, address: address, agent: "test", at: .sample.addingTimeInterval(seconds))
    }

    /// Who a successful attempt signed in.
    func principal(_ signIn: SignIn, after seconds: Double = 0) async throws -> Principal? {
        guard case .signedIn(let token, _) = signIn else { return nil }
        return try await records.sessions.principal(token, at: .sample.addingTimeInterval(seconds))
    }
}
