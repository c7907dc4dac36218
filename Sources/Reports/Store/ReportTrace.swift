import Database
import Law
import Office

/// What the events say of reports: which versions are public and which counts, what each holds, and which printed names were
/// confirmed.
struct ReportTrace: AuditTrace {
    private struct Version {
        /// Nil where an older event does not tell it.
        var state: VersionState?
        /// The event by which it came to count; 0 for one that never did.
        var counts = 0
        var sha256: String?
        var code: String?
        /// Nil where an older event does not tell it.
        var withdrawal: Withdrawal?
    }

    private struct Withdrawal {
        let account: Int?
        let reason: String
        let isFromAbove: Bool
    }

    private struct Name: Hashable {
        let organization: Int
        let key: String
    }

    private var versions: [Int: Version] = [:]
    private var sources: [String: String] = [:]
    /// By whose word, as the event's actor.
    private var names: [Name: String] = [:]

    // MARK: Events

    mutating func add(_ event: AuditRow) {
        switch event.action {
        case "organization.nameConfirmed": if let name = name(event) { names[name] = event.actor }
        case "organization.nameWithdrawn": if let name = name(event) { names[name] = nil }
        default:
            guard let id = event.id("report-version") else { return }
            add(event, to: id)
        }
    }

    private mutating func add(_ event: AuditRow, to id: Int) {
        switch event.action {
        case "report.imported", "report.row-placed":
            let facts = event.members
            // Before there were states what was imported was public.
            let state = facts.text("state").flatMap(VersionState.init) ?? (event.action == "report.imported" ? .published : nil)
            let version = Version(
                state: state, counts: state == .draft ? 0 : event.sequence, sha256: facts.text("sha256"),
                code: facts.text(AuditFact.snapshot))
            versions[id] = version
            // The first one: the text of a file stays as it was read.
            if let sha256 = version.sha256, let code = facts.text(AuditFact.source), sources[sha256] == nil { sources[sha256] = code }
        case "report.published", "report.restored":
            versions[id, default: Version()].state = .published
            versions[id]?.counts = event.sequence
        case "report.withdrawn":
            versions[id, default: Version()].state = .withdrawn
            let facts = event.members
            if let reason = facts.text("reason"), case .bool(let isFromAbove)? = facts[AuditFact.above] {
                versions[id]?.withdrawal = Withdrawal(account: Actor(event.actor)?.accountID, reason: reason, isFromAbove: isFromAbove)
            }
        default: break
        }
    }

    private func name(_ event: AuditRow) -> Name? {
        guard let organization = event.id("organization"), let name = event.text("name") else { return nil }
        return Name(organization: organization, key: OrganizationName.key(name))
    }

    // MARK: Tables

    func faults(_ db: ReadTransaction, _ log: AuditLog, _ uncoded: inout Int) throws -> [RowFault] {
        try versionFaults(db, log, &uncoded) + reportFaults(db) + sourceFaults(db, log) + nameFaults(db)
    }

    private func versionFaults(_ db: ReadTransaction, _ log: AuditLog, _ uncoded: inout Int) throws -> [RowFault] {
        var faults: [RowFault] = []
        // What was imported before there were events has lower numbers than all that was recorded.
        let first = versions.keys.min() ?? 1
        var seen: Set<Int> = []
        var report = 0
        var ofReport: [(id: Int, isCurrent: Bool)] = []
        func endReport() {
            defer { ofReport = [] }
            let known = ofReport.compactMap { row in versions[row.id].map { (row, $0) } }
            // One that is not told may be the one that counts.
            guard known.count == ofReport.count, known.allSatisfy({ $0.1.state != nil }) else { return }
            let last = known.max { $0.1.counts < $1.1.counts }
            let current = last.flatMap { $0.1.counts > 0 && $0.1.state == .published ? $0.0.id : nil }
            for row in ofReport where row.isCurrent != (row.id == current) { faults.append(.current(version: row.id)) }
        }
        try db.each(
            """
            select \(AuditLog.versionColumns), state, is_current, withdrawn_by, withdrawn_reason, withdrawn_above from report_version
            order by report_id, id
            """
        ) { row in
            let id = try row.int("id")
            seen.insert(id)
            if try row.int("report_id") != report {
                endReport()
                report = try row.int("report_id")
            }
            ofReport.append((id, try row.int("is_current") == 1))
            // Queries ask for 1: any other mark would count here and nowhere else.
            if ![0, 1].contains(try row.int("is_current")) { faults.append(.current(version: id)) }
            guard let version = versions[id] else {
                if id < first { uncoded += 1 } else { faults.append(.version(id)) }
                return
            }
            if let state = version.state, try row.text("state") != state.rawValue { faults.append(.state(version: id)) }
            if version.state == .withdrawn, let withdrawal = version.withdrawal {
                let isAsRecorded =
                    try row.optionalInt("withdrawn_by") == withdrawal.account && row.optionalText("withdrawn_reason") == withdrawal.reason
                    && (row.int("withdrawn_above") == 1) == withdrawal.isFromAbove
                if !isAsRecorded { faults.append(.withdrawal(version: id)) }
            }
            if let code = version.code {
                if try log.code(ofVersion: row) != code { faults.append(.content(version: id)) }
            } else {
                uncoded += 1
                if let sha256 = version.sha256, try row.text("sha256") != sha256 { faults.append(.content(version: id)) }
            }
        }
        endReport()
        return faults + versions.keys.filter { !seen.contains($0) }.sorted().map { .versionGone($0) }
    }

    /// The organization of a report is the one of its versions, whose code is compared.
    private func reportFaults(_ db: ReadTransaction) throws -> [RowFault] {
        try db.rows(
            """
            select v.id from report_version v join report r on r.id = v.report_id where v.organization_id <> r.organization_id order by v.id
            """
        ).map { .report(version: try $0.int("id")) }
    }

    private func sourceFaults(_ db: ReadTransaction, _ log: AuditLog) throws -> [RowFault] {
        var faults: [RowFault] = []
        try db.each("select sha256, encoded from report_source order by sha256") { row in
            let sha256 = try row.text("sha256")
            guard let code = sources[sha256] else { return }
            if try log.code(ofSource: row) != code { faults.append(.source(sha256: sha256)) }
        }
        return faults
    }

    private func nameFaults(_ db: ReadTransaction) throws -> [RowFault] {
        var faults: [RowFault] = []
        try db.each("select organization_id, key, name, account_id from organization_alias order by organization_id, key") { row in
            let (organization, key, name) = (try row.int("organization_id"), try row.text("key"), try row.text("name"))
            let giver = names[Name(organization: organization, key: key)]
            let account = try row.optionalInt("account_id")
            if giver == nil || giver.flatMap({ Actor($0) })?.accountID != account || OrganizationName.key(name) != key {
                faults.append(.name(organization: organization, name))
            }
        }
        return faults
    }
}
