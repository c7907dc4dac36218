/// The sheets of a workbook and the parts that hold them.
struct WorkbookIndexSink: XMLSink {
    struct Sheet {
        var name: String
        var relation: String
    }

    private(set) var sheets: [Sheet] = []
    private var targets: [String: String] = [:]
    var failure: FormatError? { nil }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        if Bytes.equal(name, "sheet") {
            sheets.append(Sheet(name: attributes.string("name") ?? "", relation: attributes.string("id") ?? ""))
        } else if Bytes.equal(name, "Relationship"), let id = attributes.string("Id") {
            targets[id] = attributes.string("Target")
        }
    }

    mutating func end(_ name: UnsafePointer<UInt8>) {}
    mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {}

    /// The path of a sheet's part in the archive; targets are relative to `xl/` or begin at the root.
    func path(of sheet: Sheet) -> String? {
        targets[sheet.relation].map { $0.hasPrefix("/") ? String($0.dropFirst()) : "xl/" + $0 }
    }
}
