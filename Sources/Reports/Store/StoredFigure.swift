import AnnualReport
import Database

/// A figure of a report as a row of the table `report_figure`.
struct StoredFigure: Hashable {
    private static let names = ["cell", "kind", "number", "amount", "unit", "line", "grid", "grid_row", "grid_column"]

    /// The columns that tell a figure.
    static let columns = names.map { "\(name: $0)" as SQL }.joined(", ")

    /// The values of those columns, in that order.
    private let values: [SQLValue]

    /// Reads a row.
    init(_ row: SQLRow) throws {
        values = try Self.names.map { try row.value($0) }
    }

    private init(_ name: CellName, _ entry: Entry) {
        let (kind, number, amount): (String, Int?, Amount?) =
            switch entry.cell {
            case .count(let n): ("count", n, nil)
            case .amount(let amount): ("amount", nil, amount)
            case .notApplicable: ("notApplicable", nil, nil)
            case .blank: ("blank", nil, nil)
            case .absent: ("absent", nil, nil)
            }
        let origin = entry.origin
        values = [
            name.description.sqlValue, kind.sqlValue, SQLValue(number), SQLValue(amount?.value), SQLValue(amount?.unit?.rawValue),
            Int(origin.line).sqlValue, Int(origin.table).sqlValue, Int(origin.row).sqlValue, Int(origin.column).sqlValue,
        ]
    }

    /// The figures of a report. A row that stands twice in a table counts once, the first time.
    static func all(of report: AnnualReport) -> [StoredFigure] {
        var names: Set<CellName> = []
        var figures: [StoredFigure] = []
        for row in report.rows {
            for (name, entry) in row.cells where names.insert(name).inserted { figures.append(StoredFigure(name, entry)) }
        }
        return figures
    }

    func insert(version id: Int) -> SQL {
        "insert into report_figure (version_id, \(Self.columns)) values (\(id), \(list: values))"
    }
}
