import Glibc
import Markup

/// The first bytes of a text, asked what kind of text it is.
struct TextSample {
    private let bytes: ArraySlice<UInt8>
    private let isWhole: Bool

    init(_ head: [UInt8], isWhole: Bool) {
        var rest = head[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        if rest.first == 0xFF { rest = rest.dropFirst() }
        bytes = rest.drop { $0 == 0x20 || ($0 >= 9 && $0 <= 13) }
        self.isWhole = isWhole
    }

    private static let tags: Set<String> = [
        "html", "head", "body", "meta", "title", "table", "tbody", "tr", "td", "th", "p", "div", "span", "br", "h1",
        "h2", "h3", "font", "a", "ul", "ol", "li", "b", "strong", "center", "style", "script", "section", "article",
    ]

    /// True for a document that begins as a whole page or table. A CSV field may hold some markup; this is more.
    var beginsAsPage: Bool {
        bytes.withUnsafeBufferPointer { text in
            guard text.first == 0x3C, let tag = Self.tag(in: text, at: 0) else { return false }
            return ["!doctype", "html", "head", "meta", "body", "table", "style"].contains(tag)
        }
    }

    /// True for a document that begins as HTML, or where tags make up a good share of the text.
    var looksLikeHTML: Bool {
        bytes.withUnsafeBufferPointer { text in
            guard let first = text.first else { return false }
            if first == 0x3C {
                if let tag = Self.tag(in: text, at: 0), Self.tags.contains(tag) || tag == "!doctype" { return true }
            }
            guard let base = UnsafeRawPointer(text.baseAddress) else { return false }
            var found = 0
            var i = 0
            while let hit = memchr(base + i, 0x3C, text.count - i) {
                i = UnsafeRawPointer(hit) - base
                if let tag = Self.tag(in: text, at: i), Self.tags.contains(tag) { found += 1 }
                i += 1
            }
            return found >= 4 && found * 400 >= text.count
        }
    }

    /// The name of the tag that starts at `<`, opening or closing, in lower case; nil if it is none.
    private static func tag(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> String? {
        var i = start + 1
        if i < text.count, text[i] == 0x2F { i += 1 }
        var name = ""
        while i < text.count, name.utf8.count < 10 {
            let byte = text[i] | 0x20
            guard byte.isASCIILowercase || text[i].isASCIIDigit || text[i] == 0x21 else { break }
            name.unicodeScalars.append(Unicode.Scalar(text[i] == 0x21 ? 0x21 : byte))
            i += 1
        }
        guard i < text.count, text[i] == 0x3E || text[i] == 0x2F || text[i] <= 0x20 else { return nil }
        return name
    }

    /// True for `{` or `[` that JSON goes on from; a report that begins with 「[2020]5号」 is text.
    var looksLikeJSON: Bool {
        let rest = bytes.dropFirst().drop { $0 == 0x20 || ($0 >= 9 && $0 <= 13) }
        guard let first = bytes.first, let next = rest.first else { return false }
        let opens: Bool =
            switch first {
            case 0x7B: next == 0x22 || next == 0x7D
            case 0x5B: next == 0x7B || next == 0x5B || next == 0x22 || next == 0x5D
            default: false
            }
        guard opens else { return false }
        guard isWhole, let last = bytes.last(where: { $0 > 0x20 }) else { return opens }
        return last == (first == 0x7B ? 0x7D : 0x5D)
    }

    /// True where nearly every record has the same number of separators, two or more. Prose and reports laid out with
    /// blanks do not.
    func looksLikeTable(separators: [UInt8]) -> Bool {
        separators.contains { separator in
            var counts: [Int] = []
            var count = 0
            var quoted = false
            var isEmptyLine = true
            for byte in bytes {
                if byte == 0x22 { quoted.toggle() }
                if quoted { continue }
                if byte == separator { count += 1 }
                if byte > 0x20 { isEmptyLine = false }
                if byte == 0x0A {
                    if count > 0 || !isEmptyLine { counts.append(count) }
                    isEmptyLine = true
                    count = 0
                }
            }
            if isWhole, count > 0 { counts.append(count) }
            guard counts.count >= 3, !quoted || !isWhole else { return false }
            let tally = Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +)
            guard let (commonest, times) = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return false }
            return commonest >= 2 && times * 10 >= counts.count * 9
        }
    }
}
