/// The part of an address after the question mark, as a browser's form writes it: `+` is a space, the rest is
/// percent-encoded UTF-8. The first value of a name counts.
package struct QueryString {
    private var values: [String: String] = [:]

    /// What one value may be long, in bytes: an address to lead back to is the longest.
    package static let longest = 2_000

    /// - Throws: `PageError` (400) where the encoding is broken or a value is too long.
    package init(_ raw: String?) throws(PageError) {
        for (name, value) in try Self.pairs(Array((raw ?? "").utf8), longest: Self.longest) where values[name] == nil {
            values[name] = value
        }
    }

    /// Names and values in their order, of an address or of a form's body.
    package static func pairs(_ bytes: [UInt8], longest: Int) throws(PageError) -> [(name: String, value: String)] {
        var pairs: [(String, String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            pairs.append((try decode(parts[0], longest), parts.count > 1 ? try decode(parts[1], longest) : ""))
        }
        return pairs
    }

    /// The value without white space around it; nil where it is missing or empty.
    package func text(_ name: String) -> String? {
        guard let value = values[name] else { return nil }
        let trimmed = value.trimmingSpaces
        return trimmed.isEmpty ? nil : trimmed
    }

    /// A year of four digits.
    package func year(_ name: String = "year") throws(PageError) -> Int? {
        guard let text = text(name) else { return nil }
        guard let year = Int(text), (1990...2200).contains(year) else {
            throw .badRequest("年度应为四位数字（例如 2021），网址中写的是「\(text)」。")
        }
        return year
    }

    /// The page of a list, from 1.
    package func page() throws(PageError) -> Int {
        guard let text = text("page") else { return 1 }
        guard let page = Int(text), (1...1_000_000).contains(page) else {
            throw .badRequest("页码应为 1 以上的数字，网址中写的是「\(text)」。")
        }
        return page
    }

    private static func decode(_ bytes: some Collection<UInt8>, _ longest: Int) throws(PageError) -> String {
        var result: [UInt8] = []
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(hex), let low = rest.next().flatMap(hex) else { throw broken }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        guard result.count <= longest else { throw .badRequest("有一项太长。请从页面上的链接或表单重新进入。") }
        // PostgreSQL takes no NUL in a text, and no person types one.
        guard !result.contains(0), let text = String(validating: result, as: UTF8.self) else { throw broken }
        return text
    }

    private static var broken: PageError { .badRequest("网址的编码不完整，可能复制时漏了一段。请从页面上的链接或表单重新进入。") }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}

extension String {
    /// Without white space at both ends, the ideographic space among it.
    package var trimmingSpaces: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
