/// What is known of a table while an engine's description of it is read row by row.
struct TableParts {
    var columns: [SQLTable.Column] = []
    var primaryKey: [String] = []
    private var references: [(name: String, columns: [String], table: String, targets: [String])] = []

    /// Adds a column to the reference of that name.
    mutating func add(reference name: String, column: String, table: String, target: String) {
        if let index = references.firstIndex(where: { $0.name == name }) {
            references[index].columns.append(column)
            references[index].targets.append(target)
        } else {
            references.append((name, [column], table, [target]))
        }
    }

    func table(_ name: String) -> SQLTable {
        SQLTable(
            name: name, columns: columns, primaryKey: primaryKey,
            references: references.map { .init(columns: $0.columns, table: $0.table, targets: $0.targets) })
    }
}
