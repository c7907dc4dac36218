import Database
import Markup

/// What the events, one after another, say that there should be. Tables that decide about access or about what is public are
/// compared with it, since whoever can write to the database can write to them without an event.
///
/// It holds one small value for each row that it will be compared with, and reads the tables as streams.
struct AuditConsequences {
    private struct Holding: Hashable, Comparable {
        let account: Int
        let organization: Int
        /// As bytes: no other spelling is the same role.
        let role: [UInt8]

        var name: String { String(decoding: role, as: UTF8.self) }

        static func < (first: Holding, second: Holding) -> Bool {
            (first.account, first.organization, first.name) < (second.account, second.organization, second.name)
        }
    }

    private var roles: Set<Holding> = []
    private var sealed: Set<[UInt8]> = []
    private var traces: [any AuditTrace]

    init(_ traces: [any AuditTrace]) { self.traces = traces }

    mutating func add(_ event: AuditRow) {
        let subject = Array(event.subject.utf8)
        if event.sealed != nil { sealed.insert(subject) }
        switch event.action {
        case "role.given", "role.taken":
            guard case .account(let account)? = Actor(event.subject), let role = event.text("role") else { return }
            let holding = Holding(account: account, organization: event.organizationID ?? 0, role: Array(role.utf8))
            if event.action == "role.given" { roles.insert(holding) } else { roles.remove(holding) }
        case "subject.forgotten": sealed.remove(subject)
        default:
            for index in traces.indices { traces[index].add(event) }
        }
    }

    func roleFaults(_ db: ReadTransaction) throws -> [AuditVerification.RoleFault] {
        var held: Set<Holding> = []
        for row in try db.rows("select account_id, organization_id, role from account_role") {
            held.insert(
                Holding(
                    account: try row.int("account_id"), organization: try row.int("organization_id"), role: Array(try row.text("role").utf8)
                ))
        }
        return held.subtracting(roles).sorted().map { .notGiven(account: $0.account, organization: $0.organization, role: $0.name) }
            + roles.subtracting(held).sorted().map { .notHeld(account: $0.account, organization: $0.organization, role: $0.name) }
    }

    func subjectKeyFaults(_ db: ReadTransaction, _ log: AuditLog) throws -> [AuditVerification.SubjectKeyFault] {
        var faults: [AuditVerification.SubjectKeyFault] = []
        var there: Set<[UInt8]> = []
        for row in try db.rows("select subject from subject_key order by subject") {
            let subject = try row.text("subject")
            there.insert(Array(subject.utf8))
            if try !log.canOpenKey(of: subject, db) { faults.append(.altered(subject: subject)) }
        }
        let missing = sealed.subtracting(there).map { String(decoding: $0, as: UTF8.self) }.sorted()
        return faults + missing.map { .missing(subject: $0) }
    }

    /// Rows that are not what the events say, and how many can only be compared in part: what recorded them is older than the
    /// codes in the events.
    func rowFaults(_ db: ReadTransaction, _ log: AuditLog) throws -> (faults: [RowFault], uncoded: Int) {
        var uncoded = 0
        var faults: [RowFault] = []
        for trace in traces { faults += try trace.faults(db, log, &uncoded) }
        return (faults, uncoded)
    }
}

extension AuditRow {
    /// What else is known of the event, where it can be read.
    package var members: JSONValue { (try? JSONValue.values(in: Array(facts.utf8)).first) ?? .null }

    /// A fact that is a text.
    package func text(_ fact: String) -> String? { members.text(fact) }

    /// The id of a subject of that kind: 12 of `account:12`.
    package func id(_ kind: String) -> Int? {
        guard let found = AuditSubject(subject), found.kind == kind else { return nil }
        return Int(found.id)
    }
}

extension JSONValue {
    /// A member that is a text.
    package func text(_ key: String) -> String? { if case .string(let text)? = self[key] { text } else { nil } }
    /// A member that is a whole number.
    package func int(_ key: String) -> Int? { if case .number(let digits)? = self[key] { Int(digits) } else { nil } }
}
