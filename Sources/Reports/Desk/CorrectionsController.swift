import AnnualReport
import Formats
import Foundation
import Law
import Markup
import Office
import ReportFiles
import Web

/// The correction sheets (整改单) of those within somebody's reach: of one version, or a bundle with one file a unit.
struct CorrectionsController {
    let records: Records
    let pool: ReadingPool

    /// More sheets than a bundle is made of at once.
    private static let most = 300
    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        routes.get(DeskReportPath.corrections, .anywhere(.viewDeskReports)) { try await page($0, Choices(try $0.query, $0.now)) }
        routes.get(DeskReportPath.correctionsFile, .anywhere(.viewDeskReports), bundle)
        routes.get(DeskReportPath.correction, .viewDeskReports, of: DeskReport.resource(records), single)
    }

    /// What the address asks for.
    private struct Choices: Sendable {
        let due: String?
        let year: Int
        let which: CorrectionsPage.Which
        let format: CorrectionsPage.Format

        init(_ query: QueryString, _ now: Date) throws(PageError) {
            due = query.text("by")
            year = try query.year() ?? ReportDue.year(on: Day(inChina: now))
            which = query.text("which").flatMap(CorrectionsPage.Which.init) ?? .errors
            format = query.text("format").flatMap(CorrectionsPage.Format.init) ?? .docx
        }

        var day: Day? { due.flatMap { Day(iso: $0) } }
    }

    private func single(_ desk: DeskRequest, _ report: DeskReport) async throws -> Download {
        let choices = try Choices(try desk.query, desk.now)
        guard let due = choices.day else { throw PageError.badRequest("请在报告页上填写回复期限，例如 2026-12-10，再下载整改单。") }
        let sheet = try await sheet(report.stored, due: due, desk)
        let format = choices.format
        return Download(try Self.write(sheet, format), mediaType: format.mediaType, name: "\(sheet.fileName).\(format.rawValue)")
    }

    private func bundle(_ desk: DeskRequest) async throws -> Answer {
        let choices = try Choices(try desk.query, desk.now)
        func failed(_ problem: String) async throws -> Answer {
            .page(try await page(desk, choices, [Problem(problem, at: "by")])).with(.unprocessableContent)
        }
        guard let due = choices.day else { return try await failed("请填写回复期限，例如 2026-12-10。") }
        let standings = try await store.overview(in: desk.principal.scope(.viewDeskReports), year: choices.year)
        let versions = standings.filter { choices.which.holds($0.year.findings) }.compactMap(\.year.worked)
        guard !versions.isEmpty else { return try await failed("没有要发整改单的单位。") }
        guard versions.count <= Self.most else {
            return try await failed("要发的单位有 \(versions.count) 个，一次最多 \(Self.most) 个。请由下级主管部门分别下载。")
        }
        var sheets: [CorrectionSheet] = []
        for version in versions {
            guard let stored = try await store.report(version.id) else { continue }
            sheets.append(try await sheet(stored, due: due, desk))
        }
        // Hundreds of Word files are as hard as a reading.
        let archive = try await pool.run(for: .staff, until: desk.whenGone) { [sheets] _ in
            try ZIPWriter.archive(
                try zip(CorrectionSheet.fileNames(sheets), sheets).map { name, sheet in
                    (name: "\(name).\(choices.format.rawValue)", bytes: try Self.write(sheet, choices.format))
                })
        }
        return .file(Download(archive, mediaType: "application/zip", name: "\(choices.year)年度报告整改单.zip"))
    }

    private func page(_ desk: DeskRequest, _ choices: Choices, _ problems: Problems = []) async throws -> Page {
        let standings = try await store.overview(in: desk.principal.scope(.viewDeskReports), year: choices.year)
        func count(_ which: CorrectionsPage.Which) -> Int { standings.count { which.holds($0.year.findings) } }
        let view = CorrectionsPage.View(
            year: choices.year, withErrors: count(.errors), withAny: count(.all), today: Day(inChina: desk.now), problems: problems,
            due: choices.due, which: choices.which, format: choices.format)
        return CorrectionsPage.render(view)
    }

    /// Addressed to the organization as the tree names it, from the one that the reader supervises for.
    private func sheet(_ stored: StoredReport, due: Day, _ desk: DeskRequest) async throws -> CorrectionSheet {
        let organization = try await records.organizations.organization(stored.version.organizationID)
        // Somebody may supervise for several: the nearest one above the report's own.
        let senders = Set(desk.principal.grants.filter { Permission.reach($0.role, .returnReports) != nil }.compactMap(\.organizationID))
        let sender = try await records.organizations.ancestors(stored.version.organizationID).first(where: senders.contains)
        var issuer: String?
        if let sender { issuer = try await records.organizations.organization(sender)?.displayName }
        return CorrectionSheet(
            report: stored.report, findings: stored.findings.map(\.finding), addressee: organization?.name, due: due, issuer: issuer,
            issued: Day(inChina: desk.now))
    }

    private static func write(_ sheet: CorrectionSheet, _ format: CorrectionsPage.Format) throws -> [UInt8] {
        switch format {
        case .docx: try sheet.sheet.word()
        case .html: ReportHTML.document(sheet.sheet).bytes
        }
    }
}
