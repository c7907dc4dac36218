import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("The chain of events", .opensDatabases)
struct AuditTests {
    private func event(_ n: Int) -> AuditEvent {
        AuditEvent(
            .account(n), .accounts, "account.edited", subject: .account(n), fields: ["name"], facts: ["n": .number("\(n)")],
            personal: ["name": "某人\(n)"])
    }

    /// Records with so many events beside those of the beginning, and the number of the first of them.
    private func chain(_ count: Int) async throws -> TemporaryRecords {
        let temporary = try await TemporaryRecords()
        let log = temporary.records.audit
        try await temporary.records.database.write { db in
            for n in (0..<count).map({ $0 + 1 }) { try log.append(event(n), at: .sample, db) }
        }
        return temporary
    }

    private func faults(_ temporary: TemporaryRecords) async throws -> [AuditVerification.Fault] {
        try await temporary.records.database.read { try temporary.records.audit.verify($0).faults }
    }

    @Test("what was recorded verifies, and is read back newest first")
    func whole() async throws {
        let temporary = try await chain(5)
        let log = temporary.records.audit
        #expect(try await faults(temporary) == [])
        let events = try await temporary.records.database.read { try log.events(AuditFilter(), limit: 3, $0) }
        #expect(events.map(\.sequence) == [5, 4, 3])
        #expect(events.first?.subject == "account:5")
        #expect(events.first?.fields == ["name"])
        #expect(events.first?.facts["n"] == .number("5"))
        var filter = AuditFilter()
        filter.subject = "account:2"
        let count = try await temporary.records.database.read { [filter] in try log.count(filter, $0) }
        #expect(count == 1)
        filter.action = "account."
        filter.from = .sample
        filter.until = Date.sample.addingTimeInterval(1)
        filter.actor = .account(2)
        filter.area = .accounts
        let found = try await temporary.records.database.read { [filter] in try log.events(filter, limit: 9, $0).map(\.sequence) }
        #expect(found == [2])
    }

    @Test(
        "whatever is altered in a row, that row is named",
        arguments: [
            "at = at + 1", "actor = 'account:9'", "organization_id = 4", "capability = 'reports'", "action = 'x'", "subject = 'account:9'",
            "fields = '[]'", "facts = '{}'", "sealed = null", "previous = hash", "hash = previous",
        ])
    func altered(change: String) async throws {
        let temporary = try await chain(5)
        try await temporary.records.database.write { try $0.execute("update audit_event set \(tampering: change) where sequence = 3") }
        #expect(try await faults(temporary) == [.altered(sequence: 3)])
    }

    @Test("each single row removed is named, the first and the last too", arguments: 1...5)
    func removed(sequence: Int) async throws {
        let temporary = try await chain(5)
        try await temporary.records.database.write { try $0.execute("delete from audit_event where sequence = \(sequence)") }
        #expect(try await faults(temporary) == [.removed(sequences: sequence...sequence)])
    }

    @Test("several removed at the end; removed and altered together; a row put behind the end; two exchanged")
    func several() async throws {
        let cut = try await chain(5)
        try await cut.records.database.write { try $0.execute("delete from audit_event where sequence > 2") }
        #expect(try await faults(cut) == [.removed(sequences: 3...5)])

        let both = try await chain(5)
        try await both.records.database.write { db in
            try db.execute("delete from audit_event where sequence = 2")
            try db.execute("update audit_event set action = 'x' where sequence = 3")
        }
        #expect(try await faults(both) == [.removed(sequences: 2...2), .altered(sequence: 3)])

        let more = try await chain(3)
        try await more.records.database.write { db in
            try db.execute(
                """
                insert into audit_event (\(AuditRow.columns))
                select sequence + 2, at, actor, organization_id, capability, action, subject, fields, facts, sealed, previous, key_id, hash
                from audit_event where sequence = 2
                """)
        }
        #expect(try await faults(more) == [.inserted(sequence: 4)])

        let exchanged = try await chain(4)
        try await exchanged.records.database.write { db in
            for (from, to) in [(2, 99), (3, 2), (99, 3)] {
                try db.execute("update audit_event set sequence = \(to) where sequence = \(from)")
            }
        }
        #expect(try await faults(exchanged) == [.altered(sequence: 2), .altered(sequence: 3)])
    }

