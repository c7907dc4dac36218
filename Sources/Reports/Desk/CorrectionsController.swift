import AnnualReport
import Formats
import Foundation
import HTTPTypes
import Hummingbird
import Law
import Office
import ReportFiles
import Web

/// The correction sheets (整改单) of those within somebody's reach: of one version, or a bundle with one file a unit.
struct CorrectionsController {
    let records: Records
    let pool: ReadingPool
    let clock: @Sendable () -> Date

    /// More sheets than a bundle is made of at once.
    private static let most = 300
    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        routes.get("/desk/reports/corrections", .right(.viewDeskReports), choose)
        routes.get("/desk/reports/corrections/file", .right(.viewDeskReports), bundle)
        routes.get("/desk/reports/:id/corrections", .right(.viewDeskReports), single)
    }

    @Sendable private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await page(try QueryString(request.uri.query), context, problem: nil)
    }

    @Sendable private func single(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let stored = try await records.report(context, .viewDeskReports).stored
        guard let due = query.text("by").flatMap({ Day(iso: $0) }) else {
            throw PageError.badRequest("请在报告页上填写回复期限，例如 2026-12-10，再下载整改单。")
        }
        let format = query.text("format").flatMap(CorrectionsPage.Format.init) ?? .docx
        let sheet = try await sheet(stored, due: due, try context.signedIn())
        return .download(
            try Self.write(sheet, format), mediaType: format.mediaType, name: "\(sheet.fileName).\(format.rawValue)", kept: false)
    }

    @Sendable private func bundle(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        let principal = try context.signedIn()
        guard let due = query.text("by").flatMap({ Day(iso: $0) }) else {
            return try await page(query, context, problem: "请填写回复期限，例如 2026-12-10。")
        }
        let (year, which, format) = try Self.choice(query, today: Day(inChina: clock()))
        let standings = try await store.overview(in: principal.scope(.viewDeskReports), year: year)
        let versions = standings.filter { which.holds($0.year.findings) }.compactMap(\.year.worked)
        guard !versions.isEmpty else { return try await page(query, context, problem: "没有要发整改单的单位。") }
        guard versions.count <= Self.most else {
            return try await page(query, context, problem: "要发的单位有 \(versions.count) 个，一次最多 \(Self.most) 个。请由下级主管部门分别下载。")
        }
        var sheets: [CorrectionSheet] = []
        for version in versions {
            guard let stored = try await store.report(version.id) else { continue }
            sheets.append(try await sheet(stored, due: due, principal))
        }
        // Hundreds of Word files are as hard as a reading.
        let archive = try await pool.run(for: .staff, until: context.whenGone) { [sheets] _ in
            try ZIPWriter.archive(
                try zip(CorrectionSheet.fileNames(sheets), sheets).map { name, sheet in
                    (name: "\(name).\(format.rawValue)", bytes: try Self.write(sheet, format))
                })
        }
        return .download(archive, mediaType: "application/zip", name: "\(year)年度报告整改单.zip", kept: false)
    }

    private func page(_ query: QueryString, _ context: SiteContext, problem: String?) async throws -> Response {
        let today = Day(inChina: clock())
        let (year, which, format) = try Self.choice(query, today: today)
        let standings = try await store.overview(in: try context.signedIn().scope(.viewDeskReports), year: year)
        func count(_ which: CorrectionsPage.Which) -> Int { standings.count { which.holds($0.year.findings) } }
        let view = CorrectionsPage.View(
            year: year, withErrors: count(.errors), withAny: count(.all), today: today, problem: problem, due: query.text("by"),
            which: which, format: format)
        return .page(
            CorrectionsPage.render(view), in: context.frame, status: problem == nil ? .ok : .unprocessableContent, kept: false)
    }

    private static func choice(
        _ query: QueryString, today: Day
    ) throws -> (year: Int, which: CorrectionsPage.Which, format: CorrectionsPage.Format) {
        (
            try query.year() ?? ReportDue.year(on: today), query.text("which").flatMap(CorrectionsPage.Which.init) ?? .errors,
            query.text("format").flatMap(CorrectionsPage.Format.init) ?? .docx
        )
    }

    /// Addressed to the organization as the tree names it, from the one that the reader supervises for.
    private func sheet(_ stored: StoredReport, due: Day, _ principal: Principal) async throws -> CorrectionSheet {
        let organization = try await records.organizations.organization(stored.version.organizationID)
        // Somebody may supervise for several: the nearest one above the report's own.
        let senders = Set(principal.grants.filter { Permission.reach($0.role, .returnReports) != nil }.compactMap(\.organizationID))
        let sender = try await records.organizations.ancestors(stored.version.organizationID).first(where: senders.contains)
        var issuer: String?
        if let sender { issuer = try await records.organizations.organization(sender)?.displayName }
        return CorrectionSheet(
            report: stored.report, findings: stored.findings.map(\.finding), addressee: organization?.name, due: due, issuer: issuer,
            issued: Day(inChina: clock()))
    }

    private static func write(_ sheet: CorrectionSheet, _ format: CorrectionsPage.Format) throws -> [UInt8] {
        switch format {
        case .docx: try sheet.sheet.word()
        case .html: ReportHTML.document(sheet.sheet).bytes
        }
    }
}
