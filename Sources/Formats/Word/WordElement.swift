/// The elements of WordprocessingML that reading depends on, by local name.
enum WordElement {
    case other, paragraph, paragraphProperties, style, numbering, level, numberID, run, runProperties, vanish, position, text, tab
    case lineBreak, hyphen, table, row, rowProperties, cell, cellProperties, gridSpan, verticalMerge, gridBefore
    case gridAfter, deleted, skipped, alternate, choice, fallback

    private static let names: [(StaticString, WordElement)] = [
        ("t", .text), ("r", .run), ("p", .paragraph), ("rPr", .runProperties), ("pPr", .paragraphProperties),
        ("tc", .cell), ("tcPr", .cellProperties), ("tr", .row), ("trPr", .rowProperties), ("tbl", .table),
        ("pStyle", .style), ("numPr", .numbering), ("ilvl", .level), ("numId", .numberID), ("vanish", .vanish),
        ("strike", .vanish), ("dstrike", .vanish), ("vertAlign", .position),
        ("tab", .tab), ("ptab", .tab), ("br", .lineBreak), ("cr", .lineBreak), ("noBreakHyphen", .hyphen),
        ("gridSpan", .gridSpan), ("vMerge", .verticalMerge), ("gridBefore", .gridBefore), ("gridAfter", .gridAfter),
        ("del", .deleted), ("moveFrom", .skipped), ("rt", .skipped), ("tabs", .skipped), ("pPrChange", .skipped),
        ("rPrChange", .skipped), ("tcPrChange", .skipped), ("trPrChange", .skipped), ("tblPr", .skipped),
        ("tblGrid", .skipped), ("AlternateContent", .alternate), ("Choice", .choice), ("Fallback", .fallback),
    ]

    static func named(_ name: UnsafePointer<UInt8>) -> WordElement {
        for (literal, element) in names where CString.equal(name, literal) { return element }
        return .other
    }
}

/// The elements that a parser has met, by the address of their names: it keeps one copy of each name, so that a name is compared
/// letter by letter only once.
struct KnownElements {
    private static let slotCount = 256
    private var slots = [(name: UnsafePointer<UInt8>?, element: WordElement)](repeating: (nil, .other), count: slotCount)

    mutating func named(_ name: UnsafePointer<UInt8>) -> WordElement {
        let slot = Int(bitPattern: name) >> 1 & (Self.slotCount - 1)
        if slots[slot].name == name { return slots[slot].element }
        let element = WordElement.named(name)
        slots[slot] = (name, element)
        return element
    }
}
