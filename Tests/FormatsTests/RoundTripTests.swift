import Markup
import TestValues
import Testing

@testable import Formats

/// Random tables written in every format are read back as they were.
@Suite struct RoundTripTests {
    struct Piece {
        var row, column, rowSpan, columnSpan: Int
        var text: String
    }
    struct Table {
        var rows, columns: Int
        var pieces: [Piece]
    }

    /// A full table of random spans in which every row and column begins a cell, as formats take them.
    func table(_ random: inout SeededRandom, spans: Bool = true, blanks: Bool = true) -> Table {
        let rows = Int.random(in: 1...7, using: &random)
        let columns = Int.random(in: 1...7, using: &random)
        var taken = Set<[Int]>()
        var pieces: [Piece] = []
        let words = ["公开", "<a>&\"", "12", "行政处罚", "a\nb", "3.5", "，；", "x y"] + (blanks ? [""] : [])
        for row in 0..<rows {
            for column in 0..<columns where !taken.contains([row, column]) {
                var height = spans && Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 1...3, using: &random) : 1
                var width = spans && Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 1...3, using: &random) : 1
                height = min(height, rows - row)
                width = min(width, columns - column)
                while (column..<(column + width)).contains(where: { taken.contains([row, $0]) }) { width -= 1 }
                for r in row..<(row + height) { for c in column..<(column + width) { taken.insert([r, c]) } }
                let text = words[Int.random(in: 0..<words.count, using: &random)]
                pieces.append(Piece(row: row, column: column, rowSpan: height, columnSpan: width, text: text))
            }
        }
        return Table(rows: rows, columns: columns, pieces: pieces)
    }

    func outline(_ table: Table) -> String {
        "[\(table.rows)x\(table.columns)] "
            + table.pieces.map { piece in
                let span = piece.rowSpan > 1 || piece.columnSpan > 1 ? "+\(piece.rowSpan)x\(piece.columnSpan)" : ""
                return "\(piece.row),\(piece.column)\(span):\(piece.text)"
            }.joined(separator: " | ")
    }

    func each(_ count: Int, _ body: (inout SeededRandom, String) throws -> Void) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for i in 0..<count { try body(&random, "seed \(seed), table \(i)") }
    }

    @Test func html() throws {
        try each(200) { random, note in
            let table = table(&random)
            var rows: [HTML] = Array(repeating: "", count: table.rows)
            for piece in table.pieces {
                let lines = HTML.join(piece.text.split(separator: "\n").map { HTML(text: $0) }, separator: "<br>")
                rows[piece.row] += "<td rowspan=\"\(piece.rowSpan)\" colspan=\"\(piece.columnSpan)\">\(lines)</td>"
            }
            let page: HTML = "<html><body><table>\(HTML.join(rows.map { "<tr>\($0)</tr>" as HTML }))</table></body></html>"
            let document = try SourceDocument(reading: page.bytes, name: "a.html")
            #expect(document.outline == [outline(table)], "\(note)")
        }
    }

    @Test func docx() throws {
        try each(60) { random, note in
            let table = table(&random)
            let word = WordDocument(
                title: "题",
                blocks: [
                    .paragraph(.init("年报 <一>", style: .title)),
                    .table(
                        .init(
                            rowCount: table.rows, columnCount: table.columns,
                            cells: table.pieces.map {
                                .init(
                                    row: $0.row, column: $0.column, rowSpan: $0.rowSpan, columnSpan: $0.columnSpan, text: $0.text,
                                    fill: 0xFF)
                            })),
                    .paragraph(.init("甲\n乙\t丙", bold: true)),
                ])
            let document = try SourceDocument(reading: word.write(), name: "a.docx")
            #expect(document.outline == ["年报 <一>", outline(table), "甲", "乙\t丙"], "\(note)")
        }
    }

    @Test func xlsx() throws {
        try each(30) { random, note in
            let table = table(&random, blanks: false)
            let sheet = Workbook.Sheet(
                name: "表",
                cells: table.pieces.map { piece in
                    .init(
                        row: piece.row, column: piece.column, rowSpan: piece.rowSpan, columnSpan: piece.columnSpan,
                        value: Double(piece.text).map { .number($0) } ?? .text(piece.text),
                        style: .init(bold: true, border: true, fill: 0xEEEEEE))
                }, columnWidths: [10, nil, 20], frozenRows: 1)
            let document = try SourceDocument(reading: WorkbookWriter.write(Workbook(sheets: [sheet])), name: "a.xlsx")
            #expect(document.outline == [outline(table)], "\(note)")
            #expect(document.grids.first?.name == "表")
        }
    }

    @Test(arguments: CSVSeparator.allCases) func csv(separator: CSVSeparator) throws {
        try each(100) { random, note in
            let table = table(&random, spans: false)
            var rows = Array(repeating: [String](), count: table.rows)
            for piece in table.pieces { rows[piece.row].append(piece.text) }
            let bytes = CSVWriter.write(rows, byteOrderMark: Bool.random(using: &random), separator: separator)
            let document = try SourceDocument(reading: bytes, name: "a.csv")
            #expect(document.outline == [outline(table)], "\(note)")
        }
    }

    @Test func overlappingOrTooManyCellsAreNotWritten() {
        let cell = WordDocument.Cell(row: 0, column: 0, rowSpan: 2, text: "a")
        func written(_ table: WordDocument.Table) -> FormatError? {
            Samples.error { () throws(FormatError) in try WordDocument(blocks: [.table(table)]).write() }
        }
        #expect(written(.init(rowCount: 2, columnCount: 1, cells: [cell, cell])) == .cannotWrite(detail: "第 1 行第 1 列有单元格重叠"))
        #expect(written(.init(rowCount: 1, columnCount: 1, cells: [cell])) == .cannotWrite(detail: "第 1 行有单元格超出表格"))
        let sheet = Workbook.Sheet(name: "a/b", cells: [])
        #expect(Samples.error { () throws(FormatError) in try WorkbookWriter.write(Workbook(sheets: [sheet])) } != nil)
        #expect(
            Samples.error { () throws(FormatError) in
                try WorkbookWriter.write(Workbook(sheets: [.init(name: "a", cells: []), .init(name: "a", cells: [])]))
            } != nil)
    }
}
