/// What a file's first bytes say it is. Told apart before any text is decoded.
enum FileKind: Equatable {
    case zip
    case pdf
    /// Not one of the binary kinds that are known.
    case perhapsText

    /// Throws for kinds that are known and not read here.
    static func of(_ bytes: [UInt8]) throws(FormatError) -> FileKind {
        if bytes.isEmpty { throw .empty }
        if starts(bytes, "PK\u{3}\u{4}") || starts(bytes, "PK\u{5}\u{6}") { return .zip }
        if offset(of: "%PDF-", in: bytes.prefix(1024)) != nil { return .pdf }
        if let kind = refused(bytes) {
            throw kind
        }
        return .perhapsText
    }

    private static func refused(_ bytes: [UInt8]) -> FormatError? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // Names in the container are UTF-16; an encrypted DOCX or XLSX is wrapped in one.
            if offset(ofUTF16: "EncryptedPackage", in: bytes) != nil { return .encrypted }
            if offset(ofUTF16: "WordDocument", in: bytes) != nil { return .legacyOffice(kind: "Word 97-2003 文档 .doc") }
            if offset(ofUTF16: "Workbook", in: bytes) != nil || offset(ofUTF16: "Book", in: bytes) != nil {
                return .legacyOffice(kind: "Excel 97-2003 工作簿 .xls")
            }
            return .legacyOffice(kind: "OLE2 文档")
        }
        return name(of: bytes).map { .unreadable(kind: $0) }
    }

    private static func name(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "JPEG 图像" }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "PNG 图像" }
        if starts(bytes, "GIF87a") || starts(bytes, "GIF89a") { return "GIF 图像" }
        if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A]) { return "TIFF 图像" }
        if starts(bytes, "RIFF"), bytes.count > 12, bytes[8..<12].elementsEqual("WEBP".utf8) { return "WebP 图像" }
        if starts(bytes, "BM"), bytes.count > 26, bytes[6] == 0, bytes[7] == 0, bytes[8] == 0, bytes[9] == 0 {
            return "BMP 图像"
        }
        if starts(bytes, "Rar!\u{1A}\u{7}") { return "RAR 压缩包" }
        if bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) { return "7z 压缩包" }
        if bytes.starts(with: [0x1F, 0x8B, 0x08]) { return "GZIP 压缩包" }
        if bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return "Linux 程序（ELF）" }
        if starts(bytes, "MZ"), bytes.count > 64, bytes.prefix(64).contains(0) { return "Windows 程序" }
        if starts(bytes, "{\\rtf") { return "RTF 文档" }
        if starts(bytes, "MIME-Version:"), offset(of: "multipart/related", in: bytes.prefix(2048)) != nil {
            return "单一文件网页（MHTML）"
        }
        return nil
    }

    static func starts(_ bytes: [UInt8], _ magic: String) -> Bool { bytes.starts(with: magic.utf8) }

    static func offset(of needle: String, in bytes: ArraySlice<UInt8>) -> Int? {
        offset(of: Array(needle.utf8), in: bytes)
    }

    private static func offset(ofUTF16 needle: String, in bytes: [UInt8]) -> Int? {
        offset(of: needle.utf8.flatMap { [$0, 0] }, in: bytes[...])
    }

    private static func offset(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        return bytes.withUnsafeBufferPointer { all -> Int? in
            for i in 0...(all.count - needle.count) where all[i] == first {
                if all[i..<(i + needle.count)].elementsEqual(needle) { return i }
            }
            return nil
        }
    }
}
