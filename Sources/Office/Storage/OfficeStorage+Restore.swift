import Database
import Foundation

extension OfficeStorage {
    /// Brings a backup back into an empty place. All of it is there when this returns, or nothing.
    ///
    /// - Parameters:
    ///   - path: a file that `backUp` has written.
    ///   - master: the key that it was signed with.
    ///   - unsigned: takes one without a signature, too, or one that cannot be proven for want of the key.
    /// - Returns: true where the signature was proven.
    /// - Throws: `StorageError`, `DatabaseError`, `FileStoreError`.
    @discardableResult
    package static func restore(
        _ path: String, to place: OfficePlace, _ house: House, signedWith master: MasterKey?, unsigned: Bool = false, at instant: Date
    ) async throws -> Bool {
        let files = FileManager.default
        if let folder = place.folder, place == .folder(folder) {
            // A disk of its own has the one from the beginning, the key may be put there before, and whoever restores holds the lock.
            let own: Set<String> = ["lost+found", OfficePlace.keyName, AdvisoryLock.file(beside: OfficePlace.databaseName)]
            let held = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).filter { !own.contains($0) }
            guard held.isEmpty, !isFile(folder) else { throw StorageError.notEmpty(place: folder) }
        }
        let archive = try BackupArchive(path, master: master, unsigned: unsigned)
        if let folder = place.folder, place == .folder(folder) {
            // One that is there already keeps its owner and mode, and may be a disk of its own.
            let isThere = files.fileExists(atPath: folder)
            let draft = isThere ? folder + "/.part-" + UUID().uuidString : folder + ".part-" + UUID().uuidString
            let above = try makeFolder(draft)
            var isDone = false
            defer {
                try? files.removeItem(atPath: draft)
                if !isDone { removeEmptyFolders(from: draft, upTo: above) }
            }
            try await prepare(archive, in: draft, house, at: instant)
            do {
                if isThere { try pour(draft, into: folder) } else { try LastingFile.rename(draft, to: folder) }
            } catch let error as LastingFile.Failure {
                throw StorageError(error)
            }
            isDone = true
        } else {
            let draft = files.temporaryDirectory.path + "/gongkai-restore-" + UUID().uuidString
            try makeFolder(draft)
            defer { try? files.removeItem(atPath: draft) }
            try await prepare(archive, in: draft, house, at: instant)
            _ = try await copy(.folder(draft), to: place, house, at: instant)
        }
        return archive.isProven
    }

    @discardableResult
    private static func makeFolder(_ path: String) throws -> String? {
        do { return try LastingFile.makeFolder(path) } catch { throw StorageError(error) }
    }

    /// Takes away the folders that were made for a draft that came to nothing.
    private static func removeEmptyFolders(from draft: String, upTo uppermost: String?) {
        guard let uppermost else { return }
        var folder = draft
        while folder.utf8.count > uppermost.utf8.count {
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
            guard folder.utf8.count >= uppermost.utf8.count, rmdir(folder) == 0 else { return }
        }
    }

    /// Unpacks a backup and makes it fit to be used, still beside its place. The database must have the structure of this
    /// program, or of an earlier one, and nothing beside it.
    private static func prepare(_ archive: borrowing BackupArchive, in draft: String, _ house: House, at instant: Date) async throws {
        try archive.unpack(into: draft)
        let storage: OfficeStorage
        do {
            storage = try await open(.folder(draft), house, at: instant)
        } catch StorageError.foreignStructure(_, let faults) {
            throw StorageError.badBackup(path: archive.path, reason: "数据库的结构与本程序的不符：\(faults.joined(separator: "；"))")
        }
        defer { try? storage.close() }
        // What an index holds need not be what its table holds.
        try await storage.database.rebuildIndexes()
        try await storage.database.write { db in
            // What had ended since the backup must not be good again.
            try db.execute("update desk_session set ended_at = \(instant) where ended_at is null")
            try db.execute("update one_time_link set used_at = \(instant) where used_at is null")
            try UnrecordedEvent.note(.restored, at: instant, db)
        }
        // In a transaction of its own: whatever stood in the way would have come back by now.
        let open = try await storage.database.write { db in
            try db.row(
                """
                select (select count(*) from desk_session where ended_at is null)
                  + (select count(*) from one_time_link where used_at is null) as n
                """)?.int("n") ?? 0
        }
        guard open == 0 else { throw StorageError.sessionsOpen(count: open) }
    }

    /// Puts all that is in a folder into the one around it, the database last: until then nothing takes it for an office.
    private static func pour(_ draft: String, into folder: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: draft).sorted { first, second in
            second == OfficePlace.databaseName || first != OfficePlace.databaseName && first < second
        }
        var poured: [String] = []
        do {
            for name in names {
                try LastingFile.rename(draft + "/" + name, to: folder + "/" + name)
                poured.append(name)
            }
        } catch {
            for name in poured { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
            throw error
        }
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }
}
