/// Something that the source prints otherwise than the form, which the tables themselves cannot hold. The reader
/// records it; a check decides what it means.
package enum Remark: Hashable, Sendable {
    /// A row that the form does not have, or a group's label that repeats its items' sum (`subtotal`).
    case extraRow(label: String, table: TableName, subtotal: Bool, found: [String?], origin: Origin)
    /// A column that the form does not have.
    case extraColumn(label: String, table: TableName, origin: Origin)
    /// A row printed a second time; the first one counts.
    case repeatedRow(RowName, found: [String?], origin: Origin)
    /// The printed text of a cell that holds no single number.
    case notANumber(CellName, text: String, origin: Origin)
    /// Two rows of the form that share one line of figures, with the label that bears it.
    case mergedRows([RowName], label: String, found: [String?], origin: Origin)
    /// A label whose words are not those of the form.
    case label(printed: String, word: String, origin: Origin)
    /// The article that a block of table two cites.
    case citedArticle(ProactiveBlock, printed: String, origin: Origin)
    /// Rows or columns that do not stand in the form's order, as printed.
    case order(TableName, rows: Bool, printed: [String], origin: Origin)
    /// A mark of a section, item or row label that does not follow the one before; `scope` says among what.
    case numbering(scope: String, mark: ItemMark, expected: Int, origin: Origin)
    /// An amount in another unit than its column's heading names.
    case unitDiffers(CellName, text: String, heading: MoneyUnit, origin: Origin)
    /// A blank cell that holds a formula, whose value the file does not keep.
    case formula(CellName, origin: Origin)
    /// What the file hides from whoever opens it (行, 列, 工作表, 文字); none of it is read.
    case hidden([String])
    /// The title of another report in the same file, which is not read.
    case secondReport(title: String, origin: Origin)
    /// An amount whose unit leaves out 元 (2500 万).
    case cutUnit(CellName, text: String, origin: Origin)
}
