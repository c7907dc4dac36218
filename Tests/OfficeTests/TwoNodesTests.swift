import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("Two nodes on one database", .opensDatabases)
struct TwoNodesTests {
    @Test("a session, a role, a setting and an end on one node hold on the other with its next look")
    func together() async throws {
        let one = try await TemporaryRecords()
        let two = try await Records.open(OfficePlace(one.test.url), master: one.master, cost: .trivial, at: .sample)
        defer { try? two.close() }
        let account = try await one.account("zhang", [Grant(.reviewer, in: 1)])
        guard case .signedIn(let token, _) = try await one.signIn("zhang") else {
            Issue.record("not signed in")
            return
        }
        #expect(try await two.sessions.principal(token, at: .sample)?.grants == [Grant(.reviewer, in: 1)])
        try await two.accounts.take(Grant(.reviewer, in: 1), from: account.id, by: .program, at: .sample)
        #expect(try await one.records.sessions.principal(token, at: .sample)?.grants == [])
        #expect(try await two.settings.current(at: .sample).officeName == "公开")
        try await one.records.settings.change(by: .program, at: .sample) { $0.officeName = "某县" }
        #expect(try await two.settings.current(at: .sample.addingTimeInterval(1)).officeName == "某县")
        try await two.sessions.end(of: account.id, by: .program, at: .sample)
        #expect(try await one.records.sessions.principal(token, at: .sample) == nil)
        // Both wrote into one chain.
        let holds = try await one.records.database.read { try one.records.audit.verify($0).holds }
        #expect(holds)
    }

    @Test("two nodes that start at once on a new database have the same keys")
    func startTogether() async throws {
        let test = try TestDatabase(TestEngine.chosen)
        let master = MasterKey.random()
        async let first = Records.open(OfficePlace(test.url), master: master, cost: .trivial, at: .sample)
        async let second = Records.open(OfficePlace(test.url), master: master, cost: .trivial, at: .sample)
        let (a, b) = try await (first, second)
        defer {
            try? a.close()
            try? b.close()
        }
        let sealed = try a.keys.seal("010-12345678", place: "here")
        #expect(try b.keys.open(sealed, place: "here") == "010-12345678")
        #expect(try a.keys.tokenSecret() == b.keys.tokenSecret())
    }
}
