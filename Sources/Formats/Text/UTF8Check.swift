/// One pass over bytes that tells whether they are UTF-8 text, at memory speed for ASCII and for Chinese.
struct UTF8Check {
    enum Verdict: Equatable {
        case valid
        /// Bytes that no UTF-8 has, at the offset.
        case invalid(Int)
        /// A character that starts at the offset goes on past the end.
        case truncated(Int)
    }

    var verdict: Verdict
    /// Where the first NUL stands, if any.
    var firstNUL: Int?
    /// Control characters that text has no use for, and where the first stands.
    var controls = 0
    var firstControl = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        verdict = .valid
        let count = bytes.count
        var i = 0
        while i < count {
            let byte = bytes[i]
            if byte < 0x80 {
                while i + 8 <= count {
                    let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                    if word & 0x8080_8080_8080_8080 != 0 { break }
                    // A byte below 0x20 borrows into its top bit.
                    if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0 {
                        for k in i..<(i + 8) where bytes[k] < 0x20 { note(bytes[k], at: k) }
                    }
                    i += 8
                }
                while i < count, bytes[i] < 0x80 {
                    if bytes[i] < 0x20 { note(bytes[i], at: i) }
                    i += 1
                }
                continue
            }
            // Runs of three-byte characters (Chinese) four bytes at a time; E0 and ED have their own second bytes.
            while i + 4 <= count {
                let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt32.self))
                guard word & 0x00C0_C0F0 == 0x0080_80E0, word & 0xFF != 0xE0, word & 0xFF != 0xED else { break }
                i += 3
            }
            guard i < count, bytes[i] >= 0x80 else { continue }
            let length = Self.length(bytes, at: i)
            if length > 0 {
                i += length
            } else {
                verdict = length == 0 ? .invalid(i) : .truncated(i)
                return
            }
        }
    }

    private mutating func note(_ byte: UInt8, at offset: Int) {
        // Tab, line feed, vertical tab, form feed, carriage return, DOS end of file, escape.
        if (byte >= 9 && byte <= 13) || byte == 0x1A || byte == 0x1B { return }
        if byte == 0, firstNUL == nil { firstNUL = offset }
        if controls == 0 { firstControl = offset }
        controls += 1
    }

    /// The length of the character at `i`; 0 if its bytes are wrong, -1 if the buffer ends before it does.
    static func length(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int {
        let first = bytes[i]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0:
            length = 3
            low = 0xA0
        case 0xED:
            length = 3
            high = 0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
            length = 4
            low = 0x90
        case 0xF1...0xF3: length = 4
        case 0xF4:
            length = 4
            high = 0x8F
        default: return 0
        }
        for k in 1..<length {
            guard i + k < bytes.count else { return -1 }
            guard bytes[i + k] >= low, bytes[i + k] <= high else { return 0 }
            low = 0x80
            high = 0xBF
        }
        return length
    }

    /// True where most bytes beyond ASCII are whole UTF-8 characters: damaged UTF-8 rather than another encoding.
    static func isMostlyUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var good = 0
        var bad = 0
        var i = 0
        while i < bytes.count {
            let length = bytes[i] < 0x80 ? 1 : Self.length(bytes, at: i)
            if length > 1 { good += length } else if length <= 0 { bad += 1 }
            i += max(1, length)
        }
        return good > bad * 4
    }
}
