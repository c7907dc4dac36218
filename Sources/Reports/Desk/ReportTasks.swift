import Foundation
import Law
import Office
import Web

/// What waits for somebody in the matter of annual reports, as the desk's home lists it.
enum ReportTasks {
    static func list(for principal: Principal, in records: Records, at instant: Date) async throws -> [DeskTask] {
        guard principal.has(.viewDeskReports) else { return [] }
        let today = Day(inChina: instant)
        let year = ReportDue.year(on: today)
        let scope = principal.scope(.viewDeskReports)
        var list: [DeskTask] = []
        if principal.has(.importReports) {
            for upload in try await records.reports.openUploads(of: principal.accountID) {
                list.append(DeskTask(count: upload.files, words: "份上传的文件等您说明或继续读取", address: DeskReportPath.upload(upload.id)))
            }
        }
        // Drafts, rows and returns of any year wait; who is missing is asked for the year that is due now.
        let years = Set(try await records.reports.years(in: scope) + [year]).sorted(by: >)
        let overview = try await records.reports.overview(in: scope, years: years)
        for known in years { list += self.list(overview[known] ?? [], known, isDue: known == year, principal, today) }
        return list
    }

    private static func list(
        _ standings: [ReportStanding], _ year: Int, isDue: Bool, _ principal: Principal, _ today: Day
    ) -> [DeskTask] {
        func waiting(_ filter: DeskReportListPage.Filter, _ words: String) -> DeskTask? {
            let count = standings.count { filter.holds($0.year) }
            return count == 0 ? nil : DeskTask(count: count, words: words, address: DeskReportListPage.link(year: year, filter: filter))
        }
        var list: [DeskTask?] = []
        if principal.has(.publishReports) {
            if let nearest = standings.compactMap(\.year.sentBack?.due).min() {
                list.append(waiting(.returned, "份 \(year) 年度报告退回整改，等更正后的新版本，最近的期限 \(nearest)（\(DaysLeft.words(nearest, from: today))）"))
            }
            list.append(waiting(.draft, "份 \(year) 年度报告草稿，核对后公布"))
        }
        if principal.has(.placeRows) { list.append(waiting(.unplaced, "份 \(year) 年度报告有行无法对位")) }
        if isDue, principal.has(.importReports) {
            let missing = standings.filter(\.year.isMissing)
            if missing.count == 1, let only = missing.first, let due = only.year.due {
                list.append(
                    DeskTask(
                        count: 1,
                        words: "份报告没有公布：\(only.organization.displayName) \(year) 年度，期限 \(due)（\(DaysLeft.words(due, from: today))）",
                        address: standings.count == 1 ? DeskReportPath.new() : DeskReportListPage.link(year: year, filter: .missing)))
            } else {
                let late = missing.count { $0.year.isLate(on: today) }
                list.append(waiting(.missing, "个单位没有公布 \(year) 年度报告\(late > 0 ? "，其中已逾期 \(late) 个" : "")"))
            }
        }
        if principal.has(.returnReports) { list.append(waiting(.errors, "个单位的 \(year) 年度报告有错误")) }
        return list.compactMap { $0 }
    }
}
