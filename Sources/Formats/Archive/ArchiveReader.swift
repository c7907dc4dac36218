import CArchive

/// Reads ZIP archives in memory, within limits: what an entry's header says of its size is not believed.
package enum ArchiveReader {
    /// The entries whose names are wanted, in the archive's order.
    package static func entries(
        of zip: [UInt8], limits: Limits = .standard, where wanted: (String) -> Bool = { _ in true }
    ) throws(FormatError) -> [(name: String, bytes: [UInt8])] {
        var found: [(name: String, bytes: [UInt8])] = []
        var seen: Set<String> = []
        var left = limits.unpackedBytes
        try walk(zip, limits: limits) { archive, entry throws(FormatError) in
            guard let name = name(entry), wanted(name) else { return }
            if archive_entry_is_encrypted(entry) != 0 { throw .encrypted }
            guard EntryName.isSafe(name), seen.insert(name).inserted else { throw .badEntryName(name) }
            let bytes = try unpack(
                archive, name: name, expected: Int(archive_entry_size(entry)), packedFile: zip.count, left: left, limits: limits)
            left -= bytes.count
            found.append((name, bytes))
        }
        return found
    }

    /// The names of all entries, without unpacking any.
    package static func names(in zip: [UInt8], limits: Limits = .standard) throws(FormatError) -> [String] {
        var names: [String] = []
        try walk(zip, limits: limits) { _, entry throws(FormatError) in
            if let name = name(entry) { names.append(name) }
        }
        return names
    }

    private static func name(_ entry: OpaquePointer) -> String? {
        (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)).map { EntryName.withSlashes(String(cString: $0)) }
    }

    /// Visits the entries of an archive, up to the limit of their number.
    static func walk(
        _ zip: [UInt8], limits: Limits, _ visit: (OpaquePointer, OpaquePointer) throws(FormatError) -> Void
    ) throws(FormatError) {
        try UTF8Locale.use { () throws(FormatError) in try visitAll(zip, limits, visit) }
    }

    private static func visitAll(
        _ zip: [UInt8], _ limits: Limits, _ visit: (OpaquePointer, OpaquePointer) throws(FormatError) -> Void
    ) throws(FormatError) {
        guard let archive = archive_read_new() else { throw .outOfResources(detail: "内存") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip(archive)
        // The buffer must outlive the archive, so all the reading happens inside the closure.
        let result = zip.withUnsafeBytes { buffer -> Result<Void, FormatError> in
            do throws(FormatError) {
                guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                    throw damaged(archive)
                }
                var count = 0
                var entry: OpaquePointer?
                while true {
                    let status = archive_read_next_header(archive, &entry)
                    if status == ARCHIVE_EOF { return .success(()) }
                    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw damaged(archive) }
                    try limits.budget.check()
                    count += 1
                    if count > limits.entries { throw .tooManyEntries(limit: limits.entries) }
                    try visit(archive, entry)
                }
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// The bytes of the entry that was visited last.
    ///
    /// - Parameter expected: how many its header says there are, which only saves growing.
    static func unpack(
        _ archive: OpaquePointer, name: String, expected: Int, packedFile: Int, left: Int, limits: Limits
    ) throws(FormatError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(max(expected, 0), left, mostExpected))
        return try withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { (buffer) throws(FormatError) in
            while true {
                try limits.budget.check()
                let got = archive_read_data(archive, buffer.baseAddress, chunk)
                if got == 0 { return bytes }
                if got < 0 { throw damaged(archive) }
                bytes.append(contentsOf: buffer[..<got])
                if bytes.count > left { throw .unpackedTooLarge(limit: limits.unpackedBytes) }
                if bytes.count > 1 << 20, bytes.count / limits.entryRatio > packedFile {
                    throw .ratioTooHigh(entry: name, limit: limits.entryRatio)
                }
            }
        }
    }

    private static let chunk = 64 << 10
    private static let mostExpected = 1 << 20

    private static func damaged(_ archive: OpaquePointer) -> FormatError {
        .damagedArchive(detail: archive_error_string(archive).map { String(cString: $0) } ?? "原因不明")
    }
}
