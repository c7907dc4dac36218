import Foundation
import HTTPTypes
import Hummingbird
import Law
import Office
import Web

/// What is done to a version of a report: publishing it, withdrawing it, sending it back.
struct VersionController {
    let records: Records
    let forms: Forms

    static let publishForm = "report-publish"
    private static let withdrawForm = "report-withdraw"
    private static let returnForm = "report-return"
    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        routes.post("/desk/reports/:id/publish", .right(.publishReports), publish)
        routes.post("/desk/reports/:id/alias", .right(.publishReports), dropAlias)
        routes.get("/desk/reports/:id/withdraw", .right(.publishReports), openWithdraw)
        routes.post("/desk/reports/:id/withdraw", .right(.publishReports), withdraw)
        routes.get("/desk/reports/:id/return", .right(.returnReports), openReturn)
        routes.post("/desk/reports/:id/return", .right(.returnReports), sendBack)
    }

    @Sendable private func publish(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(Self.publishForm, from: request, context)
        let version = try await records.report(context, .publishReports).stored.version
        do {
            let principal = try context.signedIn()
            try await store.publish(version.id, in: principal.scope(.publishReports), by: principal.actor, at: forms.clock())
        } catch ReportStoreError.alreadyCurrent {
            // Somebody else was faster: it is as it was asked for.
        } catch let error as ReportStoreError {
            guard case .withdrawnAbove = error else { throw error }
            throw Self.conflict(error)
        }
        return .redirect(to: "\(DeskReportPage.path(version.id))?done=\(version.wasPublic ? "restored" : "published")")
    }

    /// Takes back somebody's word that the printed name is this organization's.
    @Sendable private func dropAlias(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(Self.publishForm, from: request, context)
        let version = try await records.report(context, .publishReports).stored.version
        if let name = version.organization {
            try await store.dropAlias(name, of: version.organizationID, by: try context.signedIn().actor, at: forms.clock())
        }
        return .redirect(to: "\(DeskReportPage.path(version.id))?done=nameTakenBack")
    }

    // MARK: Withdrawing

    @Sendable private func openWithdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stored = try await records.report(context, .publishReports).stored
        guard stored.version.state != .withdrawn else { throw Self.conflict(.withdrawn(number: stored.version.number)) }
        return withdrawPage(stored, request, context)
    }

    @Sendable private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.withdrawForm, from: request, context)
        let stored = try await records.report(context, .publishReports).stored
        let reason = posted.text("reason") ?? ""
        guard reason.count <= WithdrawPage.longest else {
            return withdrawPage(stored, request, context, reason: reason, problem: "原因最多 \(WithdrawPage.longest) 个字，请写短一些。")
        }
        do {
            let principal = try context.signedIn()
            try await store.withdraw(
                stored.version.id, reason: reason, in: principal.scope(.publishReports), by: principal.actor, at: forms.clock())
        } catch let error as ReportStoreError {
            switch error {
            case .reasonMissing: return withdrawPage(stored, request, context, reason: reason, problem: error.description)
            case .withdrawn: throw Self.conflict(error)
            default: throw error
            }
        }
        return .redirect(to: "\(DeskReportPage.path(stored.version.id))?done=\(stored.version.wasPublic ? "withdrawn" : "dropped")")
    }

    private func withdrawPage(
        _ stored: StoredReport, _ request: Request, _ context: SiteContext, reason: String = "", problem: String? = nil
    ) -> Response {
        let open = forms.open(Self.withdrawForm, for: request, context)
        return forms.page(
            WithdrawPage.render(stored, reason: reason, problem: problem, token: open.field), open, context,
            status: problem == nil ? .ok : .unprocessableContent)
    }

    // MARK: Sending back

    @Sendable private func openReturn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let stored = try await records.report(context, .returnReports).stored
        return try await returnPage(stored, request, context)
    }

    @Sendable private func sendBack(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.returnForm, from: request, context)
        let stored = try await records.report(context, .returnReports).stored
        let (id, actor) = (stored.version.id, try context.signedIn().actor)
        if posted.text("end") != nil {
            try await store.endReturn(id, by: actor, at: forms.clock())
            return .redirect(to: "\(DeskReportPage.path(id))?done=ended")
        }
        let (typed, note) = (posted.text("due") ?? "", posted.text("note"))
        guard let due = Day(iso: typed) else {
            return try await returnPage(stored, request, context, due: typed, note: note, problem: "请填写回复期限，例如 2026-12-10。")
        }
        guard note?.count ?? 0 <= ReturnPage.longest else {
            let problem = "要说的话最多 \(ReturnPage.longest) 个字，请写短一些。"
            return try await returnPage(stored, request, context, due: typed, note: note, problem: problem, field: "note")
        }
        do {
            try await store.sendBack(id, due: due, note: note, by: actor, at: forms.clock())
        } catch let error as ReportStoreError {
            switch error {
            case .dueInThePast: return try await returnPage(stored, request, context, due: typed, note: note, problem: error.description)
            case .superseded, .withdrawn: throw Self.conflict(error)
            default: throw error
            }
        }
        return .redirect(to: "\(DeskReportPage.path(id))?done=returned")
    }

    private func returnPage(
        _ stored: StoredReport, _ request: Request, _ context: SiteContext, due: String? = nil, note: String? = nil,
        problem: String? = nil, field: String = "due"
    ) async throws -> Response {
        guard stored.isWorkedOn else {
            throw Self.conflict(
                stored.worked.map { .superseded(newestNumber: $0.number, newestID: $0.id) } ?? .withdrawn(number: stored.version.number))
        }
        let open = forms.open(Self.returnForm, for: request, context)
        let today = Day(inChina: forms.clock())
        let view = ReturnPage.View(
            stored: stored, isSentBack: try await store.openReturn(of: stored.version.id) != nil,
            due: due ?? CorrectionsPage.suggested(today), note: note ?? "",
            problem: problem.map { .init(message: $0, field: field) }, token: open.field)
        return forms.page(ReturnPage.render(view), open, context, status: problem == nil ? .ok : .unprocessableContent)
    }

    private static func conflict(_ error: ReportStoreError) -> PageError {
        PageError(status: .conflict, title: "现在不能这样做", message: error.description)
    }
}
