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
