import Database
import Formats

/// What the events, one after another, say that there should be: who holds which role, and whose personal values are sealed. Tables
/// that decide about access are compared with it, since whoever can write to the database can write to them without an event.
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

    mutating func add(_ event: AuditRow) {
        let subject = Array(event.subject.utf8)
        if event.sealed != nil { sealed.insert(subject) }
        switch event.action {
        case "role.given", "role.taken":
            guard case .account(let account)? = Actor(event.subject), let role = AuditConsequences.role(event.facts) else { return }
            let holding = Holding(account: account, organization: event.organizationID ?? 0, role: role)
            if event.action == "role.given" { roles.insert(holding) } else { roles.remove(holding) }
        case "subject.forgotten": sealed.remove(subject)
        default: break
        }
    }

    private static func role(_ facts: String) -> [UInt8]? {
        guard case .object(let members)? = try? JSONValue.values(in: Array(facts.utf8)).first,
            case .string(let role)? = members.first(where: { $0.key == "role" })?.value
        else { return nil }
        return Array(role.utf8)
    }

    func roleFaults(_ db: Reader) throws -> [AuditVerification.RoleFault] {
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

    func subjectKeyFaults(_ db: Reader, _ log: AuditLog) throws -> [AuditVerification.SubjectKeyFault] {
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
}
