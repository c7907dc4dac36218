import Crypto
import Database
import Foundation
import Formats

/// What a backup holds: the database as one SQLite file, the files by their hashes, and the SHA-256 of each entry as
/// `sha256sum -c` reads it.
enum Backup {
    static let sums = "SHA256SUMS"
    static let databaseName = OfficePlace.databaseName

    static func name(ofFile sha256: String) -> String { "files/\(sha256.prefix(2))/\(sha256.dropFirst(2))" }
}

extension OfficeStorage {
    /// Writes a backup of one state of the data to a file, while others work with them.
    ///
    /// - Returns: how many files it holds beside the database.
    /// - Throws: `StorageError`, `DatabaseError`, `ReportStoreError`, `FormatError`; no file is left then, but
    ///   for `StorageError.unrecorded`.
    @discardableResult
    public func backUp(to path: String, at instant: Date) async throws -> Int {
        guard !FileManager.default.fileExists(atPath: path) else { throw StorageError.fileExists(path: path) }
        let draft = path + ".part-" + UUID().uuidString
        let copy = draft + ".sqlite"
        defer { for name in [draft, copy, copy + "-wal", copy + "-shm"] { unlink(name) } }
        if try !database.backUp(toFile: copy) {
            let target = try Database(.sqlite(path: copy))
            try await target.migrate(try Migrations.all(), at: instant)
            _ = try await database.copyTables(to: target, excluding: [FileStore.table], clearing: true)
            try target.close()
        }
        // After the database: whatever it refers to was kept before.
        let hashes = try await files.hashes()
        let tar = try TarWriter(path: draft)
        var sums = "\(try Self.add(Backup.databaseName, from: copy, to: tar))  \(Backup.databaseName)\n"
        for sha256 in hashes {
            let name = Backup.name(ofFile: sha256)
            try tar.add(name, try await files.bytes(sha256))
            sums += "\(sha256)  \(name)\n"
        }
        try tar.add(Backup.sums, Array(sums.utf8))
        try tar.finish()
        guard link(draft, path) == 0 else {
            throw StorageError.fileSystem(path: path, reason: String(cString: strerror(errno)))
        }
        do { try LastingFile.syncFolder(of: path) } catch { throw StorageError(error) }
        // A full or read-only disk is no reason to throw a good backup away.
        do {
            try await database.write { try UnrecordedEvent.note(.backedUp, at: instant, $0) }
        } catch {
            throw StorageError.unrecorded(path: path, reason: "\(error)")
        }
        return hashes.count
    }

    /// Adds a file of any size and gives its hash.
    private static func add(_ name: String, from path: String, to tar: TarWriter) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw StorageError.fileSystem(path: path, reason: String(cString: strerror(errno)))
        }
        defer { try? file.close() }
        let size = Int(try file.seekToEnd())
        try file.seek(toOffset: 0)
        var hash = SHA256()
        try tar.add(name, size: size) {
            let piece = try file.read(upToCount: 1 << 20) ?? Data()
            hash.update(data: piece)
            return [UInt8](piece)
        }
        return Hex.text(hash.finalize())
    }
}
