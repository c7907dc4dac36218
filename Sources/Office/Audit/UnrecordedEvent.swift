import Database
import Foundation
import Formats

/// What was done to the data as a whole, by a command that has no keys at hand: a backup, a restoration, a move. It is
/// noted in the database, and the next start with the keys puts it into the record of events.
enum UnrecordedEvent {
    static func note(_ action: String, _ facts: KeyValuePairs<String, JSONValue> = [:], at instant: Date, _ db: Writer) throws {
        let object = JSONValue.object(facts.map { JSONValue.Member(key: $0.key, value: $0.value) })
        try db.execute(
            "insert into unrecorded_event (id, at, action, facts) select coalesce(max(id), 0) + 1, ?, ?, ? from unrecorded_event",
            [SQLValue(instant), .text(action), .text(object.description)])
    }

    /// Puts what was noted into the record.
    static func record(in database: Database, _ audit: AuditLog) async throws {
        let isAny = try await database.read(fresh: true) { try $0.row("select id from unrecorded_event limit 1") != nil }
        guard isAny else { return }
        try await database.write { db in
            for row in try db.rows("select at, action, facts from unrecorded_event order by id") {
                var event = AuditEvent(.program, .site, try row.text("action"), subject: .site)
                if case .object(let members)? = try? JSONValue.values(in: Array(row.text("facts").utf8)).first {
                    event.facts = members.map { ($0.key, $0.value) }
                }
                try audit.append(event, at: try row.instant("at"), db)
            }
            try db.execute("delete from unrecorded_event")
        }
    }
}
