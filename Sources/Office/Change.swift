import Database
import Foundation
import Markup

/// A unit of work: one transaction that changes the database, with the account that makes the change, the instant, and the audit
/// log that records it. Rules, SQL and events stand together in it: all of it is committed, or nothing.
///
/// A change that altered rows and recorded no event is not committed (`ChangeError.unrecorded`). The few that need no event say so
/// and why: see `leaveUnrecorded(because:)`.
package struct Change {
    package let db: Transaction
    package let actor: Actor
    package let instant: Date
    package let audit: AuditLog
    private let tally: Tally

    /// What was recorded, counted for all parts of one unit of work together.
    private final class Tally {
        var events = 0
        var needsNone = false
    }

    private init(_ db: Transaction, _ audit: AuditLog, _ actor: Actor, _ instant: Date, _ tally: Tally) {
        (self.db, self.audit, self.actor, self.instant, self.tally) = (db, audit, actor, instant, tally)
    }

    /// Carries out a change in a transaction.
    ///
    /// - Throws: whatever `body` throws; `ChangeError.unrecorded`.
    static func carryOut<T>(
        in db: Transaction, _ audit: AuditLog, by actor: Actor, at instant: Date, _ body: (Change) throws -> T
    ) throws -> T {
        let tally = Tally()
        let before = db.changedRows
        let result = try body(Change(db, audit, actor, instant, tally))
        let rows = db.changedRows - before
        if rows > 0, tally.events == 0, !tally.needsNone { throw ChangeError.unrecorded(rows: rows) }
        return result
    }

    /// The same unit of work, for a part of it that another one does: what follows from a link is done by the program.
    package func acting(as actor: Actor) -> Change { Change(db, audit, actor, instant, tally) }

    /// Says that this change needs no event.
    ///
    /// - Parameter reason: why, for the reader of the code.
    package func leaveUnrecorded(because reason: StaticString) { tally.needsNone = true }

    // MARK: Events

    /// An event of this change, to be completed and recorded.
    package func event(
        _ area: AuditArea, _ action: String, subject: AuditSubject, organization: Int? = nil, fields: [String] = [],
        facts: KeyValuePairs<String, JSONValue> = [:], personal: KeyValuePairs<String, String> = [:]
    ) -> AuditEvent {
        AuditEvent(
            actor, area, action, subject: subject, organization: organization, fields: fields, facts: facts, personal: personal)
    }

    /// Records an event in the transaction that makes the change.
    ///
    /// - Throws: `AuditError` if the end of the log was tampered with, `KeyError`, `DatabaseError`.
    package func record(_ event: AuditEvent) throws {
        try audit.append(event, at: instant, db)
        tally.events += 1
    }

    /// Records an event with these parts.
    ///
    /// - Parameters:
    ///   - action: a noun and what happened to it: `account.made`.
    ///   - organization: the organization that it concerns; nil for the whole site.
    ///   - fields: names of the fields that changed.
    ///   - facts: what else is to be known, without personal data.
    ///   - personal: new values of personal fields, which the event keeps sealed.
    /// - Throws: as `record(_:)` does.
    package func record(
        _ area: AuditArea, _ action: String, subject: AuditSubject, organization: Int? = nil, fields: [String] = [],
        facts: KeyValuePairs<String, JSONValue> = [:], personal: KeyValuePairs<String, String> = [:]
    ) throws {
        try record(
            event(
                area, action, subject: subject, organization: organization, fields: fields, facts: facts, personal: personal))
    }

    /// Destroys the key of a subject (crypto-shredding): what events hold of its personal data can never be read again; the chain
    /// still holds.
    package func forget(_ subject: AuditSubject) throws {
        try db.execute("delete from subject_key where subject = \(subject.description)")
        try record(.audit, "subject.forgotten", subject: subject)
    }
}

/// Why a change was not committed.
package enum ChangeError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It altered rows, and no event tells of it.
    case unrecorded(rows: Int)

    package var description: String {
        switch self {
        case .unrecorded(let rows): "这项改动动了 \(rows) 行数据，却没有写审计记录，因此没有保存。这是程序的差错，请告诉开发者。"
        }
    }
}
