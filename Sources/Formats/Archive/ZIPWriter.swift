import CArchive

/// Writes ZIP archives in memory. The same entries always give the same bytes: no clock, no user, no order of its own.
package enum ZIPWriter {
    /// An archive of the entries in their order, deflated.
    package static func archive(_ entries: [(name: String, bytes: [UInt8])]) throws(FormatError) -> [UInt8] {
        try UTF8Locale.use { () throws(FormatError) in try written(entries) }
    }

    private static func written(_ entries: [(name: String, bytes: [UInt8])]) throws(FormatError) -> [UInt8] {
        guard let archive = archive_write_new() else { throw .outOfResources(detail: "内存") }
        let sink = ByteSink()
        // Freeing an archive that is still open writes its end, so the sink must live until then.
        defer { withExtendedLifetime(sink) { _ = archive_write_free(archive) } }
        archive_write_set_format_zip(archive)
        archive_write_zip_set_compression_deflate(archive)
        archive_write_set_bytes_per_block(archive, 0)
        archive_write_set_bytes_in_last_block(archive, 1)
        let status = archive_write_open(
            archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
            { _, context, buffer, count in
                guard let context, let buffer else { return -1 }
                Unmanaged<ByteSink>.fromOpaque(context).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: count))
                return count
            }, nil)
        guard status == ARCHIVE_OK else { throw failure(archive) }
        var seen: Set<String> = []
        for entry in entries {
            guard !entry.name.isEmpty, seen.insert(entry.name).inserted else { throw .badEntryName(entry.name) }
            try add(entry.name, entry.bytes, to: archive)
        }
        guard archive_write_close(archive) == ARCHIVE_OK else { throw failure(archive) }
        return sink.bytes
    }

    private final class ByteSink {
        var bytes: [UInt8] = []
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) throws(FormatError) {
        guard let entry = archive_entry_new() else { throw .outOfResources(detail: "内存") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname_utf8(entry, name)
        archive_entry_set_size(entry, Int64(bytes.count))
        archive_entry_set_filetype(entry, 0o100000)  // A regular file.
        archive_entry_set_perm(entry, 0o644)
        // Before the earliest DOS date, so that the time zone cannot show.
        archive_entry_set_mtime(entry, 0, 0)
        guard archive_write_header(archive, entry) >= ARCHIVE_WARN else { throw failure(archive) }
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                archive_write_data(archive, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
            }
            guard written > 0 else { throw failure(archive) }
            offset += written
        }
    }

    private static func failure(_ archive: OpaquePointer) -> FormatError {
        .cannotWrite(detail: archive_error_string(archive).map { String(cString: $0) } ?? "压缩失败")
    }
}
