import Glibc
import Markup

/// A streaming parser for the subset of XML that office programs write: UTF-8, elements, attributes, text and the five named
/// entities. It stops at anything else (comments, CDATA, document types, other encodings, whatever is not well formed) and
/// leaves the part to libxml2, which takes three times as long: what this parser reads, libxml2 reads alike.
struct PlainXML {
    private let text: UnsafeBufferPointer<UInt8>
    private let driver: XMLDriver
    private var i = 0
    private var names: NameTable
    private var open: [Name] = []
    /// Of the attributes of the element that is read five pointers each, as libxml2 lays them out.
    private let quintuples = UnsafeMutablePointer<UnsafePointer<UInt8>?>.allocate(capacity: 5 * mostAttributes)
    /// And their names, to tell one that stands twice.
    private let attributeNames = UnsafeMutablePointer<Name>.allocate(capacity: mostAttributes)

    /// The name of an element or attribute with its prefix, and its local part as a C string.
    private struct Name {
        var start: Int
        var count: Int
        var local: UnsafePointer<UInt8>
    }

    /// Attributes of one element beyond which the part is left to libxml2.
    private static let mostAttributes = 32

    /// - Returns: false where the text is not plain; what was told to the driver until then must be dropped.
    static func read(_ text: UnsafeBufferPointer<UInt8>, _ driver: XMLDriver) -> Bool {
        let check = UTF8Check(UnsafeRawBufferPointer(text))
        guard check.verdict == .valid, check.controls == 0, check.firstNUL == nil else { return false }
        var parser = PlainXML(text: text, driver: driver, names: NameTable())
        defer { parser.free() }
        return parser.read()
    }

    private init(text: UnsafeBufferPointer<UInt8>, driver: XMLDriver, names: NameTable) {
        self.text = text
        self.driver = driver
        self.names = names
    }

    private func free() {
        quintuples.deallocate()
        attributeNames.deallocate()
        names.free()
    }

    private mutating func read() -> Bool {
        guard readDeclaration() else { return false }
        skipSpace()
        guard next == 0x3C else { return false }
        i += 1
        guard readElement() else { return false }
        while !open.isEmpty, !driver.hasStopped {
            guard let tag = find(0x3C), readText(i..<tag) else { return false }
            i = tag + 1
            guard next == 0x2F ? readEnd() : readElement() else { return false }
        }
        if driver.hasStopped { return true }
        skipSpace()
        return i == text.count
    }

    // MARK: Markup

    /// A byte order mark, and a declaration of version 1.0 and UTF-8, as far as they are there.
    private mutating func readDeclaration() -> Bool {
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
        guard has("<?xml") else { return true }
        i += 5
        var values: [(name: String, value: String)] = []
        while next != 0x3F {
            let before = i
            skipSpace()
            guard i > before, next != nil else { return false }
            if next == 0x3F { break }
            guard let (name, value) = readAttribute() else { return false }
            values.append((string(name.start..<name.start + name.count), string(value)))
        }
        guard has("?>") else { return false }
        i += 2
        var rest = values[...]
        guard let version = rest.popFirst(), version == ("version", "1.0") else { return false }
        if let encoding = rest.first, encoding.name == "encoding" {
            guard encoding.value.lowercased() == "utf-8" else { return false }
            rest.removeFirst()
        }
        if let standalone = rest.first, standalone.name == "standalone" {
            guard standalone.value == "yes" || standalone.value == "no" else { return false }
            rest.removeFirst()
        }
        return rest.isEmpty
    }

    /// A start tag behind its `<`, empty elements among them.
    private mutating func readElement() -> Bool {
        guard let name = readName() else { return false }
        var (all, passed) = (0, 0)
        while true {
            let before = i
            skipSpace()
            guard let byte = next else { return false }
            if byte == 0x3E || byte == 0x2F { break }
            guard i > before, let (attribute, value) = readAttribute(), all < Self.mostAttributes else { return false }
            for other in 0..<all where isSame(attributeNames[other], attribute) { return false }
            (attributeNames + all).initialize(to: attribute)
            all += 1
            if isNamespace(attribute) { continue }
            guard let base = text.baseAddress else { return false }
            let entry = quintuples + 5 * passed
            entry.initialize(to: attribute.local)
            (entry + 1).initialize(to: nil)
            (entry + 2).initialize(to: nil)
            (entry + 3).initialize(to: base + value.lowerBound)
            (entry + 4).initialize(to: base + value.upperBound)
            passed += 1
        }
        let isEmpty = next == 0x2F
        if isEmpty { i += 1 }
        guard next == 0x3E else { return false }
        i += 1
        guard driver.enter() else { return true }
        driver.start(name.local, XMLAttributes(base: quintuples, count: passed))
        if !isEmpty { open.append(name) } else if !driver.hasStopped { leave(name) }
        return true
    }

    /// An end tag behind its `<`: the name of the element that is open.
    private mutating func readEnd() -> Bool {
        i += 1
        guard let begun = open.popLast(), let base = text.baseAddress, i + begun.count <= text.count,
            memcmp(base + i, base + begun.start, begun.count) == 0
        else { return false }
        i += begun.count
        skipSpace()
        // Also what goes on with a longer name ends here.
        guard next == 0x3E else { return false }
        i += 1
        leave(begun)
        return true
    }

    private func leave(_ name: Name) {
        driver.depth -= 1
        driver.end(name.local)
    }

