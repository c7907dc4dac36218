import CArchive
import Glibc

/// Reads a compressed tar archive from a file, piece by piece.
package enum TarReader {
    /// Calls `entry` for each entry in the archive's order, from its beginning, with a function that gives its bytes piece by
    /// piece and nothing at the end. Entries that are no files, names that lead out of a folder, that come twice or that are not
    /// `allowed`, are an error.
    package static func read(
        _ file: borrowing RegularFile, allowing isAllowed: (String) -> Bool = { _ in true },
        _ entry: (_ name: String, _ next: () throws(FormatError) -> [UInt8]) throws -> Void
    ) throws {
        guard let archive = archive_read_new() else { throw FormatError.outOfResources(detail: "内存") }
        defer { archive_read_free(archive) }
        archive_read_support_format_tar(archive)
        archive_read_support_filter_gzip(archive)
        guard lseek(file.descriptor, 0, SEEK_SET) == 0, archive_read_open_fd(archive, file.descriptor, 1 << 20) == ARCHIVE_OK else {
            throw damaged(archive)
        }
        var seen: Set<String> = []
        while true {
            var header: OpaquePointer?
            let status = archive_read_next_header(archive, &header)
            if status == ARCHIVE_EOF { return }
            guard status == ARCHIVE_OK, let header else { throw damaged(archive) }
            let name = (archive_entry_pathname_utf8(header) ?? archive_entry_pathname(header)).map { String(cString: $0) } ?? ""
            // A hard link has the type of a file, too.
            guard EntryName.isSafe(name), isAllowed(name), archive_entry_filetype(header) == 0o100000,
                archive_entry_hardlink(header) == nil, seen.insert(name).inserted
            else { throw FormatError.badEntryName(name) }
            try entry(name) { () throws(FormatError) in try piece(archive) }
        }
    }

    private static func piece(_ archive: OpaquePointer) throws(FormatError) -> [UInt8] {
        let size = 1 << 20
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            got = archive_read_data(archive, buffer.baseAddress, size)
            count = max(0, got)
        }
        guard got >= 0 else { throw damaged(archive) }
        return bytes
    }

    private static func damaged(_ archive: OpaquePointer) -> FormatError {
        .damagedArchive(detail: archive_error_string(archive).map { String(cString: $0) } ?? "原因不明")
    }
}
