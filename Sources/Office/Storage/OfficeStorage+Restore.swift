import Crypto
import Database
import Foundation
import Formats

extension OfficeStorage {
    /// Brings a backup back into an empty place. All of it is there when this returns, or nothing.
    ///
    /// - Parameter path: a file that `backUp` has written.
    /// - Throws: `StorageError`, `DatabaseError`, `ReportStoreError`.
    public static func restore(_ path: String, to place: OfficePlace, at instant: Date) async throws {
        let files = FileManager.default
        if let folder = place.folder, place == .folder(folder) {
            // A disk of its own has the one from the beginning, and whoever restores holds the other.
            let lockName = AdvisoryLock.file(beside: OfficePlace.databaseName)
            let held = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).filter { !["lost+found", lockName].contains($0) }
            guard held.isEmpty, !isFile(folder) else { throw StorageError.notEmpty(place: folder) }
            // One that is there already keeps its owner and mode, and may be a disk of its own.
            let isThere = files.fileExists(atPath: folder)
            let draft = isThere ? folder + "/.part-" + UUID().uuidString : folder + ".part-" + UUID().uuidString
            defer { try? files.removeItem(atPath: draft) }
            try await prepare(path, in: draft, at: instant)
            do {
                if isThere { try pour(draft, into: folder) } else { try LastingFile.rename(draft, to: folder) }
            } catch let error as LastingFile.Failure {
                throw StorageError(error)
            }
        } else {
            let draft = files.temporaryDirectory.path + "/gongkai-restore-" + UUID().uuidString
            defer { try? files.removeItem(atPath: draft) }
            try await prepare(path, in: draft, at: instant)
            _ = try await copy(.folder(draft), to: place, at: instant)
        }
    }

    /// Unpacks a backup and makes it fit to be used, still beside its place.
    private static func prepare(_ path: String, in draft: String, at instant: Date) async throws {
        try FileManager.default.createDirectory(
            atPath: draft, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try unpack(path, into: draft)
        let storage = try await open(.folder(draft), at: instant)
        defer { try? storage.close() }
        try await storage.database.write { db in
            // What had ended since the backup must not be good again.
            try db.execute("update desk_session set ended_at = ? where ended_at is null", [SQLValue(instant)])
            try db.execute("update one_time_link set used_at = ? where used_at is null", [SQLValue(instant)])
            try UnrecordedEvent.note(.restored, at: instant, db)
        }
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

    /// Unpacks a backup and proves each entry.
    private static func unpack(_ path: String, into folder: String) throws {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw StorageError.fileSystem(path: path, reason: "没有这个文件，或没有读取权限")
        }
        var found: [String: String] = [:]
        var sums: [String: String]?
        var folders: Set<String> = [folder]
        do {
            try TarReader.read(path) { name, next in
                if name == Backup.sums {
                    var text: [UInt8] = []
                    while case let piece = try next(), !piece.isEmpty { text += piece }
                    sums = self.sums(text)
                } else {
                    found[name] = try write(folder + "/" + name, next)
                    folders.insert(URL(fileURLWithPath: folder + "/" + name).deletingLastPathComponent().path)
                }
            }
        } catch let error as FormatError {
            throw StorageError.badBackup(path: path, reason: "\(error)")
        }
        do { for folder in folders { try LastingFile.sync(folder: folder) } } catch { throw StorageError(error) }
        guard let sums else { throw StorageError.badBackup(path: path, reason: "没有 \(Backup.sums)") }
        guard found[Backup.databaseName] != nil else {
            throw StorageError.badBackup(path: path, reason: "没有 \(Backup.databaseName)")
        }
        for name in Set(sums.keys).union(found.keys).sorted() where sums[name] != found[name] {
            throw StorageError.badBackup(path: path, reason: "\(name) 与校验值不符")
        }
    }

    private static func sums(_ text: [UInt8]) -> [String: String] {
        let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { line -> (String, String)? in
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            return parts.count == 2 ? (parts[1].trimmingCharacters(in: .whitespaces), String(parts[0])) : nil
        }
        return Dictionary(lines) { first, _ in first }
    }

    /// Writes a file, lastingly, and gives its hash.
    private static func write(_ path: String, _ next: () throws(FormatError) -> [UInt8]) throws -> String {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw StorageError.fileSystem(path: path, reason: String(cString: strerror(errno))) }
        defer { try? file.close() }
        var hash = SHA256()
        while case let piece = try next(), !piece.isEmpty {
            hash.update(data: piece)
            try file.write(contentsOf: piece)
        }
        try file.synchronize()
        return Hex.text(hash.finalize())
    }
}
