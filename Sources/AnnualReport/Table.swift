/// How a row of the form stands in the source.
public enum RowState: Hashable, Sendable {
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

/// One row of a statutory table: a cell for each column that its table has.
public struct Row: Hashable, Sendable {
    public var name: RowName
    public var state: RowState
    /// Where the row's label stands; `.unknown` for a missing row.
    public var origin: Origin
    public var columns: [ColumnName]
    /// As many as `columns`.
    public var entries: [Entry]

    /// A row whose cells are all absent.
    public init(_ name: RowName, columns: [ColumnName], state: RowState = .missing, origin: Origin = .unknown) {
        self.name = name
        self.columns = columns
        self.state = state
        self.origin = origin
        entries = Array(repeating: Entry(.absent), count: columns.count)
    }

    public init(_ name: RowName, columns: [ColumnName], entries: [Entry], origin: Origin = .unknown) {
        self.name = name
        self.columns = columns
        self.entries = entries
        self.origin = origin
        state = .placed
    }

    public subscript(column: ColumnName) -> Entry? {
        columns.firstIndex(of: column).map { entries[$0] }
    }

    /// The cells with their names.
    public var cells: [(name: CellName, entry: Entry)] {
        zip(columns, entries).map { (CellName(name, $0), $1) }
    }
}

/// A block of table two as the source prints it: it keeps the columns and rows of its own form.
public struct TableBlock: Hashable, Sendable {
    public var item: ProactiveBlock
    public var form: ReportForm
    /// False where the source does not print the block; its rows are then missing.
    public var isPrinted: Bool
    /// Where the block's heading stands.
    public var origin: Origin
    public var rows: [Row]

    public init(_ item: ProactiveBlock, form: ReportForm, isPrinted: Bool, origin: Origin = .unknown, rows: [Row]) {
        self.item = item
        self.form = form
        self.isPrinted = isPrinted
        self.origin = origin
        self.rows = rows
    }
}

/// Table two: five blocks (four in the 2021 form), each an item of article 20.
public struct ProactiveTable: Hashable, Sendable {
    public var blocks: [TableBlock]

    public init(blocks: [TableBlock]) {
        self.blocks = blocks
    }

    public var rows: [Row] { blocks.flatMap(\.rows) }

    public subscript(row: ProactiveRow) -> Row? {
        for block in blocks {
            for candidate in block.rows where candidate.name == .proactive(row) { return candidate }
        }
        return nil
    }
}

/// Table three: requests received and handled, by applicant kind.
public struct RequestTable: Hashable, Sendable {
    public var form: ReportForm
    /// In the form's order; rows of the other form only where the source prints them.
    public var rows: [Row] {
        didSet { index() }
    }
    private var places: [Int8]

    public init(form: ReportForm, rows: [Row]) {
        self.form = form
        self.rows = rows
        places = []
        index()
    }

    private mutating func index() {
        places = Array(repeating: -1, count: RequestRow.allCases.count)
        for (i, row) in rows.enumerated() {
            if case .requests(let name) = row.name { places[name.ordinal] = Int8(truncatingIfNeeded: i) }
        }
    }

    public subscript(row: RequestRow) -> Row? {
        let place = places[row.ordinal]
        return place < 0 ? nil : rows[Int(place)]
    }

    /// The columns of every row.
    public static let columns: [ColumnName] = ApplicantKind.allCases.map { .applicant($0) }
}

/// Table four: reviews and lawsuits, three groups of five cells.
public struct ReviewTable: Hashable, Sendable {
    /// One row a group, in the form's order.
    public var rows: [Row]

    public init(rows: [Row]) {
        self.rows = rows
    }

    public subscript(group: ReviewGroup) -> Row? {
        rows.first { $0.name == .reviews(group) }
    }

    /// The columns of every group.
    public static let columns: [ColumnName] = ReviewOutcome.allCases.map { .outcome($0) }
}