    @Test("the end cannot be set back: the head is sealed; without a head nothing more is recorded")
    func head() async throws {
        let back = try await chain(5)
        try await back.records.database.write { db in
            try db.execute("delete from audit_event where sequence > 3")
            try db.execute("update audit_head set sequence = 3, hash = (select hash from audit_event where sequence = 3)")
        }
        #expect(try await faults(back) == [.head(.altered)])

        // Nor laundered: nothing is recorded behind a head that is not as it was sealed.
        let log = back.records.audit
        await #expect(throws: AuditError.headAltered) {
            try await back.records.database.write { try log.append(event(9), at: .sample, $0) }
        }
        #expect(try await faults(back) == [.head(.altered)])
        #expect(try await back.records.verifyAudit(by: .program, at: .sample).faults == [.head(.altered)])

        let without = try await chain(2)
        try await without.records.database.write { try $0.execute("delete from audit_head") }
        #expect(try await faults(without) == [.head(.missing)])
        let other = without.records.audit
        await #expect(throws: AuditError.headMissing) {
            try await without.records.database.write { try other.append(event(9), at: .sample, $0) }
        }
    }

    @Test("who puts an older head back with its events is found by an anchor kept elsewhere, even after more was recorded")
    func anchor() async throws {
        let temporary = try await chain(3)
        let (records, log) = (temporary.records, temporary.records.audit)
        let first = try await records.auditAnchor()
        let (sequence, hash, seal) = try await records.database.read { db in
            let head = try db.row("select sequence, hash, seal from audit_head")
            return (try head?.value("sequence") ?? .null, try head?.value("hash") ?? .null, try head?.value("seal") ?? .null)
        }
        try await records.database.write { db in for n in 4...5 { try log.append(event(n), at: .sample, db) } }
        let second = try await records.auditAnchor()
        #expect(second.sequence == 5)
        #expect(AuditAnchor("\(second)") == second)
        #expect(try await records.verifyAudit(anchors: [first, second], by: .program, at: .sample).faults == [])

        let cut = try await chain(0)
        #expect(try await cut.records.auditAnchor().sequence == 0)
        try await records.database.write { db in
            try db.execute("delete from audit_event where sequence > 3")
            try db.execute("update audit_head set sequence = \(sequence), hash = \(hash), seal = \(seal)")
            for n in 14...16 { try log.append(event(n), at: .sample, db) }
        }
        #expect(try await faults(temporary) == [])
        #expect(try await records.verifyAudit(anchors: [first, second], by: .program, at: .sample).faults == [.anchor(sequence: 5)])
    }

    @Test(
        "what is no anchor",
        arguments: ["", "5", "5 abc", "-1 \(String(repeating: "0", count: 64))", "x \(String(repeating: "0", count: 64))"])
    func noAnchor(text: String) {
        #expect(AuditAnchor(text) == nil)
    }

    @Test("an event lives and dies with its transaction")
    func transaction() async throws {
        let temporary = try await chain(1)
        let log = temporary.records.audit
        struct Stop: Error {}
        await #expect(throws: Stop.self) {
            try await temporary.records.database.write { db in
                try log.append(event(2), at: .sample, db)
                throw Stop()
            }
        }
        #expect(try await faults(temporary) == [])
        let count = try await temporary.records.database.read { try log.count(AuditFilter(), $0) }
        #expect(count == 1)
    }

    @Test("personal values are sealed, readable until the subject is forgotten, and the chain holds after that")
    func forgotten() async throws {
        let temporary = try await chain(2)
        let log = temporary.records.audit
        let raw = try await temporary.records.database.read { db in
            try db.rows("select fields, facts, sealed from audit_event").map { row in
                try row.text("fields") + row.text("facts") + String(decoding: row.blob("sealed"), as: UTF8.self)
            }.joined()
        }
        #expect(!raw.contains("某人"))
        let before = try await temporary.records.database.read { try log.personal(1, $0)?.map(\.value) }
        #expect(before == ["某人1"])
        try await temporary.records.change(by: .program, at: .sample) { try $0.forget(.account(1)) }
        let after = try await temporary.records.database.read { db in
            (try log.personal(1, db)?.map(\.value), try log.personal(2, db)?.map(\.value))
        }
        #expect(after.0 == nil)
        #expect(after.1 == ["某人2"])
        #expect(try await faults(temporary) == [])
    }
}

@Suite("Keys and sealed data", .opensDatabases)
struct SecretsTests {
    @Test("what is sealed opens in its place alone, and not once a byte has changed")
    func places() async throws {
        let temporary = try await TemporaryRecords()
        let keys = temporary.records.keys
        let sealed = try keys.seal("010-12345678", place: "account.phone#1")
        #expect(try keys.open(sealed, place: "account.phone#1") == "010-12345678")
        #expect(throws: KeyError.cannotOpen) { try keys.open(sealed, place: "account.phone#2") }
        for place in sealed.indices {
            var altered = sealed
            altered[place] ^= 1
            #expect(throws: KeyError.self) { try keys.open(altered, place: "account.phone#1") }
        }
        #expect(try keys.seal("010-12345678", place: "account.phone#1") != sealed)
    }

