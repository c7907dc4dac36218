import Glibc

/// UTF-16, with a byte order mark or told by where its NULs stand.
enum UTF16Decoding {
    enum Order { case little, big }

    /// The byte order, nil if the bytes are not UTF-16. Without a mark that order is taken in which nearly all of it
    /// is what Chinese text is made of; a NUL must be there, as every line feed and digit has one.
    static func byteOrder(of bytes: [UInt8]) -> Order? {
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return .little }
        if bytes[0] == 0xFE, bytes[1] == 0xFF { return .big }
        return bytes.withUnsafeBufferPointer { all -> Order? in
            let head = UnsafeBufferPointer(rebasing: all.prefix(4096))
            guard let base = head.baseAddress, memchr(base, 0, head.count) != nil else { return nil }
            var little = 0
            var big = 0
            let units = head.count / 2
            for i in 0..<units {
                let low = UInt16(head[i * 2])
                let high = UInt16(head[i * 2 + 1])
                if isUsual(high << 8 | low) { little += 1 }
                if isUsual(low << 8 | high) { big += 1 }
            }
            let best = max(little, big)
            guard little != big, best * 10 >= units * 7 else { return nil }
            return little > big ? .little : .big
        }
    }

    /// ASCII text, Chinese characters, their punctuation and full-width forms; surrogates stand for rare characters.
    private static func isUsual(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x20...0x7E, 0x09, 0x0A, 0x0D: true
        case 0x2010...0x2030, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF, 0xD840...0xD87F: true
        default: false
        }
    }

    static func decode(_ bytes: [UInt8], _ order: Order) throws(FormatError) -> [UInt8] {
        if bytes.count % 2 != 0 { throw .oddUTF16Length(bytes: bytes.count) }
        let low = order == .little ? 0 : 1
        func unit(_ i: Int) -> UInt32 { UInt32(bytes[i + low]) | UInt32(bytes[i + 1 - low]) << 8 }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count / 2 * 3)
        var i = unit(0) == 0xFEFF ? 2 : 0
        if i == bytes.count { throw .empty }
        var line = 1
        while i < bytes.count {
            var value = unit(i)
            let start = i
            i += 2
            if value & 0xFC00 == 0xD800 {
                guard i < bytes.count else {
                    throw .truncatedText(encoding: order == .little ? .utf16LittleEndian : .utf16BigEndian, offset: start)
                }
                let second = unit(i)
                guard second & 0xFC00 == 0xDC00 else { throw .undecodable(offset: start, line: line) }
                value = 0x10000 + (value & 0x3FF) << 10 + (second & 0x3FF)
                i += 2
            } else if value & 0xFC00 == 0xDC00 {
                throw .undecodable(offset: start, line: line)
            }
            if value == 0x0A { line += 1 }
            append(value, to: &out)
        }
        return out
    }

    /// Appends a scalar value as UTF-8.
    static func append(_ value: UInt32, to out: inout [UInt8]) {
        if value < 0x80 {
            out.append(UInt8(value))
        } else if value < 0x800 {
            out.append(UInt8(0xC0 | value >> 6))
            out.append(UInt8(0x80 | value & 0x3F))
        } else if value < 0x10000 {
            out.append(UInt8(0xE0 | value >> 12))
            out.append(UInt8(0x80 | value >> 6 & 0x3F))
            out.append(UInt8(0x80 | value & 0x3F))
        } else {
            out.append(UInt8(0xF0 | value >> 18))
            out.append(UInt8(0x80 | value >> 12 & 0x3F))
            out.append(UInt8(0x80 | value >> 6 & 0x3F))
            out.append(UInt8(0x80 | value & 0x3F))
        }
    }
}
