import Database
import Foundation
import TestSupport

@testable import Office
@testable import Reports

/// Records of the test's own, gone when the test lets go of them; passwords cost nothing here.
final class TemporaryRecords: Sendable {
    let test: TestDatabase
    let records: Records
    let master = MasterKey.random()
    var folder: String { test.folder }

    init() async throws {
        test = try TestDatabase(TestEngine.chosen)
        records = try await Records.open(OfficePlace(test.url), master: master, cost: .trivial, at: .sample)
    }

    deinit {
        try? records.close()
    }

    static let password = "correct horse battery"

    /// An active account with roles; organizations are made where they are not there yet.
    func account(_ login: String, _ grants: [Grant] = []) async throws -> Account {
        let made = try await records.accounts.make(login: login, name: "某" + login, phone: nil, by: .program, at: .sample)
        let link = try await records.accounts.issueLink(.password, for: made.id, by: .program, at: .sample).token
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
                insert into organization (id, region, key, name, state, kind, parent_id)
                values (\(id), '某县', \("单位\(id)"), \("单位\(id)"), 'active', 'bureau', \(parent))
                on conflict (id) do nothing
                """)
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

    /// The events of one kind, newest first.
    func events(_ action: String) async throws -> [RecordedEvent] {
        var filter = AuditFilter()
        filter.action = action
        return try await records.auditEvents(filter, before: nil, limit: 100).events
    }

    /// Who a successful attempt signed in.
    func principal(_ signIn: SignIn, after seconds: Double = 0) async throws -> Principal? {
        guard case .signedIn(let token, _) = signIn else { return nil }
        return try await records.sessions.principal(token, at: .sample.addingTimeInterval(seconds))
    }
}
