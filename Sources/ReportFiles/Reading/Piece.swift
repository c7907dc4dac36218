import AnnualReport
import Formats

/// The smallest thing that a table is read from: a cell of a grid, or what stands between two separators of a line.
struct Piece {
    enum Kind {
        /// Nothing but white space.
        case blank
        /// Looks like a figure: digits, a dash, a slash, a unit behind.
        case figure
        /// Any other words.
        case words
        /// A line too long to be a label or a figure.
        case prose
    }

    var range: TextRange
    var kind: Kind
    /// Where it stands: a line of text, or a place in a grid.
    var origin: Origin
    /// Counts rows of the source: lines of text or rows of a grid. Pieces of one row share it.
    var row: Int32
    /// True for the first piece of its row.
    var startsRow = false
    /// True where the row holds more than this piece, or is a row of a grid.
    var inLine = false
    /// True for a line that is nothing but a bar.
    var loneBar = false
    /// True for the room between two bars with nothing between them (||): a span may have left it behind.
    var isTight = false
    /// True where an empty line stands before.
    var afterGap = false
    /// Columns covered in a grid, from 0; empty for text.
    var columns: Range<Int32> = 0..<0
    /// Rows covered in a grid.
    var rowSpan: Int32 = 1
    /// True for a blank cell with a formula, whose value the file does not keep.
    var isFormula = false

    var isCell: Bool { kind == .blank || kind == .figure }
}

/// A grid's way of being read, kept by its number.
struct GridFacts {
    var absentIsBlank: Bool
}