    /// `name="value"` without references and line breaks in the value, which would be changed.
    private mutating func readAttribute() -> (name: Name, value: Range<Int>)? {
        guard let name = readName() else { return nil }
        skipSpace()
        guard next == 0x3D else { return nil }
        i += 1
        skipSpace()
        guard let quote = next, quote == 0x22 || quote == 0x27 else { return nil }
        i += 1
        let start = i
        var end = start
        while end < text.count, text[end] != quote {
            let byte = text[end]
            if byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0xEF && isForbidden(at: end) { return nil }
            end += 1
        }
        guard end < text.count else { return nil }
        i = end + 1
        return (name, start..<end)
    }

    /// A name of ASCII letters, digits, points, dashes and low lines, with one prefix at most.
    private mutating func readName() -> Name? {
        let start = i
        var (local, end) = (start, start)
        while end < text.count {
            if text[end] == 0x3A {
                guard local == start, end > start else { return nil }
                local = end + 1
            } else if !Self.isNameByte(text[end]) {
                break
            }
            end += 1
        }
        guard end > local, Self.isNameStart(text[start]), Self.isNameStart(text[local]) else { return nil }
        i = end
        return names.copy(of: UnsafeBufferPointer(rebasing: text[local..<end])).map { Name(start: start, count: end - start, local: $0) }
    }

    private func isNamespace(_ name: Name) -> Bool {
        name.count >= 5 && text[name.start..<name.start + 5].elementsEqual("xmlns".utf8)
            && (name.count == 5 || text[name.start + 5] == 0x3A)
    }

    private func isSame(_ one: Name, _ other: Name) -> Bool {
        guard one.local == other.local, one.count == other.count, let base = text.baseAddress else { return false }
        return memcmp(base + one.start, base + other.start, one.count) == 0
    }

    @inline(__always)
    private static func isNameStart(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F
    }

    @inline(__always)
    private static func isNameByte(_ byte: UInt8) -> Bool {
        isNameStart(byte) || byte.isASCIIDigit || byte == 0x2D || byte == 0x2E
    }

    // MARK: Text

    /// Text between tags: runs of it as they stand, and what its entities name.
    private mutating func readText(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        var i = start
        while i < range.upperBound {
            let byte = text[i]
            guard byte < 0x20 || byte == 0x26 || byte == 0x5D || byte == 0xEF else {
                i += 1
                continue
            }
            switch byte {
            case 0x09, 0x0A: i += 1
            case 0x26:
                guard let entity = Self.entities.first(where: { has($0.name, at: i) }) else { return false }
                pass(start..<i)
                entity.text.withUTF8Buffer { if driver.isInTime() { driver.characters($0) } }
                i += entity.name.utf8CodeUnitCount
                start = i
            case 0x5D:
                if has("]]>", at: i) { return false }
                i += 1
            case 0xEF:
                if isForbidden(at: i) { return false }
                i += 3
            // Other control characters are none of XML's, and a carriage return is changed by a parser.
            default: return false
            }
        }
        pass(start..<range.upperBound)
        return true
    }

    private func pass(_ range: Range<Int>) {
        if !range.isEmpty, driver.isInTime() { driver.characters(UnsafeBufferPointer(rebasing: text[range])) }
    }

    private static let entities: [(name: StaticString, text: StaticString)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
    ]

    /// U+FFFE and U+FFFF, which XML cannot hold.
    private func isForbidden(at i: Int) -> Bool { text[i + 1] == 0xBF && text[i + 2] >= 0xBE }

    // MARK: Bytes

    private var next: UInt8? { i < text.count ? text[i] : nil }

    private func has(_ words: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? i
        guard place + words.utf8CodeUnitCount <= text.count, let base = text.baseAddress else { return false }
        return memcmp(base + place, words.utf8Start, words.utf8CodeUnitCount) == 0
    }

    private func find(_ byte: UInt8) -> Int? {
        guard let base = text.baseAddress, i < text.count else { return nil }
        return memchr(base + i, CInt(byte), text.count - i).map { UnsafeRawPointer(base).distance(to: $0) }
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { i += 1 }
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

/// One copy of each name that a text holds, as a C string: names are told apart by their address, as with libxml2.
struct NameTable {
    private static let slotCount = 512
    /// More names and longer ones than office programs use are left to libxml2.
    private static let mostNames = 256
    private static let mostBytes = 16 << 10

    private let slots = UnsafeMutablePointer<UnsafePointer<UInt8>?>.allocate(capacity: slotCount)
    private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: mostBytes)
    private var used = 0
    private var count = 0

    init() { slots.initialize(repeating: nil, count: Self.slotCount) }

    func free() {
        slots.deallocate()
        bytes.deallocate()
    }

    /// Nil where there are too many.
    mutating func copy(of name: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8>? {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        var slot = Int(hash >> 8) & (Self.slotCount - 1)
        while let known = slots[slot] {
            var i = 0
            // The copy ends with a NUL, which no name holds.
            while i < name.count, known[i] == name[i] { i += 1 }
            if i == name.count, known[i] == 0 { return known }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        guard count < Self.mostNames, used + name.count < Self.mostBytes else { return nil }
        let copy = bytes + used
        for (i, byte) in name.enumerated() { copy[i] = byte }
        copy[name.count] = 0
        used += name.count + 1
        count += 1
        slots[slot] = UnsafePointer(copy)
        return UnsafePointer(copy)
    }
}
