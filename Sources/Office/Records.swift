import Database
import Foundation

/// Everything that the office keeps: one database, its files, its keys, and the stores of each capability over them.
package struct Records: Sendable {
    package let storage: OfficeStorage
    package let keys: KeyRing
    /// How hard passwords are to try; tests make it easy.
    let cost: PasswordCost
    let master: MasterKey
    /// The file that the master key was read from; nil where it was given.
    let keyFile: String?
    package let settings: SettingStore

    package var house: House { storage.house }
    package var database: Database { storage.database }
    package var files: FileStore { storage.files }
    package var audit: AuditLog { AuditLog(keys) }
    /// What all stores change the data through.
    package var audited: AuditedDatabase { AuditedDatabase(database, audit) }
    package var accounts: AccountStore { AccountStore(audited, keys, personal: house.personal, cost: cost) }
    package var sessions: SessionStore { SessionStore(audited) }

    /// Opens the records of a place, which is made where it is not there yet.
    ///
    /// - Parameters:
    ///   - house: the program's capabilities.
    ///   - master: nil for the key file beside an SQLite file; on a server it must be given.
    ///   - instant: when this happens, for the record.
    ///   - evenIfAltered: for whoever looks what is wrong with the database.
    /// - Throws: `StorageError.foreignStructure`, `DatabaseError`, `FileStoreError`, `KeyError`.
    package static func open(
        _ place: OfficePlace, _ house: House, master: MasterKey? = nil, at instant: Date, evenIfAltered: Bool = false
    ) async throws -> Records {
        try await open(place, house, master: master, cost: .standard, at: instant, evenIfAltered: evenIfAltered)
    }

    /// The same with passwords that cost less or more to try.
    static func open(
        _ place: OfficePlace, _ house: House, master: MasterKey? = nil, cost: PasswordCost, at instant: Date, evenIfAltered: Bool = false
    ) async throws -> Records {
        let storage = try await OfficeStorage.open(place, house, at: instant, evenIfAltered: evenIfAltered)
        if let master { return try await open(storage, master, keyFile: nil, cost, instant) }
        guard let path = place.keyFile else { throw KeyError.missing }
        // One is made only for a database that has nothing sealed yet: another would not open it.
        if !FileManager.default.fileExists(atPath: path), try await KeyRing.exists(in: storage.database) { throw KeyError.lost(path: path) }
        do {
            return try await open(storage, try MasterKey.file(path), keyFile: path, cost, instant)
        } catch KeyError.wrongMaster where FileManager.default.fileExists(atPath: waiting(path)) {
            // Its rotation was broken off behind the last step but one.
            let records = try await open(storage, try MasterKey.file(waiting(path)), keyFile: path, cost, instant)
            try take(waiting(path), as: path)
            return records
        }
    }

    private static func open(
        _ storage: OfficeStorage, _ master: MasterKey, keyFile: String?, _ cost: PasswordCost, _ instant: Date
    ) async throws -> Records {
        let keys = try await KeyRing.open(storage.database, master: master, personal: storage.house.personal, at: instant)
        let records = Records(
            storage: storage, keys: keys, cost: cost, master: master, keyFile: keyFile,
            settings: SettingStore(AuditedDatabase(storage.database, AuditLog(keys)), storage.house.settings))
        // A record that was tampered with takes nothing: that must not keep out whoever looks what is wrong.
        do { try await records.recordNotes(at: instant) } catch is AuditError {}
        return records
    }

    /// Puts into the record what was noted of the data as a whole: backups, restorations, moves.
    ///
    /// - Throws: `AuditError`, `DatabaseError`.
    package func recordNotes(at instant: Date) async throws {
        try await UnrecordedEvent.record(in: audited, at: instant)
    }

    /// The names of active organizations by their ids, or of all that ever were.
    package func organizationNames(withEnded: Bool = false) async throws -> [Int: String] {
        try await database.read { db in
            var names: [Int: String] = [:]
            for row in try db.rows("select id, name from organization\(where: withEnded ? [] : ["state = 'active'"])") {
                names[try row.int("id")] = try row.optionalText("name") ?? ""
            }
            return names
        }
    }

    /// Closes the database; calls made later throw.
    package func close() throws {
        try storage.close()
    }
}
