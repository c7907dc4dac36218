import Crypto
import Database
import Foundation
import Markup

/// The record of every change: events in the transaction of what they tell, each bound to the one before.
///
/// An event's hash is an HMAC over its content and the hash before it, under a key that is not in the database; the
/// head holds how far the chain goes, sealed. So whoever can write to the database alone cannot alter, remove or insert
/// an event without being found, nor cut off the last ones; who has an older copy of the head to put back is found by
/// an `AuditAnchor` kept elsewhere.
package struct AuditLog: Sendable {
    let keys: KeyRing

    package init(_ keys: KeyRing) {
        self.keys = keys
    }

    /// The hash before the first event.
    static let genesis = String(repeating: "0", count: 64)

    /// Starts the chain of a new database.
    static func begin(_ keys: KeyRing, _ db: Transaction) throws {
        let log = AuditLog(keys)
        try db.execute("insert into audit_head (id, sequence, hash, seal) values (1, 0, \(genesis), \(log.seal(0, genesis)))")
    }

    /// Appends an event to the hash chain, in the transaction that makes the change: see `Change.record`.
    ///
    /// - Throws: `AuditError` if the end of the log was tampered with, `KeyError`, `DatabaseError`.
    @discardableResult
    func append(_ event: AuditEvent, at instant: Date, _ db: Transaction) throws -> Int {
        // The row's lock makes others wait for this transaction: the chain has one end.
        guard let head = try db.row("update audit_head set sequence = sequence + 1 where id = 1 returning sequence, hash, seal") else {
            throw AuditError.headMissing
        }
        let sequence = try head.int("sequence")
        // A head that was set back must not be sealed anew.
        guard try head.text("seal") == seal(sequence - 1, head.text("hash")) else { throw AuditError.headAltered }
        let (keyID, key) = try keys.current(.chain)
        let sealed = try sealedValues(event, sequence, at: instant, db)
        let row = AuditRow(
            sequence: sequence, at: SQLValue(instant), actor: event.actor.description, organizationID: event.organizationID,
            area: event.area.name, action: event.action, subject: event.subject.description,
            fields: JSONValue.array(event.fields.map(JSONValue.string)).description,
            facts: JSONValue.object(event.facts.map { JSONValue.Member(key: $0.key, value: $0.value) }).description,
            sealed: sealed, previous: try head.text("hash"), keyID: keyID)
        let hash = row.hash(key)
        try db.execute(
            "insert into audit_event (\(AuditRow.columns)) values (\(list: row.values + [.text(hash)]))")
        try db.execute("update audit_head set hash = \(hash), seal = \(seal(sequence, hash)) where id = 1")
        return sequence
    }

    /// How far the record goes.
    ///
    /// - Throws: `AuditError` where its end was tampered with: such an end is worth nothing.
    func anchor(_ db: ReadTransaction) throws -> AuditAnchor {
        guard let head = try db.row("select sequence, hash, seal from audit_head where id = 1") else { throw AuditError.headMissing }
        let anchor = AuditAnchor(sequence: try head.int("sequence"), hash: try head.text("hash"))
        guard try head.text("seal") == seal(anchor.sequence, anchor.hash) else { throw AuditError.headAltered }
        return anchor
    }

    func seal(_ sequence: Int, _ hash: String) throws(KeyError) -> String {
        Hex.text(HMAC<SHA256>.authenticationCode(for: Data("\(sequence)|\(hash)".utf8), using: try keys.current(.chain).key))
    }

    // MARK: Personal values

    private func sealedValues(_ event: AuditEvent, _ sequence: Int, at instant: Date, _ db: Transaction) throws -> [UInt8]? {
        if event.personal.isEmpty { return nil }
        let key = try subjectKey(event.subject, at: instant, db)
        let values = JSONValue.object(event.personal.map { JSONValue.Member(key: $0.key, value: .string($0.value)) }).description
        return try Sealed.seal(Array(values.utf8), key, id: 0, place: "audit_event#\(sequence)")
    }

    private func subjectKey(_ subject: AuditSubject, at instant: Date, _ db: Transaction) throws -> SymmetricKey {
        if let key = try self.subjectKey(subject.description, db) { return key }
        let key = SymmetricKey(size: .bits256)
        let text = key.withUnsafeBytes { Data($0).base64EncodedString() }
        let wrapped = try keys.seal(text, place: SealedColumn.place("subject_key", "wrapped", subject))
        try db.execute("insert into subject_key (subject, wrapped, made_at) values (\(subject.description), \(wrapped), \(instant))")
        return key
    }

    private func subjectKey(_ subject: String, _ db: ReadTransaction) throws -> SymmetricKey? {
        guard let row = try db.row("select wrapped from subject_key where subject = \(subject)") else { return nil }
        let text = try keys.open(try row.blob("wrapped"), place: SealedColumn.place("subject_key", "wrapped", subject))
        return Data(base64Encoded: text).map { SymmetricKey(data: $0) }
    }

    /// False where the key of a subject is not as it was sealed.
    func canOpenKey(of subject: String, _ db: ReadTransaction) throws -> Bool {
        do { return try subjectKey(subject, db) != nil } catch is KeyError { return false }
    }

    /// The personal values of an event; nil once its subject was forgotten, or where there are none.
    package func personal(_ sequence: Int, _ db: ReadTransaction) throws -> [(key: String, value: String)]? {
        guard let row = try db.row("select subject, sealed from audit_event where sequence = \(sequence)"),
            let sealed = try row.optionalBlob("sealed"), let key = try subjectKey(try row.text("subject"), db)
        else { return nil }
        let bytes = try Sealed.open(sealed, key, place: "audit_event#\(sequence)")
        guard case .object(let members)? = try? JSONValue.values(in: bytes).first else { throw KeyError.cannotOpen }
        return members.compactMap { member in
            if case .string(let value) = member.value { (member.key, value) } else { nil }
        }
    }
}

/// Why nothing can be recorded.
package enum AuditError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The row that says how far the events go is not there.
    case headMissing
    /// That row is not as it was sealed.
    case headAltered

    package var description: String {
        switch self {
        case .headAltered: "审计记录的末端标记被改动过。已停止写入，请运行 gongkai audit verify 并从备份恢复。"
        case .headMissing: "审计记录的末端标记不见了：数据库被改动过。已停止写入，请运行 gongkai audit verify 并从备份恢复。"
        }
    }
}
