import Formats
import HTTPTypes
import Office
import ReportFiles
import Web

/// A report dropped into the browser: read, checked, shown, forgotten.
struct CheckController {
    let uploads: UploadReader
    let pool: ReadingPool
    let settings: SettingStore

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("check")
        routes.get(ReportsPath.check, .everyone, form)
        routes.post(ReportsPath.check, .everyone, files: FileForm(uploads, on: CheckPage.title), again: form, check)
    }

    private func form(_ asked: PublicRequest) -> Page { CheckPage.form(limit: uploads.limit, asked.state) }

    private func check(_ asked: PublicRequest, _ posted: MultipartForm) async throws -> Page {
        guard let file = posted.file(FileForm.field) else { throw UploadProblem("请选择一份报告文件。", status: .badRequest) }
        let towns = try await settings.current(at: asked.now).townReportDay
        do {
            // The checks and the page are as much work as the reading.
            let page = try await pool.run(for: .visitor(asked.household), until: asked.whenGone) { limits in
                let reading = try await ReportReader.readAny(file.bytes, name: file.fileName ?? "", limits: limits)
                return CheckPage.result(ReportView(reading, findings: reading.report.findings(towns: towns)))
            }
            asked.context.count(.read)
            return page
        } catch let error as FormatError {
            throw UploadProblem(error)
        }
    }
}
