import Database

/// Ids, given out one after another for each table.
enum Counter {
    static func next(_ table: String, _ db: Writer) throws -> Int {
        let row = try db.row(
            """
            insert into counter (name, value) values (?, 1)
            on conflict (name) do update set value = counter.value + 1 returning value
            """, [.text(table)])
        return try row?.int("value") ?? 1
    }
}
