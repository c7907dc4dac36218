import AnnualReport

/// A printed label: what it stands for, its words and mark, and where it stands.
struct PrintedLabel {
    var label: Label
    /// The words as printed, white space and mark left away.
    var words: String
    var mark: ItemMark?
    var origin: Origin
    /// True if the words are the form's to the letter.
    var isExact: Bool
    /// Columns covered in a grid.
    var columns: Range<Int32> = 0..<0
}

/// A row as printed, before its figures are put into columns.
struct RawRow {
    var label: PrintedLabel
    private(set) var cells: [Piece] = []
    /// Place in the source, to tell rows of one grid row.
    var row: Int32
    /// The first and last cell that is not blank; kept, since a row may have a hundred thousand cells.
    private(set) var firstFigure: Int?
    private(set) var lastFigure: Int?

    init(label: PrintedLabel, cells: [Piece] = [], row: Int32) {
        self.label = label
        self.row = row
        self.cells.reserveCapacity(max(cells.count, Self.usualCells))
        for cell in cells { append(cell) }
    }

    var hasFigures: Bool { firstFigure != nil }

    /// As many as most rows have, so that a row is allocated once.
    private static let usualCells = 8
    /// Cells beyond this are dropped: such a row is in no table's columns anyway.
    private static let mostCells = 2_000

    mutating func append(_ cell: Piece) {
        guard cells.count < Self.mostCells else { return }
        if cell.kind != .blank {
            if firstFigure == nil { firstFigure = cells.count }
            lastFigure = cells.count
        }
        cells.append(cell)
    }

    /// Drops the lone bars that separate its cells.
    mutating func dropSeparators() {
        self = RawRow(label: label, cells: TableScanner.withoutSeparators(cells), row: row)
    }

    /// Drops the blank cells from an index on.
    mutating func dropBlanks(from index: Int) {
        let start = max(index, lastFigure.map { $0 + 1 } ?? 0)
        if start < cells.count { cells.removeSubrange(start...) }
    }
}

/// A heading of a column: one of the form's, or one that the form does not have.
struct RawHead {
    var label: Label?
    var words: String
    var origin: Origin
    var isExact: Bool
    var columns: Range<Int32>
    /// The unit of money that the heading names.
    var unit: MoneyUnit?
    /// The row of the source that it is printed in.
    var row: Int32 = 0
    /// True where cells share a row of the source, so that rows tell what spans what.
    var inLine = false
    var afterGap = false
}

/// A block of table two as printed.
struct RawBlock {
    /// The item that its heading cites; nil where there is no heading.
    var cited: ProactiveBlock?
    /// The heading's words where they do not cite article 20.
    var misprint: String?
    var origin: Origin
    var heads: [RawHead] = []
    var rows: [RawRow] = []
}

/// All that is found of the three tables, in the order printed.
struct RawTables {
    /// The most rows, labels and blocks that are kept of each kind: ten times what both forms have. A file may repeat them
    /// without end, and every one may become a finding.
    static let most = 400
    /// The most heads that one table can have; with more it is none of the form's, and no figure is placed below them.
    static let mostHeads = 64

    var blocks: [RawBlock] = []
    var requestHeads: [RawHead] = []
    var requestRows: [RawRow] = []
    /// Labels of table three in the order printed, groups among them, for order and numbering.
    var requestLabels: [PrintedLabel] = []
    var reviewHeads: [RawHead] = []
    /// The unlabelled line of figures below the heads of table four.
    var reviewCells: [Piece] = []
    var reviewOrigin: Origin = .unknown
    /// Lines of table four that are led by the name of a group.
    var reviewRows: [RawRow] = []
    /// Rows whose label no form has, with the table in which they stand and how many labels of table three stand before.
    var extraRows: [(table: TableName, row: RawRow, labelsBefore: Int)] = []
    var labels: [PrintedLabel] = []
}
