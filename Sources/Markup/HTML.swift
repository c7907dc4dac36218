/// A piece of a page. Built by string interpolation, which escapes whatever is put in unless it is `HTML` itself:
///
///     let cell: HTML = "<td title=\"\(note)\">\(name)</td>"
///
/// What stands in the source code is trusted; what comes from data is text. `raw:` is for markup that we made
/// elsewhere and hold as a string.
package struct HTML: ExpressibleByStringInterpolation, Sendable, Hashable, CustomStringConvertible {
    /// The page's UTF-8.
    package var bytes: [UInt8]

    /// Nothing.
    package init() { bytes = [] }

    /// Markup that was made as bytes, such as a stored page.
    package init(rawBytes: [UInt8]) { bytes = rawBytes }

    /// Markup that is trusted as it is.
    package init(raw: some StringProtocol) { bytes = Array(raw.utf8) }

    /// Text, escaped.
    package init(text: some StringProtocol) {
        bytes = []
        append(text: text)
    }

    /// A literal in the source code, trusted as it is.
    package init(stringLiteral value: String) { bytes = Array(value.utf8) }

    /// What an interpolated literal gathered.
    package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.html.bytes }

    /// True where there is nothing.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The markup as a string.
    package var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Parts one after another.
    package static func join(_ parts: some Sequence<HTML>, separator: HTML = HTML()) -> HTML {
        var whole = HTML()
        var isFirst = true
        for part in parts {
            if !isFirst { whole.append(separator) }
            isFirst = false
            whole.append(part)
        }
        return whole
    }

    /// One piece after the other.
    package static func + (left: HTML, right: HTML) -> HTML {
        var whole = left
        whole.append(right)
        return whole
    }

    /// Appends a piece.
    package static func += (left: inout HTML, right: HTML) { left.append(right) }

    /// Appends markup as it is.
    package mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    /// Appends text with the five characters escaped that mean something in text or in a quoted attribute.
    package mutating func append(text: some StringProtocol) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { append(escaping: $0) } }
    }

    /// Appends text that is UTF-8 already, escaped in the same way.
    package mutating func append(utf8 text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { append(escaping: $0) }
    }

    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for i in text.indices {
            let entity: StaticString
            switch text[i] {
            case 0x26: entity = "&amp;"
            case 0x3C: entity = "&lt;"
            case 0x3E: entity = "&gt;"
            case 0x22: entity = "&quot;"
            case 0x27: entity = "&#39;"
            default: continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<i]))
            entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
            start = i + 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Gathers literals as they are and values escaped.
    package struct StringInterpolation: StringInterpolationProtocol {
        var html = HTML()

        /// Makes room for the literals and some more for each value.
        package init(literalCapacity: Int, interpolationCount: Int) {
            html.bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// A piece of the source code, as it is.
        package mutating func appendLiteral(_ literal: String) { html.bytes.append(contentsOf: literal.utf8) }
        /// Text, escaped.
        package mutating func appendInterpolation(_ text: some StringProtocol) { html.append(text: text) }
        /// Text, escaped; nothing for nil.
        package mutating func appendInterpolation(_ text: String?) { if let text { html.append(text: text) } }
        /// Markup, as it is.
        package mutating func appendInterpolation(_ part: HTML) { html.append(part) }
        /// Markup, as it is; nothing for nil.
        package mutating func appendInterpolation(_ part: HTML?) { if let part { html.append(part) } }
        /// Parts one after another.
        package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { html.append(part) } }
        /// A number.
        package mutating func appendInterpolation(_ number: some BinaryInteger) { html.append(text: String(number)) }
        /// Trusted markup held as a string.
        package mutating func appendInterpolation(raw: some StringProtocol) { html.bytes.append(contentsOf: raw.utf8) }
    }
}
