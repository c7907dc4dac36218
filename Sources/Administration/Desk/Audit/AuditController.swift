import Formats
import Foundation
import HTTPTypes
import Hummingbird
import Law
import Office
import Web

/// The record of every change, for the audit administrator. To read personal data here, to export and to verify are
/// events themselves.
struct AuditController {
    let records: Records
    let forms: Forms

    private static let form = "audit"

    func addRoutes(to routes: Routes) {
        routes.get("/desk/audit", .right(.readAudit), list)
        routes.post("/desk/audit/export", .right(.exportAudit), export)
        routes.post("/desk/audit/verify", .right(.readAudit), verify)
        routes.get("/desk/audit/:sequence", .right(.readAudit), open)
        routes.post("/desk/audit/:sequence/personal", .right(.readAudit), personal)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await page(request, context, verification: nil)
    }

    @Sendable private func verify(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(Self.form, from: request, context)
        let verification = try await records.verifyAudit(by: try context.signedIn().actor, at: forms.clock())
        return try await page(request, context, verification: verification)
    }

    private func page(_ request: Request, _ context: SiteContext, verification: AuditVerification?) async throws -> Response {
        let form = AuditForm(try QueryString(request.uri.query), areas: records.house.areas)
        let open = forms.open(Self.form, for: request, context)
        guard form.problems.isEmpty else {
            let view = AuditPage.View(form: form, events: [], total: 0, names: AuditNames(records.house), token: open.field)
            return forms.page(AuditPage.render(view), open, context, status: .unprocessableContent)
        }
        let (events, total) = try await records.auditEvents(form.filter, before: form.before, limit: AuditPage.size)
        let view = AuditPage.View(
            form: form, events: events, total: total, names: try await names(), verification: verification,
            isOnePerson: try await records.accounts.administration() != .separate,
            mayExport: context.principal?.has(.exportAudit) ?? false, token: open.field)
        return forms.page(AuditPage.render(view), open, context)
    }

    @Sendable private func open(_ request: Request, _ context: SiteContext) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let view = AuditEventPage.View(event: try await event(context), names: try await names(), token: open.field)
        return forms.page(AuditEventPage.render(view), open, context)
    }

    /// Shows the sealed values of an event; that they were read is recorded.
    @Sendable private func personal(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(Self.form, from: request, context)
        let event = try await event(context)
        let values = try await records.auditPersonal(event.sequence, by: try context.signedIn().actor, at: forms.clock())
        let open = forms.open(Self.form, for: request, context)
        let view = AuditEventPage.View(event: event, names: try await names(), personal: values ?? [], token: open.field)
        return forms.page(AuditEventPage.render(view), open, context)
    }

    @Sendable private func export(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(Self.form, from: request, context)
        let form = AuditForm(try QueryString(request.uri.query), areas: records.house.areas)
        guard form.problems.isEmpty else { throw PageError.badRequest(form.problems[0].message) }
        let names = try await names()
        var rows = [AuditNames.columns]
        try await records.exportAudit(form.filter, by: try context.signedIn().actor, at: forms.clock()).forEach {
            rows.append(names.row($0))
        }
        let bytes = CSVWriter.write(rows, guardingFormulas: true)
        return .download(bytes, mediaType: "text/csv; charset=utf-8", name: "审计记录.csv", kept: false)
    }

    private func event(_ context: SiteContext) async throws -> RecordedEvent {
        guard let sequence = context.parameters.get("sequence").flatMap(Int.init), let event = try await records.auditEvent(sequence) else {
            throw PageError.notFound("没有这条记录。请从审计记录的列表中重新选择。")
        }
        return event
    }

    private func names() async throws -> AuditNames {
        let accounts = try await records.accounts.all()
        return AuditNames(
            records.house, accounts: Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, "\($0.name)（\($0.login)）") }),
            organizations: try await records.organizationNames(withEnded: true))
    }
}
