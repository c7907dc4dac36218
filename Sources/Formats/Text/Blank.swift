/// What shows nothing: white space of ASCII, no-break and ideographic spaces, zero-width marks.
enum Blank {
    /// True if nothing but blanks stands from `start` on.
    static func isBlank(_ utf8: [UInt8], from start: Int) -> Bool {
        var i = start
        while i < utf8.count {
            let length = self.length(utf8, at: i)
            if length == 0 { return false }
            i += length
        }
        return true
    }

    /// The length of the blank character at `i`, 0 if it is no blank.
    private static func length(_ utf8: [UInt8], at i: Int) -> Int {
        let byte = utf8[i]
        if byte <= 0x20 { return byte == 0x20 || (byte >= 9 && byte <= 13) ? 1 : 0 }
        if byte < 0xC2 { return 0 }
        if byte == 0xC2 { return i + 1 < utf8.count && utf8[i + 1] == 0xA0 ? 2 : 0 }
        guard i + 2 < utf8.count else { return 0 }
        switch (byte, utf8[i + 1], utf8[i + 2]) {
        case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
        default: return 0
        }
    }
}
