import AnnualReport
import Database
import Foundation
import Law
import Office

/// Reports of towns and street offices are judged by the day that the office set: where it changes, anew.
extension ReportStore {
    /// How many versions are judged in one transaction: others write between two.
    private static let judgedAtOnce = 100

    /// Makes the findings of lateness of those versions anew that were judged by another day than the one that is set. What
    /// was broken off goes on where it was.
    ///
    /// - Returns: how many reports of towns were looked at.
    /// - Throws: `DatabaseError`, `SettingError`.
    @discardableResult
    package func judgeByTownDay(at instant: Date) async throws -> Int {
        var judged = 0
        while true {
            let (seen, towns) = try await database.change(by: .program, at: instant) { change in
                let day = try SettingStore.read(change.db, [.townReportDay]).townReportDay
                // Two ranges of the index: a report that was judged by the day is not looked at.
                let rows = try change.db.rows(
                    """
                    select id, organization from report_version
                    where town_day < \(day.number) or town_day > \(day.number) limit \(Self.judgedAtOnce)
                    """)
                var towns = 0
                for row in rows {
                    let id = try row.int("id")
                    if let name = try row.optionalText("organization"), OrganizationName.isTownOrStreet(name) {
                        try Self.judge(id, by: day, change.db)
                        towns += 1
                    }
                    try change.db.execute("update report_version set town_day = \(day.number) where id = \(id)")
                }
                // What is public is another from now on: pages that are kept are made anew.
                change.leaveUnrecorded(because: "by which day a version that is no town's was judged changes nothing that is shown")
                if towns > 0 {
                    try change.record(
                        .reports, "report.judgedAnew", subject: .site,
                        facts: ["towns": .number("\(towns)"), "day": .string(day.description)])
                }
                return (rows.count, towns)
            }
            judged += towns
            if seen < Self.judgedAtOnce { return judged }
        }
    }

    private static func judge(_ id: Int, by day: TownReportDay, _ db: Transaction) throws {
        let report: AnnualReport
        do {
            guard let kept = try snapshot(id, db) else { return }
            report = kept
        } catch ReportStoreError.damagedReport {
            // `verify` names it; the others are judged nonetheless.
            return
        }
        try db.execute("delete from report_finding where version_id = \(id) and rule = \(Rule.late)")
        try insert(report.findings(towns: day).filter { $0.rule == .late }, id, previous: nil, db)
    }
}
