import Database

/// Ids, given out one after another for each table.
package enum Counter {
    package static func next(_ table: String, _ db: Transaction) throws -> Int {
        let row = try db.row(
            """
            insert into counter (name, value) values (\(table), 1)
            on conflict (name) do update set value = counter.value + 1 returning value
            """)
        return try row?.int("value") ?? 1
    }
}
