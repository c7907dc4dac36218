/// Comparisons on the NUL-terminated names and values that libxml2 hands out, without making strings of them.
enum CString {
    /// True if the C string has exactly these bytes.
    @inline(__always)
    static func equal(_ text: UnsafePointer<UInt8>, _ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        let other = literal.utf8Start
        var i = 0
        while i < count {
            // Stops at the NUL too, which no literal has.
            if text[i] != other[i] { return false }
            i += 1
        }
        return text[count] == 0
    }

    /// True for a style that strikes its text out.
    static func strikesText(_ style: UnsafePointer<UInt8>) -> Bool {
        var i = 0
        while style[i] != 0 {
            if style[i] | 0x20 == 0x6C, skip("line-through", style, from: i) != nil { return true }
            i += 1
        }
        return false
    }

    /// True for a style that has `display: none`, whatever its blanks and case.
    static func hidesText(_ style: UnsafePointer<UInt8>) -> Bool {
        var i = 0
        while style[i] != 0 {
            guard style[i] | 0x20 == 0x64, let colon = skip("display", style, from: i) else {
                i += 1
                continue
            }
            i = blanks(style, from: colon)
            guard style[i] == 0x3A else { continue }
            i = blanks(style, from: i + 1)
            if skip("none", style, from: i) != nil { return true }
        }
        return false
    }

    private static func skip(_ word: StaticString, _ text: UnsafePointer<UInt8>, from start: Int) -> Int? {
        for k in 0..<word.utf8CodeUnitCount where text[start + k] | 0x20 != word.utf8Start[k] { return nil }
        return start + word.utf8CodeUnitCount
    }

    private static func blanks(_ text: UnsafePointer<UInt8>, from start: Int) -> Int {
        var i = start
        while text[i] == 0x20 || (text[i] >= 9 && text[i] <= 13) { i += 1 }
        return i
    }
}
