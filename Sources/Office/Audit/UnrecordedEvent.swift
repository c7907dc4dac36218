import Database
import Foundation
import Markup

/// What was done to the data as a whole, by a command that has no keys at hand. It is noted in the database, and whoever
/// opens the data with the keys next, or the running site within the hour, puts it into the record of events.
///
/// A note is not sealed: whoever can write to the database can put one there or take one away. So nothing else comes into
/// the record by this way, and its event says that it was noted.
enum UnrecordedEvent: String, CaseIterable, Sendable {
    case backedUp = "site.backedUp"
    case restored = "site.restored"
    case moved = "site.moved"

    static func note(_ what: UnrecordedEvent, from place: String? = nil, at instant: Date, _ db: Transaction) throws {
        try db.execute(
            """
            insert into unrecorded_event (id, at, action, place) select coalesce(max(id), 0) + 1, \(instant), \(what), \(place)
            from unrecorded_event
            """)
    }

    /// Puts what was noted into the record, as of now.
    static func record(in database: AuditedDatabase, at instant: Date) async throws {
        let isAny = try await database.read(from: .primary) { try $0.row("select id from unrecorded_event limit 1") != nil }
        guard isAny else { return }
        try await database.change(by: .program, at: instant) { change in
            for row in try change.db.rows("select id, at, action, place from unrecorded_event order by id") {
                // One of a newer program waits for that program.
                guard let what = UnrecordedEvent(rawValue: try row.text("action")) else { continue }
                try change.db.execute("delete from unrecorded_event where id = \(row.int("id"))")
                let done = try row.instant("at").formatted(.iso8601)
                let place: JSONValue = try row.optionalText("place").map { .string($0) } ?? .null
                try change.record(.site, what.rawValue, subject: .site, facts: ["noted": .string(done), "from": place])
            }
        }
    }
}
