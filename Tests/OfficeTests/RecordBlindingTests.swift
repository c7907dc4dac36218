import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

/// Whoever can write to the database, and has no key, makes events hard to find: the verification must say so.
@Suite(.opensDatabases) struct RecordBlindingTests {
    private let temporary: TemporaryRecords

    init() async throws {
        temporary = try await TemporaryRecords()
        _ = try await temporary.account("zhang", [Grant(.informationClerk, in: 1)])
        #expect(try await faults() == [])
    }

    private func faults() async throws -> [AuditVerification.Fault] {
        try await temporary.records.verifyAudit(by: .program, at: .sample).faults
    }

    private func alter(_ statements: SQL...) async throws {
        for statement in statements { try await temporary.records.database.write { db in try db.execute(statement) } }
    }

    /// An index that leaves out an event, under the words of the one that does not.
    static let hollowIndex: [SQL] = [
        "drop index audit_event_subject",
        "create index audit_event_subject on audit_event (subject, sequence) where sequence <> 2",
        "pragma writable_schema = on",
        """
        update sqlite_schema set sql = 'CREATE INDEX audit_event_subject on audit_event (subject, sequence)'
        where name = 'audit_event_subject'
        """,
    ]

    private static func only(_ engine: TestEngine) -> Bool { TestEngine.chosen == engine }

    @Test(.enabled(if: only(.sqlite))) func bytesBehindANULAreSeen() async throws {
        let sequence = try #require(try await temporary.events("role.given").first).sequence
        try await alter(
            """
            update audit_event set subject = subject || char(0), actor = actor || char(0) || 'x', capability = capability || char(0)
            where sequence = \(sequence)
            """)
        #expect(try await faults().contains(.altered(sequence: sequence)))
    }

    @Test(.enabled(if: only(.sqlite)), arguments: ["cast(subject as blob)", "cast(x'61ff' as text)"])
    func aValueOfAnotherKindIsAnAlterationAndNoFailure(_ value: String) async throws {
        try await alter("update audit_event set subject = \(tampering: value) where sequence = 2")
        #expect(try await faults().first == .altered(sequence: 2))
    }

    @Test(.enabled(if: only(.sqlite))) func aRowWithoutANumberIsSeen() async throws {
        try await alter(
            """
            insert into audit_event select null, at, actor, organization_id, capability, action, subject, fields, facts, sealed, previous,
            key_id, hash from audit_event where sequence = 1
            """)
        #expect(try await faults().contains(.unnumbered))
    }

    /// A number that has none after it, where the end is gone, must not end the program.
    @Test func theLargestNumberIsAnInsertionWithoutAHead() async throws {
        try await alter("update audit_event set sequence = 9223372036854775807 where sequence = 2", "delete from audit_head")
        let found = try await faults()
        #expect(found.contains(.inserted(sequence: .max)) && found.contains(.head(.missing)))
    }

    @Test(.enabled(if: only(.sqlite))) func anIndexThatLeavesAnEventOutIsNamed() async throws {
        let place = OfficePlace(temporary.test.url)
        try await alter(Self.hollowIndex[0], Self.hollowIndex[1], Self.hollowIndex[2], Self.hollowIndex[3])
        // The one that was altered may still know the old words.
        let again = try await Records.open(place, master: temporary.master, cost: .trivial, at: .sample)
        let faults = try await again.verifyAudit(by: .program, at: .sample).faults
        try again.close()
        #expect(faults.contains { if case .index(let words) = $0 { words.contains("audit_event_subject") } else { false } })
    }

    @Test(.enabled(if: only(.postgres))) func anIndexThatLeavesAnEventOutIsNamedByTheServersCounts() async throws {
        // Not ready, an index takes no new rows; said to be ready again, it looks whole.
        try await alter("update pg_index set indisready = false where indexrelid = 'audit_event_subject'::regclass")
        _ = try await temporary.account("li")
        try await alter("update pg_index set indisready = true where indexrelid = 'audit_event_subject'::regclass")
        let faults = try await faults()
        #expect(faults.contains { if case .index(let words) = $0 { words.contains("audit_event_subject") } else { false } })
    }

    @Test func aRoleWithoutAnEventIsNamed() async throws {
        try await alter("insert into account_role values (1, 0, 'auditAdministrator', 0)")
        let found = try await faults()
        #expect(found == [.role(.notGiven(account: 1, organization: 0, role: "auditAdministrator"))])
        #expect(found[0].description.contains("account:1") && found[0].description.contains("审计管理员"))
    }

    @Test func aRoleThatWentWithoutAnEventIsNamed() async throws {
        try await alter("delete from account_role")
        #expect(try await faults() == [.role(.notHeld(account: 1, organization: 1, role: "informationClerk"))])
    }

    @Test func rolesThatWereTakenAreNoFault() async throws {
        let other = try await temporary.account("li", [Grant(.informationClerk, in: 1), Grant(.reviewer, in: 1)])
        try await temporary.records.accounts.take(Grant(.reviewer, in: 1), from: other.id, by: .program, at: .sample)
        try await temporary.records.accounts.leave(other.id, by: .program, at: .sample)
        try await temporary.records.accounts.anonymize(other.id, by: .program, at: .sample)
        #expect(try await faults() == [])
    }

    @Test func aSubjectKeyThatIsGoneOrStrangeIsNamed() async throws {
        try await alter("insert into subject_key (subject, wrapped, made_at) select 'account:99', wrapped, 0 from subject_key")
        #expect(try await faults() == [.subjectKey(.altered(subject: "account:99"))])
        try await alter("delete from subject_key")
        #expect(try await faults() == [.subjectKey(.missing(subject: "account:1"))])
    }
}
