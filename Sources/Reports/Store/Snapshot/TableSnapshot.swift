import AnnualReport
import Office

/// A row of a statutory table, as JSON keeps it.
struct RowSnapshot: Codable {
    var name: String
    var origin: String
    /// `placed`, `missing`, `unplaced`, `merged`.
    var state: String
    var found: [String?]?
    /// Nil where the columns are all those of the form's table three or four.
    var columns: [String]?
    var cells: [String]
    var origins: [String]

    init(_ row: Row) {
        name = row.name.description
        origin = row.origin.snapshotText
        switch row.state {
        case .placed: state = "placed"
        case .missing: state = "missing"
        case .unplaced(let figures): (state, found) = ("unplaced", figures)
        case .merged(let figures): (state, found) = ("merged", figures)
        }
        columns = row.columns == RowSnapshot.standardColumns(row.name) ? nil : row.columns.map(\.key)
        cells = row.entries.map(\.cell.snapshotText)
        origins = row.entries.map(\.origin.snapshotText)
    }

    func row() throws -> Row {
        let name = try RowName(snapshot: name)
        let columns =
            try columns?.map { key in
                guard let cell = CellName("\(name).\(key)") else { throw SnapshotError.name("\(name).\(key)") }
                return cell.column
            } ?? RowSnapshot.standardColumns(name)
        guard columns.count == cells.count, cells.count == origins.count else { throw SnapshotError.name(self.name) }
        let entries = try zip(cells, origins).map { cell, origin in
            Entry(try Cell(snapshotText: cell), try Origin(snapshotText: origin))
        }
        var row = Row(name, columns: columns, entries: entries, origin: try Origin(snapshotText: origin))
        row.state =
            switch state {
            case "placed": .placed
            case "missing": .missing
            case "unplaced": .unplaced(found: found ?? [])
            case "merged": .merged(found: found ?? [])
            default: throw SnapshotError.name(state)
            }
        return row
    }

    private static func standardColumns(_ row: RowName) -> [ColumnName] {
        switch row {
        case .proactive: []
        case .requests: RequestTable.columns
        case .reviews: ReviewTable.columns
        }
    }
}

/// A block of table two.
struct BlockSnapshot: Codable {
    var item: Int
    var form: String
    var isPrinted: Bool
    var origin: String
    var rows: [RowSnapshot]

    init(_ block: TableBlock) {
        item = block.item.rawValue
        form = block.form.rawValue
        isPrinted = block.isPrinted
        origin = block.origin.snapshotText
        rows = block.rows.map(RowSnapshot.init)
    }

    func block() throws -> TableBlock {
        TableBlock(
            try ProactiveBlock(snapshot: item), form: try ReportForm(snapshot: form), isPrinted: isPrinted,
            origin: try Origin(snapshotText: origin), rows: try rows.map { try $0.row() })
    }
}

/// Table three.
struct RequestTableSnapshot: Codable {
    var form: String
    var rows: [RowSnapshot]

    init(_ table: RequestTable) {
        form = table.form.rawValue
        rows = table.rows.map(RowSnapshot.init)
    }

    func table() throws -> RequestTable {
        RequestTable(form: try ReportForm(snapshot: form), rows: try rows.map { try $0.row() })
    }
}

/// A name as a snapshot has it; throws for one that no form has.
extension RawRepresentable {
    init(snapshot raw: RawValue) throws(SnapshotError) {
        guard let value = Self(rawValue: raw) else { throw .name("\(raw)") }
        self = value
    }
}

extension RowName {
    init(snapshot text: String) throws(SnapshotError) {
        guard let name = RowName(text) else { throw .name(text) }
        self = name
    }
}

extension CellName {
    init(snapshot text: String) throws(SnapshotError) {
        guard let name = CellName(text) else { throw .name(text) }
        self = name
    }
}
