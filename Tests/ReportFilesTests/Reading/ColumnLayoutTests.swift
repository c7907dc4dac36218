import AnnualReport
import Formats
import Testing

@testable import ReportFiles

/// The rules of putting a row's cells into columns. `5` is a figure, `_` a blank; a row may be padded.
struct ColumnLayoutTests {
    private func pieces(_ pattern: String) -> [Piece] {
        pattern.map { Piece(range: TextRange(0, 0), kind: $0 == "_" ? .blank : .figure, origin: .unknown, row: 0) }
    }

    private func said(_ placement: ColumnLayout?) -> String {
        switch placement {
        case .placed(let cells): String(cells.map { $0 == nil ? "." : $0?.kind == .blank ? "_" : "5" })
        case .unplaced: "unplaced"
        case .empty: "empty"
        case nil: "nil"
        }
    }

    private func place(_ pattern: String, _ columns: Int, padding: ColumnLayout.Padding = .init()) -> String {
        said(ColumnLayout(pieces(pattern), columns: columns, padding: padding))
    }

    @Test(arguments: [
        ("5555555", "5555555"), ("5__5___", "5__5___"), ("______5", "______5"), ("5______", "5______"),
        // More cells than columns: blanks outside of the figures are padding.
        ("_5555555", "5555555"), ("5555555_", "5555555"), ("__5__5__5__", "5__5__5"), ("_5_____5", "5_____5"),
        // What then is not as many as the columns is not placed, however obvious it looks.
        ("55555", "unplaced"), ("5___5", "unplaced"), ("5", "unplaced"), ("55555555", "unplaced"), ("5_5555555", "unplaced"),
        ("__5555__", "unplaced"),
        ("555555", "unplaced"),
        // A row that is there without any figure has blank cells.
        ("_______", "empty"), ("___", "empty"), ("", "empty"), ("_________", "empty"),
    ])
    func aRowOfSevenColumnsIsPlacedByCountingOrNotAtAll(_ pattern: String, _ placed: String) {
        #expect(place(pattern, 7) == placed)
    }

    /// As many cells as columns stand at their own places, unless the table's other rows are padded at that end.
    @Test func paddingOfTheOtherRowsMakesABlankAtThatEndDoubtful() {
        var trailing = ColumnLayout.Padding()
        trailing.trailing = true
        #expect(place("555555_", 7, padding: trailing) == "unplaced")
        #expect(place("_555555", 7, padding: trailing) == "_555555")
        #expect(place("5555555", 7, padding: trailing) == "5555555")
        #expect(place("5555555_", 7, padding: trailing) == "5555555")
        var leading = ColumnLayout.Padding()
        leading.leading = true
        #expect(place("_555555", 7, padding: leading) == "unplaced")
        #expect(place("555555_", 7, padding: leading) == "555555_")
    }

    @Test func paddingIsWhatSeveralRowsOfAnotherLengthShow() {
        func padding(_ rows: [String]) -> ColumnLayout.Padding {
            let label = PrintedLabel(label: .other, words: "", mark: nil, origin: .unknown, isExact: true)
            return .init(rows: rows.map { RawRow(label: label, cells: pieces($0), row: 0) }, columns: 7)
        }
        #expect(padding(["5555555_", "5555555_"]).trailing && !padding(["5555555_", "5555555_"]).leading)
        #expect(padding(["_5555555", "_5555555"]).leading)
        #expect(!padding(["555555_", "555555_", "5555555_"]).trailing)
        #expect(!padding(["________", "________"]).trailing)
    }

    // MARK: Grids

    private func grid(_ cells: [(Int32, Int32, Bool)], heads: [Range<Int32>], absentIsBlank: Bool = false) -> String {
        let cells = cells.map { start, span, isFigure in
            var piece = Piece(
                range: TextRange(0, 0), kind: isFigure ? .figure : .blank, origin: Origin(table: 1, row: 1, column: 1), row: 0)
            piece.columns = start..<(start + span)
            return piece
        }
        return said(ColumnLayout(cells, below: heads, absentIsBlank: absentIsBlank))
    }

    @Test func aGridIsPlacedByTheHeadsAboveItsCells() {
        let heads: [Range<Int32>] = [1..<2, 2..<3, 3..<4]
        #expect(grid([(1, 1, true), (2, 1, false), (3, 1, true)], heads: heads) == "5_5")
        #expect(grid([(3, 1, true), (1, 1, true), (2, 1, true)], heads: heads) == "555")
        #expect(grid([(1, 1, true), (2, 1, true), (3, 1, true), (4, 1, false)], heads: heads) == "555")
        #expect(grid([(1, 1, true), (2, 1, true)], heads: [1..<2, 2..<4]) == "55")
    }

    @Test func aFigureBelowNoHeadOrTwoIsNotPlacedByThem() {
        let heads: [Range<Int32>] = [1..<2, 2..<3, 3..<4]
        #expect(grid([(1, 2, true), (3, 1, true)], heads: heads) == "nil")
        #expect(grid([(1, 1, true), (2, 1, true), (3, 1, true), (4, 1, true)], heads: heads) == "nil")
        #expect(grid([(2, 1, true), (3, 1, true)], heads: [1..<2, 2..<4]) == "nil")
    }

    /// A spreadsheet leaves blank cells out; a page that leaves one out has fewer cells than columns.
    @Test func aCellLeftOutIsBlankWhereTheFormatSaysSo() {
        let heads: [Range<Int32>] = [1..<2, 2..<3, 3..<4]
        #expect(grid([(1, 1, true), (3, 1, true)], heads: heads, absentIsBlank: true) == "5.5")
        #expect(grid([(1, 1, true), (3, 1, true)], heads: heads) == "nil")
        #expect(grid([(1, 1, false), (2, 1, false)], heads: heads) == "empty")
    }

    // MARK: What is quoted

    @Test func whatStandsInARowIsQuotedWithoutItsOuterBlanks() {
        let text = Array("8 0 0元".utf8)
        text.withUnsafeBufferPointer { utf8 in
            func piece(_ range: Range<Int>?) -> Piece {
                Piece(
                    range: TextRange(range?.lowerBound ?? 0, range?.upperBound ?? 0), kind: range == nil ? .blank : .figure,
                    origin: .unknown, row: 0)
            }
            #expect(ColumnLayout.found([piece(nil), piece(0..<1), piece(nil), piece(2..<5), piece(nil)], in: utf8) == ["8", nil, "0 0"])
            #expect(ColumnLayout.found([piece(nil), piece(nil)], in: utf8) == [])
        }
    }
}
