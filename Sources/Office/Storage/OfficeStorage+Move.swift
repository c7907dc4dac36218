import Database
import Foundation

extension OfficeStorage {
    /// What a move has brought over.
    package struct Moved: Sendable {
        /// Each table with its rows and the digest of its content, the same on both sides.
        package let tables: [TableContent]
        package let files: Int
    }

    /// Copies all data into an empty place: every table in one transaction that compares both sides before it ends,
    /// every file proven by its hash. The source stays as it is.
    ///
    /// - Throws: `StorageError`, `DatabaseError`, `FileStoreError`; the target's tables are empty then.
    package static func move(from source: OfficePlace, to target: OfficePlace, _ house: House, at instant: Date) async throws -> Moved {
        let moved = try await copy(source, to: target, house, at: instant)
        let to = try await open(target, house, at: instant)
        defer { try? to.close() }
        try await to.database.write { try UnrecordedEvent.note(.moved, from: "\(source)", at: instant, $0) }
        return moved
    }

    /// The same without a note for the record.
    static func copy(_ source: OfficePlace, to target: OfficePlace, _ house: House, at instant: Date) async throws -> Moved {
        guard source != target else { throw StorageError.samePlace }
        if let path = source.database.sqlitePath, !FileManager.default.fileExists(atPath: path) {
            throw StorageError.fileSystem(path: path, reason: "没有这个数据库文件")
        }
        let isNew = try await isNew(target)
        let from = try await open(source, house, at: instant)
        defer { try? from.close() }
        let to = try await open(target, house, at: instant)
        defer { try? to.close() }
        // Most files first, so that the rows never refer to files that are not there; then those that came meanwhile.
        try await from.copyFiles(to: to)
        let tables = try await from.database.copyTables(to: to.database, excluding: [FileStore.table], clearing: isNew)
        return Moved(tables: tables, files: try await from.copyFiles(to: to))
    }

    /// Copies the files that are not there yet; gives how many the target has then.
    @discardableResult
    private func copyFiles(to target: OfficeStorage) async throws -> Int {
        let there = Set(try await target.files.hashes())
        let here = try await files.hashes()
        for sha256 in here where !there.contains(sha256) { try await target.files.keep(try await files.bytes(sha256)) }
        return there.union(here).count
    }

    /// True if there is no table yet; false if there are, all of them empty.
    private static func isNew(_ place: OfficePlace) async throws -> Bool {
        if let path = place.database.sqlitePath, !FileManager.default.fileExists(atPath: path) { return true }
        let database = try Database(place.database)
        defer { try? database.close() }
        if try await database.isNew() { return true }
        // Files without rows are harmless: an earlier attempt may have left them.
        guard try await database.isEmpty(excluding: [FileStore.table]) else { throw StorageError.notEmpty(place: "\(place)") }
        return false
    }
}
