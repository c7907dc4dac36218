import Database
import Foundation

/// The record of changes as the desk and the command line use it.
extension Records {
    /// Events, newest first, and how many there are in all.
    package func auditEvents(_ filter: AuditFilter, before: Int?, limit: Int) async throws -> (events: [RecordedEvent], total: Int) {
        let audit = audit
        return try await database.read(from: .primary) { db in
            (try audit.events(filter, before: before, limit: limit, db), try audit.count(filter, db))
        }
    }

    package func auditEvent(_ sequence: Int) async throws -> RecordedEvent? {
        let audit = audit
        return try await database.read(from: .primary) { try audit.event(sequence, $0) }
    }

    /// The sealed values of an event; nil where there are none any more. That they were read is an event.
    package func auditPersonal(_ sequence: Int, by actor: Actor, at instant: Date) async throws -> [(key: String, value: String)]? {
        let audit = audit
        return try await change(by: actor, at: instant) { change in
            let values = try audit.personal(sequence, change.db)
            try change.record(.audit, "personal.read", subject: AuditSubject("audit-event", sequence), fields: values?.map(\.key) ?? [])
            return values
        }
    }

    /// All events that are asked for, oldest first. That they were taken out is an event.
    package func exportAudit(_ filter: AuditFilter, by actor: Actor, at instant: Date) async throws -> [RecordedEvent] {
        let audit = audit
        let events = try await database.read(from: .primary) { db in
            var events: [RecordedEvent] = []
            try audit.each(filter, db) { events.append($0) }
            return events
        }
        try await change(by: actor, at: instant) { change in
            try change.record(.audit, "audit.exported", subject: .site, facts: ["events": .number("\(events.count)")])
        }
        return events
    }

    /// Events, and what decides who may do and read what.
    private static let tablesOfTheRecord = ["audit_event", "audit_head", "account", "account_role", "data_key", "subject_key"]

    /// How far the record goes now, to be kept elsewhere.
    ///
    /// - Throws: `AuditError` where the record's end was tampered with: such an end is worth nothing.
    package func auditAnchor() async throws -> AuditAnchor {
        let audit = audit
        return try await database.read(from: .primary) { try audit.anchor($0) }
    }

    /// Reads the whole chain, and looks at what could hide a part of it: the database's catalogue, and what the indexes hold
    /// by which events are found. What came out is an event, unless the record can take none any more. The desk and both commands
    /// ask here.
    ///
    /// - Parameter anchors: what was kept elsewhere of this record.
    package func verifyAudit(anchors: [AuditAnchor] = [], by actor: Actor, at instant: Date) async throws -> AuditVerification {
        let (audit, house) = (audit, house)
        let chain = try await database.read(from: .primary) { try audit.verify($0, in: house, anchors: anchors) }
        let structure = try await database.catalogueFaults(try house.migrations()).map(AuditVerification.Fault.structure)
        let indexes = try await database.indexFaults(of: Self.tablesOfTheRecord).map(AuditVerification.Fault.index)
        let verification = AuditVerification(events: chain.events, faults: chain.faults + structure + indexes, uncoded: chain.uncoded)
        // A record without its end takes nothing more.
        guard !verification.faults.contains(.head(.missing)), !verification.faults.contains(.head(.altered)) else { return verification }
        let faults = verification.faults.count
        try await change(by: actor, at: instant) { change in
            try change.record(
                .audit, "audit.verified", subject: .site,
                facts: ["events": .number("\(verification.events)"), "faults": .number("\(faults)")])
        }
        return verification
    }
}
