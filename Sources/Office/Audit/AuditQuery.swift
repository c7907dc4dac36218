import Database
import Foundation
import Markup

/// Which events are asked for.
package struct AuditFilter: Sendable, Equatable {
    package var from: Date?
    package var until: Date?
    package var actor: Actor?
    package var area: AuditArea?
    /// The whole subject, `account:12`.
    package var subject: String?
    /// `account.created`, or the beginning of it.
    package var action: String?

    package init() {}
}

extension AuditLog {
    /// Events, newest first.
    ///
    /// - Parameters:
    ///   - before: only those with a smaller number; nil starts with the newest.
    ///   - limit: how many at most.
    package func events(_ filter: AuditFilter, before: Int? = nil, limit: Int, _ db: ReadTransaction) throws -> [RecordedEvent] {
        var conditions = AuditLog.conditions(filter)
        if let before { conditions.append("sequence < \(before)") }
        let rows = try db.rows(
            "select \(AuditRow.columns) from audit_event\(where: conditions) order by sequence desc limit \(limit)")
        return try rows.map(AuditLog.event)
    }

    /// How many events there are.
    package func count(_ filter: AuditFilter, _ db: ReadTransaction) throws -> Int {
        try db.row("select count(*) as n from audit_event\(where: AuditLog.conditions(filter))")?.int("n") ?? 0
    }

    /// One event.
    package func event(_ sequence: Int, _ db: ReadTransaction) throws -> RecordedEvent? {
        try db.row("select \(AuditRow.columns) from audit_event where sequence = \(sequence)").map(AuditLog.event)
    }

    /// Hands on the events one after another, oldest first, for an export.
    package func each(_ filter: AuditFilter, _ db: ReadTransaction, _ body: (RecordedEvent) throws -> Void) throws {
        try db.each("select \(AuditRow.columns) from audit_event\(where: AuditLog.conditions(filter)) order by sequence") { row in
            try body(try AuditLog.event(row))
        }
    }

    private static func conditions(_ filter: AuditFilter) -> [SQL] {
        var conditions: [SQL] = []
        if let from = filter.from { conditions.append("at >= \(from)") }
        if let until = filter.until { conditions.append("at < \(until)") }
        if let actor = filter.actor { conditions.append("actor = \(actor.description)") }
        if let area = filter.area { conditions.append("capability = \(area.name)") }
        if let subject = filter.subject { conditions.append("subject = \(subject)") }
        // A beginning, without the wildcards of LIKE.
        if let action = filter.action {
            conditions.append("substr(action, 1, cast(\(action.unicodeScalars.count) as integer)) = \(action)")
        }
        return conditions
    }

    private static func event(_ row: SQLRow) throws -> RecordedEvent {
        let fields = try? JSONValue.values(in: Array(try row.text("fields").utf8)).first
        var names: [String] = []
        if case .array(let values)? = fields {
            names = values.compactMap { if case .string(let name) = $0 { name } else { nil } }
        }
        return RecordedEvent(
            sequence: try row.int("sequence"), at: try row.instant("at"), actor: Actor(try row.text("actor")) ?? .program,
            organizationID: try row.optionalInt("organization_id"), area: try row.text("capability"),
            action: try row.text("action"), subject: try row.text("subject"), fields: names,
            facts: (try? JSONValue.values(in: Array(try row.text("facts").utf8)).first) ?? .object([]),
            isSealed: try row.optionalBlob("sealed") != nil)
    }
}
