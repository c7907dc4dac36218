import AnnualReport
import Office
import Web

/// What a person typed for the cells of a row, kept as typed.
struct PlacementForm: Sendable {
    /// One column of the row.
    struct Field: Sendable {
        var column: ColumnName
        /// The column's words on the report's own form.
        var label: String
        var typed = ""
        /// Of money; empty where none is chosen.
        var unit = ""

        var name: String { "cell-" + column.key }
        var unitName: String { "unit-" + column.key }
    }

    let row: Row
    var fields: [Field]

    /// An empty form for a row of a report.
    init(_ row: Row, of report: AnnualReport) {
        self.row = row
        fields = row.columns.map { column in
            var field = Field(column: column, label: column.title)
            if case .proactive(let name) = row.name, case .proactive(let column) = column,
                let block = report.proactive?.blocks.first(where: { $0.item == name.block })
            {
                field.label = column.words(block.item, block.form)
                // The form's own heading names the unit.
                if column == .amount, block.item == .fees { field.unit = MoneyUnit.tenThousandYuan.rawValue }
            }
            return field
        }
    }

    /// The same with what was posted.
    init(_ row: Row, of report: AnnualReport, _ posted: PostedForm) {
        self.init(row, of: report)
        for i in fields.indices {
            fields[i].typed = posted.typed(fields[i].name) ?? fields[i].typed
            fields[i].unit = posted.typed(fields[i].unitName) ?? fields[i].unit
        }
    }

    /// The cells as they were typed.
    ///
    /// - Throws: `Problems`: what is wrong, each at its field.
    func cells() throws(Problems) -> [Cell] {
        var cells: [Cell] = []
        var problems = Problems()
        for field in fields {
            do throws(TypedCellError) {
                cells.append(try TypedCell.read(field.typed, unit: field.unit, in: field.column))
            } catch {
                problems.add("\(field.label)：\(error.description)", at: field.name)
            }
        }
        if problems.isEmpty, cells.allSatisfy({ $0 == .blank }), let first = fields.first {
            problems.add(PlacingError.nothingPlaced(row.name).description, at: first.name)
        }
        try problems.check()
        return cells
    }
}
