extension Database {
    /// Everything that is wrong with the database itself, in words for an operator: broken pages, rows that cannot be
    /// read, values of a kind that their column does not have, references to rows that are not there.
    package func faults() async throws -> [String] {
        try await read { db in
            var faults = try db.engine.faults()
            for table in try db.tables() {
                do {
                    _ = try db.content(table)
                } catch {
                    return faults + ["表 \(table.name) 不能读完：\(error)"]
                }
                for reference in table.references {
                    let count = try db.row(Self.dangling(table, reference))?.int("n") ?? 0
                    if count > 0 {
                        faults.append(
                            "表 \(table.name) 有 \(count) 行的 \(reference.columns.joined(separator: ", ")) 在表 \(reference.table) 里找不到。")
                    }
                }
            }
            return faults
        }
    }

    private static func dangling(_ table: SQLTable, _ reference: SQLTable.Reference) -> SQL {
        let present = reference.columns.map { "c.\(name: $0) is not null" as SQL }
        let pairs = zip(reference.columns, reference.targets).map { "p.\(name: $1) = c.\(name: $0)" as SQL }
        return """
            select count(*) as n from \(name: table.name) c
            where \(present.joined(" and "))
              and not exists (select 1 from \(name: reference.table) p where \(pairs.joined(" and ")))
            """
    }
}

extension SQLiteTransaction {
    func faults() throws(DatabaseError) -> [String] {
        var faults: [String] = []
        for row in try rows("pragma integrity_check") {
            let text = try row.text("integrity_check")
            if text != "ok" { faults.append("数据库文件已损坏：\(text)") }
        }
        // SQLite takes any value into any column; the other engine would not.
        let kinds = ["text": "text", "bigint": "integer", "double precision": "real", "bytea": "blob"]
        for table in try tables() {
            for column in table.columns {
                guard let kind = kinds[column.type] else { continue }
                let zero: SQL = kind == "text" ? " or instr(\(name: column.name), char(0)) > 0" : ""
                let sql: SQL = """
                    select count(*) as n from \(name: table.name)
                    where typeof(\(name: column.name)) not in ('null', \(kind))\(zero)
                    """
                let count = try rows(sql).first?.int("n") ?? 0
                if count > 0 { faults.append("表 \(table.name) 有 \(count) 行的 \(column.name) 不是\(column.type)类型的值。") }
            }
        }
        return faults
    }
}

extension PostgresTransaction {
    /// The server looks after its own pages, and after the kinds of values.
    func faults() throws(DatabaseError) -> [String] { [] }
}
