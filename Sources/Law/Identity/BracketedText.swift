extension String {
    /// The text outside of brackets, and that inside them; nil if there are none.
    package var bracketed: (outside: String, inside: String?) {
        // Half-width brackets, or the first byte of a full-width one.
        guard utf8.contains(where: { $0 == 0x28 || $0 == 0x29 || $0 == 0x5B || $0 == 0x5D || $0 == 0xE3 || $0 == 0xEF }) else {
            return (self, nil)
        }
        var outside = ""
        var inside: String?
        var depth = 0
        for c in unicodeScalars {
            switch c {
            case "(", "（", "[", "【", "〔":
                depth += 1
                if inside == nil { inside = "" }
            case ")", "）", "]", "】", "〕":
                depth = max(0, depth - 1)
            default:
                if depth > 0 { inside?.unicodeScalars.append(c) } else { outside.unicodeScalars.append(c) }
            }
        }
        return (outside, inside)
    }

    /// True if the text ends with one of some words, byte by byte.
    package func ends(with words: [String]) -> Bool {
        words.contains { word in
            utf8.count >= word.utf8.count && utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
        }
    }
}
