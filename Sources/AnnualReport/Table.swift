/// How a row of the form stands in the source.
package enum RowState: Hashable, Sendable {
    /// Printed, its figures in their columns (blank ones among them).
    case placed
    /// The source does not print it.
    case missing
    /// Printed, but its figures could not be put into columns without guessing: what stands there, in order, inner
    /// blanks as nil. All cells are absent.
    case unplaced(found: [String?])
    /// Shares one line of figures with another row or its group's label: what stands there. All cells are absent.
    case merged(found: [String?])
}

extension RowState {
    var isMissing: Bool { if case .missing = self { true } else { false } }
    var isPlaced: Bool { if case .placed = self { true } else { false } }
}

/// One row of a statutory table: a cell for each column that its table has.
package struct Row: Hashable, Sendable {
    package var name: RowName
    package var state: RowState
    /// Where the row's label stands; `.unknown` for a missing row.
    package var origin: Origin
    package var columns: [ColumnName]
    /// As many as `columns`.
    package var entries: [Entry]

    /// A row whose cells are all absent.
    package init(_ name: RowName, columns: [ColumnName], state: RowState = .missing, origin: Origin = .unknown) {
        self.name = name
        self.columns = columns
        self.state = state
        self.origin = origin
        entries = Array(repeating: Entry(.absent), count: columns.count)
    }

    package init(_ name: RowName, columns: [ColumnName], entries: [Entry], origin: Origin = .unknown) {
        self.name = name
        self.columns = columns
        self.entries = entries
        self.origin = origin
        state = .placed
    }

    package subscript(column: ColumnName) -> Entry? {
        columns.firstIndex(of: column).map { entries[$0] }
    }

    /// The cells with their names.
    package var cells: [(name: CellName, entry: Entry)] {
        zip(columns, entries).map { (CellName(name, $0), $1) }
    }
}

/// A block of table two as the source prints it: it keeps the columns and rows of its own form.
package struct TableBlock: Hashable, Sendable {
    package var item: ProactiveBlock
    package var form: ReportForm
    /// False where the source does not print the block; its rows are then missing.
    package var isPrinted: Bool
    /// Where the block's heading stands.
    package var origin: Origin
    package var rows: [Row]

    package init(_ item: ProactiveBlock, form: ReportForm, isPrinted: Bool, origin: Origin = .unknown, rows: [Row]) {
        self.item = item
        self.form = form
        self.isPrinted = isPrinted
        self.origin = origin
        self.rows = rows
    }
}

/// Table two: five blocks (four in the 2021 form), each an item of article 20.
package struct ProactiveTable: Hashable, Sendable {
    package var blocks: [TableBlock]

    package init(blocks: [TableBlock]) {
        self.blocks = blocks
    }

    package var rows: [Row] { blocks.flatMap(\.rows) }

    package subscript(row: ProactiveRow) -> Row? {
        for block in blocks {
            for candidate in block.rows where candidate.name == .proactive(row) { return candidate }
        }
        return nil
    }
}

/// Table three: requests received and handled, by applicant kind.
package struct RequestTable: Hashable, Sendable {
    package var form: ReportForm
    /// In the form's order; rows of the other form only where the source prints them.
    package var rows: [Row] {
        didSet { index() }
    }
    private var places: [Int8]

    package init(form: ReportForm, rows: [Row]) {
        self.form = form
        self.rows = rows
        places = []
        index()
    }

    private mutating func index() {
        places = Array(repeating: -1, count: RequestRow.allCases.count)
        for (i, row) in rows.enumerated() {
            if case .requests(let name) = row.name { places[name.rawValue] = Int8(truncatingIfNeeded: i) }
        }
    }

    package subscript(row: RequestRow) -> Row? {
        let place = places[row.rawValue]
        return place < 0 ? nil : rows[Int(place)]
    }

    /// A cell of a row; nil where the table has none.
    func entry(_ row: RequestRow, _ kind: ApplicantKind) -> Entry? {
        let place = Int(places[row.rawValue])
        return place < 0 ? nil : rows[place][.applicant(kind)]
    }

    /// The columns of every row.
    package static let columns: [ColumnName] = ApplicantKind.allCases.map { .applicant($0) }
}

/// Table four: reviews and lawsuits, three groups of five cells.
package struct ReviewTable: Hashable, Sendable {
    /// One row a group, in the form's order.
    package var rows: [Row]

    package init(rows: [Row]) {
        self.rows = rows
    }

    package subscript(group: ReviewGroup) -> Row? {
        rows.first { $0.name == .reviews(group) }
    }

    /// The columns of every group.
    package static let columns: [ColumnName] = ReviewOutcome.allCases.map { .outcome($0) }
}
