import Database
import Law

/// Whose name it is that a report prints: names pass from one organization to another in time.
package enum NameBearer {
    /// The organization of the tree that bore a name in a region at the end of a year; else the one that bears it now;
    /// else the last one that bore it. Nil where none of the tree ever did.
    ///
    /// - Parameter year: nil where the report names none.
    package static func find(_ key: String, region: String, year: Int?, _ db: ReadTransaction) throws -> Int? {
        let rows = try db.rows(
            """
            select organization_id, since, until from organization_name
            where region = \(region) and key = \(key) order by organization_id, number
            """)
        var periods: [(id: Int, since: Day?, until: Day?)] = []
        for row in rows {
            periods.append(
                (
                    try row.int("organization_id"), try row.optionalValue("since") { Day(iso: $0) },
                    try row.optionalValue("until") { Day(iso: $0) }
                ))
        }
        // Where the beginning of a later bearer is not known, the one that ended first was there before.
        periods.sort { a, b in
            switch (a.until, b.until) {
            case (let a?, let b?): a < b
            case (nil, _): false
            case (_, nil): true
            }
        }
        if let day = year.flatMap({ Day(year: $0, month: 12, day: 31) }),
            let bearer = periods.first(where: { $0.since.map { $0 <= day } ?? true && $0.until.map { $0 > day } ?? true })
        {
            return bearer.id
        }
        return periods.last?.id
    }
}
