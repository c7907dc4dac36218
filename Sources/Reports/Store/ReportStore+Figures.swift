import AnnualReport
import Database
import Office

/// What one report says in some cells.
package struct ReportFigures: Sendable {
    package var version: ReportVersion
    /// Cells that the report's form has; those that are not there are left out.
    package var cells: [CellName: StatedCell]
}

/// A cell, and how its row came about, which says why an absent one is absent.
package struct StatedCell: Hashable, Sendable {
    package var cell: Cell
    package var state: RowState
}

extension ReportStore {
    /// What each of some reports says in some cells: one query for all of them, whatever they hold beside.
    ///
    /// - Throws: `DatabaseError`, `ReportStoreError.damagedReport`.
    package func figures(_ cells: [CellName], of versions: [ReportVersion]) async throws -> [ReportFigures] {
        try await database.read { db in
            let stated = try Self.stated(cells, of: versions.map(\.id), db)
            return versions.map { ReportFigures(version: $0, cells: stated[$0.id] ?? [:]) }
        }
    }

    private static func stated(_ cells: [CellName], of ids: [Int], _ db: ReadTransaction) throws -> [Int: [CellName: StatedCell]] {
        guard !ids.isEmpty, !cells.isEmpty else { return [:] }
        var stated: [Int: [CellName: StatedCell]] = [:]
        var doubtful: Set<Int> = []
        for row in try db.rows(
            """
            select version_id, cell, kind, number, amount, unit from report_figure
            where version_id in (\(list: ids)) and cell in (\(list: cells.map(\.description)))
            """)
        {
            let id = try row.int("version_id")
            guard let name = CellName(try row.text("cell")), let cell = try cell(row) else {
                throw ReportStoreError.damagedReport(versionID: id, reason: "数字的行无法辨认")
            }
            if cell == .absent { doubtful.insert(id) }
            stated[id, default: [:]][name] = StatedCell(cell: cell, state: .placed)
        }
        // Why a cell is absent stands in the report alone.
        for id in doubtful.sorted() {
            guard let report = try snapshot(id, db) else { continue }
            for (name, value) in stated[id] ?? [:] where value.cell == .absent {
                stated[id]?[name]?.state = report.row(name.row)?.state ?? .placed
            }
        }
        return stated
    }

    /// The cell of a row of `report_figure`; nil for what `keep` never writes.
    private static func cell(_ row: SQLRow) throws -> Cell? {
        switch try row.text("kind") {
        case "count": try row.optionalInt("number").map { .count($0) }
        case "amount":
            try row.optionalText("amount").map { .amount(Amount(value: $0, unit: try row.optionalText("unit").flatMap(MoneyUnit.init))) }
        case "notApplicable": .notApplicable
        case "blank": .blank
        case "absent": .absent
        default: nil
        }
    }
}
