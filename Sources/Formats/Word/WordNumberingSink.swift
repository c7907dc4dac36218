/// Reads `numbering.xml`: abstract lists with their levels, and the lists that use them.
struct WordNumberingSink: XMLSink {
    private var abstracts: [String: [Int: WordNumbering.Level]] = [:]
    private var abstractID: String?
    private var listID: String?
    private var level: Int?
    private var overriddenLevel: Int?
    private(set) var lists: [String: WordNumbering.List] = [:]
    var failure: FormatError? { nil }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        if CString.equal(name, "abstractNum") {
            abstractID = attributes.string("abstractNumId")
        } else if CString.equal(name, "num") {
            listID = attributes.string("numId")
        } else if CString.equal(name, "abstractNumId") {
            // Abstract lists stand before the lists.
            guard let listID, let abstract = attributes.string("val") else { return }
            lists[listID] = WordNumbering.List(counter: abstract, levels: abstracts[abstract] ?? [:])
        } else if CString.equal(name, "lvlOverride") {
            overriddenLevel = attributes.int("ilvl")
        } else if CString.equal(name, "startOverride") {
            let value = bounded(attributes.int("val"))
            if let listID, let overriddenLevel { lists[listID]?.restarts[overriddenLevel] = value }
        } else if CString.equal(name, "lvl") {
            level = attributes.int("ilvl")
            change { $0 = WordNumbering.Level() }
        } else if CString.equal(name, "start") {
            let value = bounded(attributes.int("val"))
            change { $0.start = value }
        } else if CString.equal(name, "numFmt") {
            let value = attributes.string("val") ?? "decimal"
            change { $0.format = value }
        } else if CString.equal(name, "lvlText") {
            // Long labels, repeated before every paragraph, would be a bomb.
            let value = String((attributes.string("val") ?? "").prefix(64))
            change { $0.text = value }
        }
    }

    mutating func end(_ name: UnsafePointer<UInt8>) {
        if CString.equal(name, "lvl") { level = nil }
        if CString.equal(name, "abstractNum") { abstractID = nil }
        if CString.equal(name, "num") { listID = nil }
        if CString.equal(name, "lvlOverride") { overriddenLevel = nil }
    }

    mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {}

    private mutating func change(_ body: (inout WordNumbering.Level) -> Void) {
        guard let level else { return }
        if let listID {
            body(&lists[listID, default: .init()].levels[level, default: .init()])
        } else if let abstractID {
            body(&abstracts[abstractID, default: [:]][level, default: .init()])
        }
    }

    private func bounded(_ value: Int?) -> Int { min(max(value ?? 1, 0), 99_999) }
}

/// Reads `styles.xml` for the numbering that paragraph styles carry.
struct WordStylesSink: XMLSink {
    private(set) var styles: [String: WordNumbering.Style] = [:]
    private var current: String?
    var failure: FormatError? { nil }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        if CString.equal(name, "style") {
            current = attributes.string("styleId")
            if let current { styles[current] = .init() }
            return
        }
        guard let current else { return }
        if CString.equal(name, "basedOn") { styles[current]?.parent = attributes.string("val") }
        if CString.equal(name, "numId") { styles[current]?.list = attributes.string("val") }
        if CString.equal(name, "ilvl") { styles[current]?.level = attributes.int("val") }
    }

    mutating func end(_ name: UnsafePointer<UInt8>) { if CString.equal(name, "style") { current = nil } }
    mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}
