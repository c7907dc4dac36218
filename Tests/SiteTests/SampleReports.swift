import AnnualReport
import Foundation
import Office
import ReportFiles

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// Small made-up reports, written as text and read again, so that a test's store holds what an import would.
enum SampleReports {
    /// A report of the 2021 form without a mistake: so many requests by natural persons, all granted but one refused.
    static func report(_ organization: String, _ year: Int, requests: Int, carriedOver: Int = 0) -> AnnualReport {
        let form = ReportForm(year: year)
        var report = AnnualReport(
            source: .init(name: "\(organization)\(year).txt", format: "text", bytes: 0, sha256: ""), organization: organization,
            year: year, template: form)
        report.proactive = ProactiveTable(
            blocks: ProactiveBlock.allCases.map { block in
                let columns = block.columns(form).map { ColumnName.proactive($0) }
                return TableBlock(
                    block, form: form, isPrinted: true,
                    rows: block.rows(form).map { row in
                        Row(.proactive(row), columns: columns, entries: columns.map { _ in Entry(.count(0)) })
                    })
            }.filter { !$0.rows.isEmpty })
        let results = requests - carriedOver
        let figures: [RequestRow: Int] = [
            .received: requests, .granted: results - 1, .refusedThirdPartyRights: 1, .total: results, .carriedOver: carriedOver,
        ]
        report.requests = RequestTable(
            form: form,
            rows: RequestRow.rows(form).map { row in
                let count = figures[row] ?? 0
                return Row(
                    .requests(row), columns: RequestTable.columns,
                    entries: ApplicantKind.allCases.map { kind in
                        Entry(.count(kind == .naturalPerson || kind == .total ? count : 0))
                    })
            })
        report.reviews = ReviewTable(
            rows: ReviewGroup.allCases.map { group in
                Row(
                    .reviews(group), columns: ReviewTable.columns,
                    entries: ReviewOutcome.allCases.map { outcome in
                        Entry(.count(group == .reconsideration && (outcome == .corrected || outcome == .total) ? 1 : 0))
                    })
            })
        return report
    }

    /// Sets one cell, which may unbalance the report.
    static func changed(_ report: AnnualReport, _ row: RequestRow, _ kind: ApplicantKind, to cell: Cell) -> AnnualReport {
        var report = report
        guard var table = report.requests, let place = table.rows.firstIndex(where: { $0.name == .requests(row) }),
            let column = ApplicantKind.allCases.firstIndex(of: kind)
        else { return report }
        table.rows[place].entries[column] = Entry(cell)
        report.requests = table
        return report
    }

    /// The report as a text file.
    static func text(_ report: AnnualReport) -> [UInt8] { Array(ReportSheet(report).text(.tabSeparated).utf8) }

    static let instant = Date(timeIntervalSince1970: 1_790_000_000)

    /// Keeps a report in a region, through the reader.
    @discardableResult
    static func keep(_ report: AnnualReport, in region: String, _ store: ReportStore) async throws -> ReportVersion {
        let file = text(report)
        let reading = try ReportReader.read(file, name: report.source.name)
        return try await store.importReport(reading, file: file, region: region, at: instant).version
    }

    /// Keeps a file in a region, as the reader reads it.
    static func keep(_ file: [UInt8], in region: String, _ store: ReportStore) async throws -> ReportVersion {
        let reading = try ReportReader.read(file, name: "a.txt")
        return try await store.importReport(reading, file: file, region: region, at: instant).version
    }
}
