import Formats
import HTTPTypes
import Office
import Web

/// The audit log, for the audit administrator. To read personal data here, to export and to verify are events themselves.
struct AuditController {
    let records: Records

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("audit")
        routes.get(AuditPath.list, .anywhere(.readAudit)) { try await list($0) }
        routes.post(AuditPath.export, .anywhere(.exportAudit), export)
        routes.post(AuditPath.verify, .anywhere(.readAudit), verify)
        routes.get(AuditPath.event, .readAudit, of: event, show)
        routes.post(AuditPath.personal, .readAudit, of: event, showPersonal)
    }

    private var event: Resource<RecordedEvent, Int> {
        Resource(missing: "没有这条记录。请从审计记录的列表中重新选择。") { _, sequence in
            try await records.auditEvent(sequence).map { Owned($0, by: .site) }
        }
    }

    private func list(_ desk: DeskRequest, verification: AuditVerification? = nil) async throws -> Answer {
        let form = AuditForm(try desk.query, areas: records.house.areas)
        guard form.problems.isEmpty else {
            let view = AuditPage.View(form: form, events: [], total: 0, names: AuditNames(records.house), state: desk.state)
            return .page(AuditPage.render(view)).with(.unprocessableContent)
        }
        let (events, total) = try await records.auditEvents(form.filter, before: form.before, limit: AuditPage.size)
        let view = AuditPage.View(
            form: form, events: events, total: total, names: try await names(), verification: verification,
            isOnePerson: try await records.accounts.administration() != .separate, mayExport: desk.principal.has(.exportAudit),
            state: desk.state)
        return .page(AuditPage.render(view))
    }

    private func verify(_ desk: DeskRequest) async throws -> Answer {
        try await list(desk, verification: try await records.verifyAudit(by: desk.actor, at: desk.now))
    }

    private func show(_ desk: DeskRequest, _ event: RecordedEvent) async throws -> Page {
        AuditEventPage.render(AuditEventPage.View(event: event, names: try await names(), state: desk.state))
    }

    /// Shows the sealed values of an event; that they were read is recorded.
    private func showPersonal(_ desk: DeskRequest, _ event: RecordedEvent) async throws -> Page {
        let values = try await records.auditPersonal(event.sequence, by: desk.actor, at: desk.now)
        return AuditEventPage.render(
            AuditEventPage.View(event: event, names: try await names(), personal: values ?? [], state: desk.state))
    }

    private func export(_ desk: DeskRequest) async throws -> Download {
        let form = AuditForm(try desk.query, areas: records.house.areas)
        if let problem = form.problems.list.first { throw PageError.badRequest(problem.message) }
        let names = try await names()
        var rows = [AuditNames.columns]
        try await records.exportAudit(form.filter, by: desk.actor, at: desk.now).forEach { rows.append(names.row($0)) }
        return Download(CSVWriter.write(rows, guardingFormulas: true), mediaType: "text/csv; charset=utf-8", name: "审计记录.csv")
    }

    private func names() async throws -> AuditNames {
        let accounts = try await records.accounts.all()
        return AuditNames(
            records.house, accounts: Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, "\($0.name)（\($0.login)）") }),
            organizations: try await records.organizationNames(withEnded: true))
    }
}
