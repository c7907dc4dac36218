import AnnualReport

/// Cells as words for people, where the five kinds must not be mistaken for each other.
public enum CellWords {
    /// 0 is 0, 'not applicable' is /, a blank is 空, an unknown cell is 未知.
    public static func shown(_ cell: Cell) -> String {
        switch cell {
        case .count, .amount, .notApplicable: cell.text
        case .blank: "空"
        case .absent: "未知"
        }
    }

    /// The name of a cell or row, as a finding gives it, in the words of the form: 表三「（一）予以公开」自然人. A name that no form has
    /// stays as it is.
    public static func title(_ name: String) -> String {
        if let cell = CellName(name) { return number(cell.row.table) + cell.title }
        if let row = RowName(name), name.split(separator: ".").count == 2 { return number(row.table) + "「\(row.title)」" }
        if let table = TableName(rawValue: name) { return number(table) }
        return name
    }

    private static func number(_ table: TableName) -> String {
        switch table {
        case .proactive: "表二"
        case .requests: "表三"
        case .reviews: "表四"
        }
    }
}
