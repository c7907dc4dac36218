import Crypto
import Database
import Foundation
import Formats
import Markup

extension OfficeStorage {
    /// Writes a backup of one state of the data to a file, while others work with them.
    ///
    /// - Parameter master: what it is signed with: the key of these data. Without it the backup has no signature.
    /// - Returns: how many files it holds beside the database.
    /// - Throws: `KeyError.wrongMaster`, `StorageError`, `DatabaseError`, `FileStoreError`, `FormatError`; no file is left
    ///   then, but for `StorageError.unrecorded`.
    @discardableResult
    package func backUp(to path: String, signedWith master: MasterKey?, at instant: Date) async throws -> Int {
        // A signature under another key would be of no use when the backup is needed.
        if let master { try await KeyRing.check(master, opens: database) }
        guard !FileManager.default.fileExists(atPath: path) else { throw StorageError.fileExists(path: path) }
        let draft = path + ".part-" + UUID().uuidString
        let copy = draft + ".sqlite"
        defer { for name in [draft, copy, copy + "-wal", copy + "-shm"] { unlink(name) } }
        if try !database.backUp(toFile: copy) {
            let target = try Database(.sqlite(path: copy))
            try await target.migrate(try house.migrations(), at: instant)
            _ = try await database.copyTables(to: target, excluding: [FileStore.table], clearing: true)
            try target.close()
        }
        // After the database: whatever it refers to was kept before.
        let hashes = try await files.hashes()
        let tar = try TarWriter(path: draft)
        var sums = "\(try Self.add(Backup.databaseName, from: copy, to: tar))  \(Backup.databaseName)\n"
        for sha256 in hashes {
            let name = Backup.name(ofFile: sha256)
            let bytes: [UInt8]
            // Somebody may have dropped an upload since.
            do { bytes = try await files.bytes(sha256) } catch FileStoreError.unknownFile { continue }
            try tar.add(name, bytes)
            sums += "\(sha256)  \(name)\n"
        }
        // The sums last, so that one pass finds all that they are of.
        if let master { try tar.add(Backup.signature, Array(BackupSignature(Array(sums.utf8), with: master).text.utf8)) }
        try tar.add(Backup.sums, Array(sums.utf8))
        try tar.finish()
        guard link(draft, path) == 0 else {
            throw StorageError.fileSystem(path: path, reason: SystemError.words(errno))
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
        let file = try RegularFile(path)
        var hash = SHA256()
        try tar.add(name, size: file.size) {
            let piece = try file.read(upTo: 1 << 20)
            hash.update(data: piece)
            return piece
        }
        return Hex.text(hash.finalize())
    }
}
