import AnnualReport

/// Cells as words for people, where the five kinds must not be mistaken for each other.
package enum CellWords {
    /// 0 is 0, 'not applicable' is /, a blank is 空, an unknown cell is 未知.
    package static func shown(_ cell: Cell) -> String {
        switch cell {
        case .count, .amount, .notApplicable: cell.text
        case .blank: "空"
        case .absent: "未知"
        }
    }

    /// The name of a cell or row, as a finding gives it, in the words of the form: 表三「（一）予以公开」自然人. A name that no form has
    /// stays as it is.
    package static func title(_ name: String) -> String {
        if let cell = CellName(name) { return cell.row.table.number + cell.title }
        if let row = RowName(name), name.split(separator: ".").count == 2 { return row.table.number + "「\(row.title)」" }
        if let table = TableName(rawValue: name) { return table.number }
        return name
    }
}