    @Test("equal values have equal blind indexes, within one kind only")
    func blind() async throws {
        let keys = try await TemporaryRecords().records.keys
        #expect(try keys.blind("13800000000", kind: "phone") == keys.blind("13800000000", kind: "phone"))
        #expect(try keys.blind("13800000000", kind: "phone") != keys.blind("13800000001", kind: "phone"))
        #expect(try keys.blind("13800000000", kind: "phone") != keys.blind("13800000000", kind: "identity"))
    }

    @Test("the key file is made with 0600; one that others may read, or that holds no key, is refused")
    func file() async throws {
        let temporary = try await TemporaryRecords()
        let path = temporary.folder + "/key"
        let made = try MasterKey.file(path)
        #expect(try MasterKey.file(path).base64 == made.base64)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: KeyError.openToOthers(path: path)) { try MasterKey.file(path) }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try Data("short".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: KeyError.malformed(place: path)) { try MasterKey.file(path) }
    }

    @Test("another master key does not open the database; a rotated one does, and the old no longer")
    func rotation() async throws {
        let temporary = try await TemporaryRecords()
        let database = temporary.records.database
        let made = try await temporary.records.accounts.make(login: "zhang", name: "张某", phone: "010-12345678", by: .program, at: .sample)
        await #expect(throws: KeyError.wrongMaster) { try await KeyRing.open(database, master: .random(), at: .sample) }

        // Not without a place for the new key: shown only after the change it could be lost.
        await #expect(throws: KeyError.newKeyFileMissing) { try await temporary.records.rotateKeys(newKeyFile: nil, at: .sample) }
        let path = try await temporary.records.rotateKeys(newKeyFile: temporary.folder + "/new", at: .sample)
        let (old, new) = (temporary.master, try MasterKey.file(path))
        await #expect(throws: KeyError.wrongMaster) { try await KeyRing.open(database, master: old, at: .sample) }
        let reopened = try await KeyRing.open(database, master: new, at: .sample)
        #expect(try await AccountStore(AuditedDatabase(database, AuditLog(reopened)), reopened).phone(made.id) == "010-12345678")
        let verification = try await database.read { try AuditLog(reopened).verify($0) }
        #expect(verification.holds)
        #expect(verification.events > 0)
        // What stands in the tables was sealed anew under the key made last.
        let keyID = try await database.read { db in Sealed.keyID(try db.row("select phone from account")?.blob("phone") ?? []) }
        #expect(keyID == (try reopened.current(.field).id))
    }

    @Test("a rotation that the power broke off is finished by the next start")
    func brokenRotation() async throws {
        let test = try TestDatabase(.sqlite)
        let place = OfficePlace.folder(test.folder + "/office")
        let key = test.folder + "/office/key"
        let records = try await Records.open(place, cost: .trivial, at: .sample)
        let made = try await records.accounts.make(login: "zhang", name: "张某", phone: "010-12345678", by: .program, at: .sample)
        // As it was before the new key took the old one's name.
        let old = try Data(contentsOf: URL(fileURLWithPath: key))
        #expect(try await records.rotateKeys(newKeyFile: nil, at: .sample) == key)
        let new = try Data(contentsOf: URL(fileURLWithPath: key))
        try records.close()
        try FileManager.default.moveItem(atPath: key, toPath: key + ".new")
        try old.write(to: URL(fileURLWithPath: key))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)

        let again = try await Records.open(place, cost: .trivial, at: .sample)
        #expect(try await again.accounts.phone(made.id) == "010-12345678")
        #expect(try Data(contentsOf: URL(fileURLWithPath: key)) == new)
        #expect(!FileManager.default.fileExists(atPath: key + ".new"))
        await #expect(throws: KeyError.keyFileStands(path: key)) {
            try await again.rotateKeys(newKeyFile: test.folder + "/other", at: .sample)
        }
        try again.close()
    }

    @Test(
        "keys that were taken out of the database are not made anew",
        arguments: ["delete from data_key", "delete from data_key where purpose = 'chain'"])
    func missingKeys(sql: String) async throws {
        let temporary = try await TemporaryRecords()
        _ = try await temporary.account("zhang")
        try await temporary.records.database.write { db in
            try db.execute(SQL(tampering: sql))
            try db.execute("delete from audit_event")
            try db.execute("delete from audit_head")
        }
        await #expect(throws: KeyError.keysMissing) {
            try await KeyRing.open(temporary.records.database, master: temporary.master, at: .sample)
        }
    }
}
