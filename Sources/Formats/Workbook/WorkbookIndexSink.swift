/// The sheets of a workbook and the parts that hold them.
struct WorkbookIndexSink: XMLSink {
    struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private var targets: [String: String] = [:]
    var failure: FormatError? { nil }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        if CString.equal(name, "sheet") {
            let state = attributes.string("state")
            sheets.append(
                Sheet(
                    name: attributes.string("name") ?? "", relation: attributes.string("id") ?? "",
                    isHidden: state == "hidden" || state == "veryHidden"))
        } else if CString.equal(name, "Relationship"), let id = attributes.string("Id") {
            targets[id] = attributes.string("Target")
        }
    }

    mutating func end(_ name: UnsafePointer<UInt8>) {}
    mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {}

    /// What a reader of the workbook sees: the sheets that are not hidden, or all where none with cells is to be seen.
    var shown: [Sheet] {
        let visible = sheets.filter { !$0.isHidden }
        return visible.contains(where: hasCells) ? visible : sheets
    }

    /// True where a sheet with cells in it is not shown.
    func hidesSheets(beside files: [String: [UInt8]]) -> Bool {
        let seen = Set(shown.map(\.relation))
        return sheets.contains { sheet in
            !seen.contains(sheet.relation) && hasCells(sheet)
                && path(of: sheet).flatMap { files[$0] }.map {
                    FileKind.offset(of: "<v", in: $0[...]) != nil || FileKind.offset(of: "<t", in: $0[...]) != nil
                } ?? false
        }
    }

    /// False for a chart sheet.
    func hasCells(_ sheet: Sheet) -> Bool { path(of: sheet)?.hasPrefix("xl/worksheets/") ?? false }

    /// The path of a sheet's part in the archive; targets are relative to `xl/` or begin at the root.
    func path(of sheet: Sheet) -> String? {
        targets[sheet.relation].map { $0.hasPrefix("/") ? String($0.dropFirst()) : "xl/" + $0 }
    }
}
