import Database
import Foundation

/// Everything that the office keeps: one database, its files, its keys, and the stores of each capability over them.
public struct Records: Sendable {
    public let database: Database
    public let reports: ReportStore
    public let keys: KeyRing

    /// How hard passwords are to try; tests make it easy.
    let cost: PasswordCost

    public var audit: AuditLog { AuditLog(keys) }
    public var accounts: AccountStore { AccountStore(database, keys, cost: cost) }
    public var sessions: SessionStore { SessionStore(database, keys) }

    /// Opens the records in a folder, which is made where it is not there yet: the SQLite file, the files, and the
    /// master key unless the environment holds one.
    ///
    /// - Parameters:
    ///   - master: nil for the key file of the folder.
    ///   - instant: when this happens, for the record.
    /// - Throws: `DatabaseError`, `ReportStoreError`, `KeyError`.
    public static func open(dataFolder: String, master: MasterKey? = nil, at instant: Date) async throws -> Records {
        try await open(dataFolder: dataFolder, master: master, cost: .standard, at: instant)
    }

    /// The same with passwords that cost less or more to try.
    static func open(dataFolder: String, master: MasterKey? = nil, cost: PasswordCost, at instant: Date) async throws -> Records {
        let reports = try await ReportStore.open(dataFolder: dataFolder, at: instant)
        let keys = try await KeyRing.open(reports.database, master: try master ?? MasterKey.file(dataFolder + "/key"), at: instant)
        return Records(database: reports.database, reports: reports, keys: keys, cost: cost)
    }

    /// The names of active organizations by their ids.
    public func organizationNames() async throws -> [Int: String] {
        try await database.read { db in
            var names: [Int: String] = [:]
            for row in try db.rows("select id, name from organization where state = 'active'") {
                names[try row.int("id")] = try row.optionalText("name") ?? ""
            }
            return names
        }
    }

    /// Closes the database; calls made later throw.
    public func close() throws {
        try reports.close()
    }
}
