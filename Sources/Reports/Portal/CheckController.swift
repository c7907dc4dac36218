import AnnualReport
import Formats
import Foundation
import HTTPTypes
import Hummingbird
import Office
import ReportFiles
import Web

/// A report dropped into the browser: read, checked, shown, forgotten.
struct CheckController {
    let forms: Forms
    let uploads: UploadReader
    let pool: ReadingPool
    let settings: SettingStore

    private static let formName = "check"

    func addRoutes(to routes: Routes) {
        routes.get("/check", .everyone, form)
        routes.post("/check", .everyone, check)
    }

    @Sendable private func form(_ request: Request, _ context: SiteContext) -> Response {
        page(request, context)
    }

    @Sendable private func check(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.spend(.uploads)
        do {
            let page = try await uploads.read(Self.formName, of: CheckPage.title, from: request, context) { posted in
                guard let file = posted.file(UploadReader.fileField) else {
                    throw UploadProblem(message: "请选择一份报告文件。", status: .badRequest)
                }
                let towns = try await settings.current(at: forms.clock()).townReportDay
                // The checks and the page are as much work as the reading.
                return try await pool.run(for: .visitor(context.household), until: context.whenGone) { limits in
                    let reading = try await ReportReader.readAny(file.bytes, name: file.fileName ?? "", limits: limits)
                    return CheckPage.result(ReportView(reading, findings: reading.report.findings(towns: towns)))
                }
            }
            context.visit.metrics.upload(.read)
            return .page(page, in: context.frame, kept: false)
        } catch let problem as UploadProblem {
            context.visit.metrics.upload(.refused)
            if let event = problem.event { context.note(event) }
            return page(request, context, problem: problem.message, status: problem.status)
        } catch let error as FormatError {
            context.visit.metrics.upload(.unreadable)
            context.note(.refusedUpload)
            return page(request, context, problem: error.description, status: .unprocessableContent)
        }
    }

    private func page(
        _ request: Request, _ context: SiteContext, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let open = forms.open(Self.formName, for: request, context)
        let form = CheckForm(token: open.field, problem: problem, limit: uploads.limit)
        return forms.page(CheckPage.form(form), open, context, status: status)
    }
}
