@testable import Formats

/// Short ways to make files and look at what was read.
enum Samples {
    static func document(
        _ text: String, name: String? = nil, limits: Limits = .standard
    ) throws(FormatError) -> SourceDocument {
        try SourceDocument(reading: Array(text.utf8), name: name, limits: limits)
    }

    static func html(_ body: String, limits: Limits = .standard) throws(FormatError) -> SourceDocument {
        try document("<!DOCTYPE html><html><body>\(body)</body></html>", name: "a.html", limits: limits)
    }

    /// A DOCX of our making around a body.
    static func docx(
        _ body: String, numbering: String? = nil, styles: String? = nil, limits: Limits = .standard
    ) throws(FormatError) -> SourceDocument {
        try SourceDocument(reading: docxBytes(body, numbering: numbering, styles: styles), name: "a.docx", limits: limits)
    }

    static func docxBytes(_ body: String, numbering: String? = nil, styles: String? = nil) throws(FormatError) -> [UInt8] {
        let head = "xmlns:w=\"w\" xmlns:mc=\"mc\" xmlns:v=\"v\""
        var parts = [("word/document.xml", "<w:document \(head)><w:body>\(body)</w:body></w:document>")]
        if let numbering { parts.append(("word/numbering.xml", "<w:numbering \(head)>\(numbering)</w:numbering>")) }
        if let styles { parts.append(("word/styles.xml", "<w:styles \(head)>\(styles)</w:styles>")) }
        return try ZIPWriter.archive(parts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
    }

    /// An XLSX of one sheet.
    static func xlsx(
        _ sheet: String, strings: String = "", limits: Limits = .standard
    ) throws(FormatError) -> SourceDocument {
        let parts = [
            ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表一\" r:id=\"a\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
            ("xl/worksheets/sheet1.xml", "<worksheet>\(sheet)</worksheet>"),
        ]
        let bytes = try ZIPWriter.archive(parts.map { (name: $0.0, bytes: Array($0.1.utf8)) })
        return try SourceDocument(reading: bytes, name: "a.xlsx", limits: limits)
    }

    /// An XLSX of sheets by name and `state`, each with its name in the first cell; a chart sheet has no cells.
    static func workbook(
        _ sheets: [(name: String, state: String?, isChart: Bool)]
    ) throws(FormatError) -> SourceDocument {
        var index = ""
        var relations = ""
        var parts: [(name: String, bytes: [UInt8])] = []
        for (i, sheet) in sheets.enumerated() {
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            let path = "\(sheet.isChart ? "chartsheets" : "worksheets")/sheet\(i).xml"
            index += "<sheet name=\"\(sheet.name)\"\(state) r:id=\"r\(i)\"/>"
            relations += "<Relationship Id=\"r\(i)\" Target=\"\(path)\"/>"
            let cells = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>\(sheet.name)</v></c></row></sheetData>"
            parts.append(("xl/" + path, Array("<worksheet>\(sheet.isChart ? "" : cells)</worksheet>".utf8)))
        }
        parts.append(("xl/workbook.xml", Array("<workbook xmlns:r=\"r\"><sheets>\(index)</sheets></workbook>".utf8)))
        parts.append(("xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations)</Relationships>".utf8)))
        return try SourceDocument(reading: ZIPWriter.archive(parts), name: "a.xlsx")
    }

    /// Runs the reader and gives the error, nil if there was none.
    static func error<T>(_ body: () throws(FormatError) -> T) -> FormatError? {
        do throws(FormatError) {
            _ = try body()
            return nil
        } catch {
            return error
        }
    }
}

extension SourceDocument {
    /// Blocks as strings: a line as it is, a grid as `row,column+spans:text` for each cell.
    var outline: [String] {
        blocks.map { block in
            switch block {
            case .line(let range, _): string(range)
            case .grid(let grid): outline(of: grid)
            }
        }
    }

    func outline(of grid: Grid) -> String {
        let cells = grid.cells.map { cell in
            let span = cell.rowSpan > 1 || cell.columnSpan > 1 ? "+\(cell.rowSpan)x\(cell.columnSpan)" : ""
            return "\(cell.row),\(cell.column)\(span):\(string(cell.text))"
        }
        return "[\(grid.rowCount)x\(grid.columnCount)] " + cells.joined(separator: " | ")
    }

    var grids: [Grid] {
        blocks.compactMap { block -> Grid? in
            if case .grid(let grid) = block { grid } else { nil }
        }
    }
}
