import Glibc

/// libxml2 compares every attribute of a tag with all before it, so a tag with a million attributes would take hours.
/// This looks for such a tag before the parser does.
enum TagGuard {
    enum Language { case html, xml }

    static func check(_ bytes: [UInt8], _ language: Language, limits: Limits) throws(FormatError) {
        // A small file cannot hold enough of them to matter.
        if bytes.count < 32 << 10 { return }
        let offset = bytes.withUnsafeBufferPointer { text in
            language == .xml && !hasLongTag(text, least: 2 * limits.attributes) ? nil : crowdedTag(text, language, limit: limits.attributes)
        }
        if let offset {
            throw .tooManyAttributes(limit: limits.attributes, offset: offset)
        }
    }

    /// Whether anywhere as many bytes follow a `<` without another. An attribute takes two bytes at least, and in XML no tag
    /// holds a `<`, so that a file without such a stretch has no crowded tag.
    private static func hasLongTag(_ text: UnsafeBufferPointer<UInt8>, least: Int) -> Bool {
        guard let base = text.baseAddress else { return false }
        var start = 0
        while start < text.count {
            let next = memchr(base + start, 0x3C, text.count - start).map { UnsafeRawPointer(base).distance(to: $0) } ?? text.count
            if next - start >= least { return true }
            start = next + 1
        }
        return false
    }

    private static func crowdedTag(
        _ text: UnsafeBufferPointer<UInt8>, _ language: Language, limit: Int
    ) -> Int? {
        let count = text.count
        var i = 0
        while i < count {
            guard text[i] == 0x3C, i + 1 < count else {
                i += 1
                continue
            }
            guard isNameStart(text[i + 1]) else {
                i = afterMarkup(text, at: i, language)
                continue
            }
            if language == .html, let end = afterRawText(text, at: i) {
                i = end
                continue
            }
            let start = i
            var attributes = 0
            var wasBlank = false
            i += 1
            while i < count, text[i] != 0x3E {
                let byte = text[i]
                if byte <= 0x20 {
                    wasBlank = true
                } else if byte == 0x3D {
                    wasBlank = false
                    i += 1
                    while i < count, text[i] <= 0x20 { i += 1 }
                    if i < count, text[i] == 0x22 || text[i] == 0x27 {
                        let quote = text[i]
                        i += 1
                        while i < count, text[i] != quote { i += 1 }
                        // Attributes may follow the quote without a blank.
                        wasBlank = true
                    } else {
                        continue
                    }
                } else if wasBlank {
                    attributes += 1
                    wasBlank = false
                    if attributes > limit { return start }
                }
                i += 1
            }
        }
        return nil
    }

    /// Past a comment, declaration, instruction or end tag, in which a quote is no quote.
    private static func afterMarkup(_ text: UnsafeBufferPointer<UInt8>, at i: Int, _ language: Language) -> Int {
        switch text[i + 1] {
        case 0x21:
            if has("<!--", text, at: i) { return after("-->", text, from: i + 4) }
            if language == .xml, has("<![CDATA[", text, at: i) { return after("]]>", text, from: i + 9) }
            return after(">", text, from: i + 2)
        case 0x3F: return after(language == .xml ? "?>" : ">", text, from: i + 2)
        case 0x2F: return after(">", text, from: i + 2)
        default: return i + 1
        }
    }

    /// To the end tag of a script or style, whose text has no tags; nil for other elements.
    private static func afterRawText(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
        if has("<script", text, at: i) { return i + 7 < text.count ? rawEnd("</script", text, from: i) : nil }
        if has("<style", text, at: i) { return i + 6 < text.count ? rawEnd("</style", text, from: i) : nil }
        return nil
    }

    /// Only a tag without attributes is passed over whole; one with attributes is looked at like any other.
    private static func rawEnd(_ end: StaticString, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let open = start + end.utf8CodeUnitCount - 1
        guard text[open] == 0x3E else { return nil }
        var i = open
        while i < text.count, !has(end, text, at: i) { i += 1 }
        return i
    }

    private static func after(_ end: StaticString, _ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var i = start
        while i < text.count {
            if has(end, text, at: i) { return i + end.utf8CodeUnitCount }
            i += 1
        }
        return text.count
    }

    /// True if these bytes stand at `i`, letters in either case.
    private static func has(_ word: StaticString, _ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        guard i + word.utf8CodeUnitCount <= text.count else { return false }
        for k in 0..<word.utf8CodeUnitCount {
            let byte = text[i + k]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            let wanted = word.utf8Start[k]
            if lower != (wanted >= 0x41 && wanted <= 0x5A ? wanted | 0x20 : wanted) { return false }
        }
        return true
    }

    private static func isNameStart(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return (lower >= 0x61 && lower <= 0x7A) || byte >= 0x80 || byte == 0x5F || byte == 0x3A
    }
}
