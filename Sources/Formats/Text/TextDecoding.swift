import Markup

/// Bytes of unknown encoding to UTF-8. What cannot be decoded for certain is refused, with its place: a wrong guess
/// would publish mojibake.
package enum TextDecoding {
    /// Decodes text in UTF-8, UTF-16 or GB 18030 (and Big5 where `hint` says so), with or without a byte order mark.
    /// Valid UTF-8 comes back without a copy. `hint` is what the file says of itself; the bytes have the last word.
    package static func decode(
        _ bytes: [UInt8], hint: TextEncoding? = nil
    ) throws(FormatError) -> (utf8: [UInt8], encoding: TextEncoding) {
        try decode(bytes) { hint }
    }

    /// Decodes a web page: its `<meta>` is the hint, looked for only when the bytes are not UTF-8.
    package static func decodeHTML(_ bytes: [UInt8]) throws(FormatError) -> (utf8: [UInt8], encoding: TextEncoding) {
        try decode(bytes) { declaredCharset(bytes) }
    }

    private static func decode(
        _ bytes: [UInt8], hint: () -> TextEncoding?
    ) throws(FormatError) -> (utf8: [UInt8], encoding: TextEncoding) {
        if bytes.isEmpty { throw .empty }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = Array(bytes.dropFirst(3))
            try requireUTF8(rest, shift: 3)
            return (rest, .utf8)
        }
        if let order = UTF16Decoding.byteOrder(of: bytes) {
            let utf8 = try UTF16Decoding.decode(bytes, order)
            try requireText(check(utf8), count: utf8.count)
            return (utf8, order == .little ? .utf16LittleEndian : .utf16BigEndian)
        }
        let found = check(bytes)
        switch found.verdict {
        case .valid:
            try requireText(found, count: bytes.count)
            return (bytes, .utf8)
        case .truncated(let offset):
            try requireText(found, count: bytes.count)
            throw .truncatedText(encoding: .utf8, offset: offset)
        case .invalid(let offset):
            try requireText(found, count: bytes.count)
            if bytes.withUnsafeBytes(UTF8Check.isMostlyUTF8) {
                throw .undecodable(offset: offset, line: line(of: offset, in: bytes))
            }
        }
        let encoding: TextEncoding = hint() == .big5 ? .big5 : .gb18030
        let utf8 = try Iconv.decode(bytes, from: encoding)
        try requireText(check(utf8), count: utf8.count)
        return (utf8, encoding)
    }

    /// The encoding that a page's `<meta charset>` or `http-equiv` names, looked for in its first 4 KiB.
    static func declaredCharset(_ bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(4096).map { $0 | 0x20 }
        let key = Array("charset".utf8)
        var i = 0
        while i + key.count < head.count {
            guard head[i] == key[0], head[i..<(i + key.count)].elementsEqual(key) else {
                i += 1
                continue
            }
            i += key.count
            // `=` and blanks and quotes, as they look with bit 0x20 set.
            let separators: Set<UInt8> = [0x3D, 0x20, 0x22, 0x27]
            while i < head.count, separators.contains(head[i]) { i += 1 }
            let label = head[i...].prefix { $0.isASCIILowercase || $0.isASCIIDigit || $0 == 0x2D }
            if let encoding = TextEncoding(label: String(decoding: label, as: UTF8.self)) { return encoding }
        }
        return nil
    }

    private static func check(_ bytes: [UInt8]) -> UTF8Check { bytes.withUnsafeBytes { UTF8Check($0) } }

    private static func requireUTF8(_ bytes: [UInt8], shift: Int) throws(FormatError) {
        if bytes.isEmpty { throw .empty }
        let found = check(bytes)
        try requireText(found, count: bytes.count)
        switch found.verdict {
        case .valid: return
        case .truncated(let offset): throw .truncatedText(encoding: .utf8, offset: offset + shift)
        case .invalid(let offset): throw .undecodable(offset: offset + shift, line: line(of: offset, in: bytes))
        }
    }

    /// A stray control character comes from copying out of Word; many make a file binary, and so does one NUL.
    private static func requireText(_ found: UTF8Check, count: Int) throws(FormatError) {
        if let offset = found.firstNUL { throw .binary(offset: offset) }
        if found.controls * 64 > count { throw .binary(offset: found.firstControl) }
    }

    static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        1 + bytes.prefix(offset).reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
}
