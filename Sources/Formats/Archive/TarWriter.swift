import CArchive
import Foundation

/// Writes a compressed tar archive to a file, piece by piece, so that no large file is ever whole in memory.
package final class TarWriter {
    private let archive: OpaquePointer
    private let path: String

    /// - Parameter path: must not be there yet; the archive is only for its owner to read.
    package init(path: String) throws(FormatError) {
        guard let archive = archive_write_new() else { throw .outOfResources(detail: "内存") }
        self.archive = archive
        self.path = path
        archive_write_set_format_pax_restricted(archive)
        archive_write_add_filter_gzip(archive)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotWrite(detail: SystemError.words(errno)) }
        close(file)
        guard archive_write_open_filename(archive, path) == ARCHIVE_OK else { throw failure() }
    }

    deinit {
        archive_write_free(archive)
    }

    /// Adds an entry; `next` gives its bytes piece by piece, nothing at the end, `size` of them in all.
    ///
    /// - Parameter name: in ASCII. Without a locale the library has no name of other letters, and reads from nowhere.
    package func add(_ name: String, size: Int, _ next: () throws -> [UInt8]) throws {
        guard name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { throw FormatError.badEntryName(name) }
        guard let entry = archive_entry_new() else { throw FormatError.outOfResources(detail: "内存") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, name)
        archive_entry_set_size(entry, Int64(size))
        archive_entry_set_filetype(entry, 0o100000)  // A regular file.
        archive_entry_set_perm(entry, 0o600)
        guard archive_write_header(archive, entry) >= ARCHIVE_WARN else { throw failure() }
        while true {
            let piece = try next()
            if piece.isEmpty { break }
            guard piece.withUnsafeBytes({ archive_write_data(archive, $0.baseAddress, $0.count) }) == piece.count else {
                throw failure()
            }
        }
    }

    /// Adds an entry of a few bytes.
    package func add(_ name: String, _ bytes: [UInt8]) throws {
        var rest = bytes
        try add(name, size: bytes.count) {
            defer { rest = [] }
            return rest
        }
    }

    /// Ends the archive; when this returns it survives a loss of power.
    package func finish() throws(FormatError) {
        guard archive_write_close(archive) == ARCHIVE_OK else { throw failure() }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotWrite(detail: SystemError.words(errno)) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .cannotWrite(detail: SystemError.words(errno)) }
    }

    private func failure() -> FormatError {
        .cannotWrite(detail: archive_error_string(archive).map { String(cString: $0) } ?? "写入失败")
    }
}
