import Database
import Foundation

/// Everything that the office keeps: one database, its files, its keys, and the stores of each capability over them.
public struct Records: Sendable {
    public let database: Database
    public let reports: ReportStore
    public let keys: KeyRing

    public var audit: AuditLog { AuditLog(keys) }

    /// Opens the records in a folder, which is made where it is not there yet: the SQLite file, the files, and the
    /// master key unless the environment holds one.
    ///
    /// - Parameters:
    ///   - master: nil for the key file of the folder.
    ///   - instant: when this happens, for the record.
    /// - Throws: `DatabaseError`, `ReportStoreError`, `KeyError`.
    public static func open(dataFolder: String, master: MasterKey? = nil, at instant: Date) async throws -> Records {
        let reports = try await ReportStore.open(dataFolder: dataFolder, at: instant)
        return try await open(reports, master: try master ?? MasterKey.file(dataFolder + "/key"), at: instant)
    }

    static func open(_ reports: ReportStore, master: MasterKey, at instant: Date) async throws -> Records {
        let keys = try await KeyRing.open(reports.database, master: master, at: instant)
        return Records(database: reports.database, reports: reports, keys: keys)
    }

    /// Closes the database; calls made later throw.
    public func close() throws {
        try reports.close()
    }
}
