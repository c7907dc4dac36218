import Crypto
import Formats
import Foundation
import Markup

/// A backup that was read through and proven before any of it is written anywhere: its entries are those of a backup, each has
/// the hash that the sums say, and the signature is that of the sums.
struct BackupArchive: ~Copyable {
    let path: String
    private let file: RegularFile
    /// By their names.
    private let sums: [String: String]
    /// False where nobody could prove it, and whoever asked wanted it even so.
    let isProven: Bool

    /// - Parameters:
    ///   - master: the key that it was signed with; nil where it is not at hand.
    ///   - unsigned: takes one without a signature, or one that cannot be proven for want of the key. A wrong one never.
    /// - Throws: `StorageError`.
    init(_ path: String, master: MasterKey?, unsigned: Bool) throws {
        let file: RegularFile
        do { file = try RegularFile(path) } catch { throw StorageError.fileSystem(path: path, reason: error.message) }
        var found: [String: String] = [:]
        var (sumText, signatureText): ([UInt8]?, [UInt8]?) = (nil, nil)
        do {
            try TarReader.read(file, allowing: Backup.holds) { name, next in
                switch name {
                case Backup.sums: sumText = try BackupArchive.text(next, limit: 1 << 28)
                case Backup.signature: signatureText = try BackupArchive.text(next, limit: 1 << 10)
                default: found[name] = try BackupArchive.hash(next) { _ in }
                }
            }
        } catch let error as FormatError {
            throw StorageError.badBackup(path: path, reason: "\(error)")
        }
        guard let sumText else { throw StorageError.badBackup(path: path, reason: "没有 \(Backup.sums)") }
        guard let sums = Backup.read(sums: sumText) else { throw StorageError.badBackup(path: path, reason: "\(Backup.sums) 不完整") }
        guard found[Backup.databaseName] != nil else {
            throw StorageError.badBackup(path: path, reason: "没有 \(Backup.databaseName)")
        }
        for name in Set(sums.keys).union(found.keys).sorted() {
            let isItself = Backup.sha256(ofName: name).map { $0 == found[name] } ?? true
            guard sums[name] == found[name], isItself else { throw StorageError.badBackup(path: path, reason: "\(name) 与校验值不符") }
        }
        isProven = try BackupArchive.prove(signatureText, of: sumText, path, master, unsigned: unsigned)
        (self.path, self.sums) = (path, sums)
        self.file = file
    }

    /// - Returns: false where it cannot be proven.
    private static func prove(_ text: [UInt8]?, of sums: [UInt8], _ path: String, _ master: MasterKey?, unsigned: Bool) throws -> Bool {
        guard let text else {
            if unsigned { return false }
            throw StorageError.unsigned(path: path)
        }
        guard let signature = BackupSignature(text) else { throw StorageError.wrongSignature(path: path) }
        guard let master else {
            if unsigned { return false }
            throw StorageError.keyMissing(path: path)
        }
        guard signature.names(master) else { throw StorageError.otherKey(path: path) }
        guard signature.holds(for: sums, with: master) else { throw StorageError.wrongSignature(path: path) }
        return true
    }

    /// Writes what the backup holds into an empty folder, lastingly.
    ///
    /// - Throws: `StorageError`.
    func unpack(into folder: String) throws {
        var folders: Set<String> = [folder]
        do {
            try TarReader.read(file, allowing: Backup.holds) { name, next in
                if name == Backup.sums || name == Backup.signature { return }
                let target = folder + "/" + name
                let parent = URL(fileURLWithPath: target).deletingLastPathComponent().path
                if folders.insert(parent).inserted { try LastingFile.makeFolder(parent) }
                // The archive may have been written to since it was proven.
                guard try BackupArchive.write(target, next) == sums[name] else {
                    throw StorageError.badBackup(path: path, reason: "\(name) 与校验值不符")
                }
            }
            for folder in folders { try LastingFile.sync(folder: folder) }
            if folders.count > 1 { try LastingFile.sync(folder: folder + "/files") }
        } catch let error as FormatError {
            throw StorageError.badBackup(path: path, reason: "\(error)")
        } catch let error as LastingFile.Failure {
            throw StorageError(error)
        }
    }

    private static func text(_ next: () throws(FormatError) -> [UInt8], limit: Int) throws(FormatError) -> [UInt8] {
        var text: [UInt8] = []
        while case let piece = try next(), !piece.isEmpty {
            text += piece
            if text.count > limit { throw .unpackedTooLarge(limit: limit) }
        }
        return text
    }

    private static func hash(_ next: () throws(FormatError) -> [UInt8], _ body: ([UInt8]) throws -> Void) throws -> String {
        var hash = SHA256()
        while case let piece = try next(), !piece.isEmpty {
            hash.update(data: piece)
            try body(piece)
        }
        return Hex.text(hash.finalize())
    }

    private static func write(_ path: String, _ next: () throws(FormatError) -> [UInt8]) throws -> String {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw LastingFile.Failure.now(path) }
        defer { close(file) }
        let sum = try hash(next) { try LastingFile.write($0, to: file, path) }
        guard fsync(file) == 0 else { throw LastingFile.Failure.now(path) }
        return sum
    }
}
