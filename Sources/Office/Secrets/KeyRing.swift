import Crypto
import Database
import Foundation
import Markup

/// The keys that the office's data are sealed with, opened by the master key.
package struct KeyRing: Sendable {
    /// What a key is for: none does two works.
    enum Purpose: String, CaseIterable, Sendable {
        /// Personal data in tables.
        case field
        /// Look-ups of personal data.
        case index
        /// The chain of events.
        case chain
        /// Forms and cookies, so that any node can answer.
        case token
    }

    private let keys: [Int: SymmetricKey]
    /// The key that seals now, by purpose.
    private let current: [Purpose: Int]

    /// Opens the keys of a database, made where it has none yet.
    ///
    /// - Throws: `KeyError.wrongMaster`, `.keysMissing` where keys were taken away, `DatabaseError`.
    static func open(_ database: Database, master: MasterKey, personal: [PersonalColumn], at instant: Date) async throws -> KeyRing {
        if let ring = try await database.read(from: .primary, { try read($0, master) }) { return ring }
        return try await database.write { db in
            // Another node may have been faster.
            if let ring = try read(db, master) { return ring }
            // Other keys would open nothing, and a new chain would hide what became of the old one.
            for table in Set(["audit_event", "audit_head"] + personal.map(\.table)).sorted() {
                if try db.row("select 1 as n from \(name: table) limit 1") != nil { throw KeyError.keysMissing }
            }
            for purpose in Purpose.allCases { _ = try make(purpose, master, at: instant, db) }
            guard let ring = try read(db, master) else { throw KeyError.cannotOpen }
            try AuditLog.begin(ring, db)
            return ring
        }
    }

    /// True where a database has keys already.
    static func exists(in database: Database) async throws -> Bool {
        try await database.read(from: .primary) { db in try db.row("select id from data_key limit 1") != nil }
    }

    /// Makes sure that a master key opens the keys of a database; one without any is opened by each.
    ///
    /// - Throws: `KeyError.wrongMaster`, `.keysMissing`, `DatabaseError`.
    static func check(_ master: MasterKey, opens database: Database) async throws {
        _ = try await database.read(from: .primary) { db in try read(db, master) != nil }
    }

    private static func read(_ db: ReadTransaction, _ master: MasterKey) throws -> KeyRing? {
        var keys: [Int: SymmetricKey] = [:]
        var current: [Purpose: Int] = [:]
        for row in try db.rows("select id, purpose, wrapped, retired_at from data_key order by id") {
            let id = try row.int("id")
            do throws(KeyError) {
                keys[id] = SymmetricKey(data: try Sealed.open(unwrapped(row), master.key, place: "data_key#\(id)"))
            } catch {
                throw KeyError.wrongMaster
            }
            if try row.optionalInt("retired_at") == nil { current[try row.value("purpose", as: Purpose.self)] = id }
        }
        if keys.isEmpty { return nil }
        guard current.count == Purpose.allCases.count else { throw KeyError.keysMissing }
        return KeyRing(keys: keys, current: current)
    }

    private static func unwrapped(_ row: SQLRow) throws(KeyError) -> [UInt8] {
        do { return try row.blob("wrapped") } catch { throw .cannotOpen }
    }

    private static func make(_ purpose: Purpose, _ master: MasterKey, at instant: Date, _ db: Transaction) throws -> Int {
        let id = try Counter.next("data_key", db)
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { [UInt8]($0) }
        let wrapped = try Sealed.seal(bytes, master.key, id: 0, place: "data_key#\(id)")
        try db.execute("insert into data_key (id, purpose, wrapped, made_at) values (\(id), \(purpose), \(wrapped), \(instant))")
        return id
    }

    // MARK: Using

    func key(_ id: Int) throws(KeyError) -> SymmetricKey {
        guard let key = keys[id] else { throw .unknownKey(id) }
        return key
    }

    func current(_ purpose: Purpose) throws(KeyError) -> (id: Int, key: SymmetricKey) {
        guard let id = current[purpose] else { throw .cannotOpen }
        return (id, try key(id))
    }

    /// Seals personal data for one place: `account.phone#12`.
    func seal(_ plain: String, place: String) throws(KeyError) -> [UInt8] {
        let (id, key) = try current(.field)
        return try Sealed.seal(Array(plain.utf8), key, id: id, place: place)
    }

    /// What `seal` sealed for that place.
    ///
    /// - Throws: `KeyError.cannotOpen` where it was altered, or stands elsewhere.
    func open(_ sealed: [UInt8], place: String) throws(KeyError) -> String {
        guard let id = Sealed.keyID(sealed) else { throw .cannotOpen }
        return String(decoding: try Sealed.open(sealed, try key(id), place: place), as: UTF8.self)
    }

    /// A value by which equal data are found again and nothing is learned: an HMAC under a key of its own.
    func blind(_ text: String, kind: String) throws(KeyError) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(kind)|\(text)".utf8), using: try current(.index).key)
        return Hex.text(code.prefix(16))
    }

    /// The secret that forms are signed with.
    package func tokenSecret() throws(KeyError) -> [UInt8] {
        try current(.token).key.withUnsafeBytes { [UInt8]($0) }
    }

    // MARK: Rotating

    /// Seals all keys under a new master key, and makes a new key for what is sealed from now on.
    ///
    /// - Throws: `KeyError`, `DatabaseError`.
    func rotate(
        _ database: Database, from master: MasterKey, to new: MasterKey, personal: [PersonalColumn], by actor: Actor, at instant: Date
    ) async throws {
        try await database.write { db in
            for row in try db.rows("select id, wrapped from data_key") {
                let id = try row.int("id")
                let bytes = try Sealed.open(try row.blob("wrapped"), master.key, place: "data_key#\(id)")
                let wrapped = try Sealed.seal(bytes, new.key, id: 0, place: "data_key#\(id)")
                try db.execute("update data_key set wrapped = \(wrapped) where id = \(id)")
            }
            try db.execute("update data_key set retired_at = \(instant) where purpose = \(Purpose.field) and retired_at is null")
            let id = try KeyRing.make(.field, new, at: instant, db)
            guard let ring = try KeyRing.read(db, new) else { throw KeyError.cannotOpen }
            for column in personal where column.isSealed { try column.reseal(ring, db) }
            try AuditLog(ring).append(
                AuditEvent(actor, .site, "key.rotated", subject: .site, facts: ["key": .number("\(id)")]), at: instant, db)
        }
    }
}

/// What personal values are sealed for: the place in the database that a value is bound to as associated data (AES-GCM), so that
/// it opens nowhere else.
enum SealedColumn {
    static func place(_ table: String, _ column: String, _ id: some CustomStringConvertible) -> String { "\(table).\(column)#\(id)" }
}
