/// The layouts in which reports reach an office as plain text, after they were copied out of Word, a browser, a
/// spreadsheet or a crawler's store.
package enum TextLayout: String, Sendable, CaseIterable {
    /// Word's text of a table: a cell a line, led by a tab; an empty line between rows; merged cells leave blanks below.
    case tabLed
    /// A cell a line, nothing else.
    case lines
    /// A cell a paragraph, an empty line after each.
    case paragraphs
    /// A row a line, tabs between cells; a cell over several columns is one cell.
    case tabSeparated
    /// A row a line, tabs between cells; a cell over several columns is followed by blanks, as a spreadsheet copies it.
    case tabPadded
    /// A row a line, led and closed by a bar, bars between the cells.
    case pipe
    /// A crawler's rows: a bar after each cell, the room of spanned cells left behind as bars at the row's end, a
    /// blank cell as a line break.
    case crawledRows
    /// A crawler's cells: a row led by a lone bar, a cell a line with a bar after it, a blank cell a lone bar.
    case crawledCells
    /// Columns held apart by spaces, as wide as their widest cell.
    case aligned
}
