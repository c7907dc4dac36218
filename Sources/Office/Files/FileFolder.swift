import Formats
import Foundation

/// Files by the SHA-256 of their bytes: `ab/cdef…` in one folder.
struct FileFolder: Sendable {
    private let folder: String

    /// - Parameter folder: made where it is not there yet.
    init(folder: String) throws(FileStoreError) {
        self.folder = folder
        try FileFolder.makeFolder(folder)
        try FileFolder.sync(URL(fileURLWithPath: folder).deletingLastPathComponent().path)
    }

    /// Keeps a file; when this returns it survives a loss of power.
    ///
    /// - Returns: the SHA-256 of the bytes, in hexadecimal.
    func keep(_ bytes: [UInt8]) throws(FileStoreError) -> String {
        let sha256 = FileStore.sha256(bytes)
        let (parent, path) = place(sha256)
        if !FileManager.default.fileExists(atPath: parent) {
            try FileFolder.makeFolder(parent)
            try FileFolder.sync(folder)
        }
        // Compared and not taken on trust: a file that the disk spoiled is put right by importing it again.
        if (try? FileFolder.content(path)) != bytes {
            // Under a name of its own first, so that no reader ever finds a part.
            let draft = parent + "/.draft-" + UUID().uuidString
            do throws(LastingFile.Failure) {
                try LastingFile.write(bytes, to: draft, mode: 0o600)
                try LastingFile.rename(draft, to: path)
            } catch {
                unlink(draft)
                throw FileFolder.failure(error)
            }
        } else {
            // Whoever kept it may not have come so far.
            try FileFolder.sync(parent)
        }
        return sha256
    }

    /// The bytes of a kept file, proven to be those that were kept.
    ///
    /// - Throws: `.unknownFile`, `.damagedFile`.
    func bytes(_ sha256: String) throws(FileStoreError) -> [UInt8] {
        // Asked for by address: nothing but a hash may become a path.
        guard FileStore.isHash(sha256) else { throw .unknownFile(sha256: sha256) }
        let bytes: [UInt8]
        do throws(FileAccessError) { bytes = try FileFolder.content(place(sha256).path) } catch {
            if error.reason == .missing { throw .unknownFile(sha256: sha256) }
            throw .fileSystem(path: error.path, reason: error.message)
        }
        guard FileStore.sha256(bytes) == sha256 else { throw .damagedFile(sha256: sha256) }
        return bytes
    }

    /// A kept file, to be read in pieces.
    ///
    /// - Throws: `.unknownFile`, `.fileSystem`.
    func open(_ sha256: String) throws(FileStoreError) -> KeptFile {
        guard FileStore.isHash(sha256) else { throw .unknownFile(sha256: sha256) }
        let path = place(sha256).path
        do throws(FileAccessError) {
            return KeptFile(size: try RegularFile(path).size, sha256: sha256) { offset, count in
                try RegularFile(path).bytes(at: offset, count: count)
            }
        } catch {
            if error.reason == .missing { throw .unknownFile(sha256: sha256) }
            throw .fileSystem(path: error.path, reason: error.message)
        }
    }

    /// True where a file of that hash is there, whatever its content.
    func has(_ sha256: String) -> Bool { FileManager.default.fileExists(atPath: place(sha256).path) }

    /// Removes a file; one that is not there is no fault.
    func remove(_ sha256: String) throws(FileStoreError) {
        guard FileStore.isHash(sha256) else { return }
        let (parent, path) = place(sha256)
        guard unlink(path) == 0 else {
            if errno == ENOENT { return }
            throw .fileSystem(path: path, reason: "不能删除")
        }
        try FileFolder.sync(parent)
    }

    /// The hashes of all kept files, in order.
    func hashes() throws(FileStoreError) -> [String] {
        do {
            let files = FileManager.default
            return try files.contentsOfDirectory(atPath: folder).filter { $0.utf8.count == 2 }.flatMap { parent in
                try files.contentsOfDirectory(atPath: folder + "/" + parent).map { parent + $0 }
            }.filter(FileStore.isHash).sorted()
        } catch {
            throw .fileSystem(path: folder, reason: "不能列出其中的文件")
        }
    }

    /// Far more than any file that is let in.
    private static func content(_ path: String) throws(FileAccessError) -> [UInt8] { try RegularFile.bytes(path, limit: 1 << 30) }

    private func place(_ sha256: String) -> (parent: String, path: String) {
        let parent = folder + "/" + sha256.prefix(2)
        return (parent, parent + "/" + sha256.dropFirst(2))
    }

    private static func makeFolder(_ path: String) throws(FileStoreError) {
        do { try LastingFile.makeFolder(path) } catch { throw failure(error) }
    }

    private static func sync(_ folder: String) throws(FileStoreError) {
        do { try LastingFile.sync(folder: folder) } catch { throw failure(error) }
    }

    private static func failure(_ failure: LastingFile.Failure) -> FileStoreError {
        .fileSystem(path: failure.path, reason: failure.reason)
    }
}
