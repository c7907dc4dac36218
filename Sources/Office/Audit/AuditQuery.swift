import Database
import Foundation
import Markup

/// Which events are asked for.
package struct AuditFilter: Sendable, Equatable {
    package var from: Date?
    package var until: Date?
    package var actor: Actor?
    package var capability: Capability?
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
    package func events(_ filter: AuditFilter, before: Int? = nil, limit: Int, _ db: Reader) throws -> [RecordedEvent] {
        var (conditions, values) = AuditLog.conditions(filter)
        if let before {
            conditions.append("sequence < ?")
            values.append(SQLValue(before))
        }
        let rows = try db.rows(
            "select \(AuditRow.columns) from audit_event" + AuditLog.whereClause(conditions) + " order by sequence desc limit ?",
            values + [SQLValue(limit)])
        return try rows.map(AuditLog.event)
    }

    /// How many events there are.
    package func count(_ filter: AuditFilter, _ db: Reader) throws -> Int {
        let (conditions, values) = AuditLog.conditions(filter)
        return try db.row("select count(*) as n from audit_event" + AuditLog.whereClause(conditions), values)?.int("n") ?? 0
    }

    /// One event.
    package func event(_ sequence: Int, _ db: Reader) throws -> RecordedEvent? {
        try db.row("select \(AuditRow.columns) from audit_event where sequence = ?", [SQLValue(sequence)]).map(AuditLog.event)
    }

    /// Hands on the events one after another, oldest first, for an export.
    package func each(_ filter: AuditFilter, _ db: Reader, _ body: (RecordedEvent) throws -> Void) throws {
        let (conditions, values) = AuditLog.conditions(filter)
        try db.each(
            "select \(AuditRow.columns) from audit_event" + AuditLog.whereClause(conditions) + " order by sequence", values
        ) { try body(try AuditLog.event($0)) }
    }

    private static func whereClause(_ conditions: [String]) -> String {
        conditions.isEmpty ? "" : " where " + conditions.joined(separator: " and ")
    }

    private static func conditions(_ filter: AuditFilter) -> ([String], [SQLValue]) {
        var conditions: [String] = []
        var values: [SQLValue] = []
        func add(_ condition: String, _ value: SQLValue?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        add("at >= ?", filter.from.map { SQLValue($0) })
        add("at < ?", filter.until.map { SQLValue($0) })
        add("actor = ?", filter.actor.map { .text($0.description) })
        add("capability = ?", filter.capability.map { .text($0.rawValue) })
        add("subject = ?", filter.subject.map { .text($0) })
        // A beginning, without the wildcards of LIKE.
        if let action = filter.action {
            add("substr(action, 1, cast(? as integer)) = ?", SQLValue(action.unicodeScalars.count))
            values.append(.text(action))
        }
        return (conditions, values)
    }

    private static func event(_ row: SQLRow) throws -> RecordedEvent {
        let fields = try? JSONValue.values(in: Array(try row.text("fields").utf8)).first
        var names: [String] = []
        if case .array(let values)? = fields {
            names = values.compactMap { if case .string(let name) = $0 { name } else { nil } }
        }
        return RecordedEvent(
            sequence: try row.int("sequence"), at: try row.instant("at"), actor: Actor(try row.text("actor")) ?? .program,
            organizationID: try row.optionalInt("organization_id"), capability: try row.text("capability"),
            action: try row.text("action"), subject: try row.text("subject"), fields: names,
            facts: (try? JSONValue.values(in: Array(try row.text("facts").utf8)).first) ?? .object([]),
            isSealed: try row.optionalBlob("sealed") != nil)
    }
}
