import CArchive
import Glibc

/// A ZIP archive that people pack files of any kind into, to send them together: unlike a DOCX it has no parts that must
/// be there, and its names may be in the encoding of the machine that packed it.
package enum FileBundle {
    /// A file of the archive.
    package struct File: Sendable, Equatable {
        /// Without its folders.
        package var name: String
        package var content: Result<[UInt8], FormatError>
    }

    /// True for a ZIP archive that is none of the office formats, which are ZIP archives too.
    package static func isBundle(_ bytes: [UInt8], limits: Limits = .standard) -> Bool {
        guard (try? FileKind.of(bytes)) == .zip else { return false }
        do {
            _ = try FileFormat.detect(bytes: bytes, name: nil)
            return false
        } catch .unreadable(let kind) {
            return kind == FileFormat.bundleName
        } catch .tooManyEntries {
            return true
        } catch {
            return false
        }
    }

    /// The regular files of an archive in its order; folders, links and what file managers leave behind are not among them.
    /// A file that cannot be unpacked is told in its place, and the rest goes on.
    ///
    /// - Parameter limits: `entries` of the archive, `fileBytes` of one file, `unpackedBytes` of all together.
    /// - Throws: `FormatError` where the archive cannot be read on.
    package static func files(of zip: [UInt8], limits: Limits) throws(FormatError) -> (files: [File], leftOut: Int) {
        var files: [File] = []
        var leftOut = 0
        var left = limits.unpackedBytes
        try ArchiveReader.walk(zip, limits: limits) { archive, entry throws(FormatError) in
            guard archive_entry_filetype(entry) == 0o100000 else {
                // A folder is nothing of its own.
                if archive_entry_filetype(entry) != 0o040000 { leftOut += 1 }
                return
            }
            guard let path = path(entry), let name = name(path) else {
                leftOut += 1
                return
            }
            if archive_entry_is_encrypted(entry) != 0 {
                files.append(File(name: name, content: .failure(.encrypted)))
                return
            }
            do throws(FormatError) {
                let most = min(left, limits.fileBytes)
                let bytes = try ArchiveReader.unpack(
                    archive, name: name, expected: Int(archive_entry_size(entry)), packedFile: zip.count, left: most, limits: limits)
                left -= bytes.count
                files.append(File(name: name, content: .success(bytes)))
            } catch .damagedArchive(let detail) {
                throw .damagedArchive(detail: detail)
            } catch .unpackedTooLarge where left >= limits.fileBytes {
                left -= limits.fileBytes
                files.append(File(name: name, content: .failure(.tooLarge(bytes: limits.fileBytes + 1, limit: limits.fileBytes))))
            } catch {
                // What was unpacked of it counts: many such files would cost as much as one.
                left -= min(left, limits.fileBytes)
                files.append(File(name: name, content: .failure(error)))
            }
        }
        return (files, leftOut)
    }

    /// The path of an entry: UTF-8, or what a Chinese Windows packed. Decoded before it is cut, since in GB 18030 half a
    /// character may look like a backslash.
    private static func path(_ entry: OpaquePointer) -> String? {
        guard let bytes = archive_entry_pathname(entry).map({ Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }),
            !bytes.isEmpty, let decoded = try? TextDecoding.decode(bytes).utf8
        else { return nil }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The last part of a path; nil for what file managers leave behind.
    private static func name(_ path: String) -> String? {
        let parts = path.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        guard let last = parts.last, !last.starts(with: ".".utf8), !parts.contains(where: { $0.elementsEqual("__MACOSX".utf8) }) else {
            return nil
        }
        let name = String(decoding: last, as: UTF8.self)
        return ["Thumbs.db", "desktop.ini"].contains(name) ? nil : name
    }
}
