import Database
import Office
import Web

/// Annual reports as a capability: reports of others are read, checked, kept as immutable versions, published, merged, and sent back
/// to be corrected.
package let capability = Capability(
    name: "reports", title: "年度报告",
    migrations: [
        PackageResources._001_reports_sql, PackageResources._002_placements_sql, PackageResources._003_source_sql,
        PackageResources._004_states_sql, PackageResources._005_town_day_sql, PackageResources._006_withdrawals_sql,
    ],
    rights: Right.reports,
    permissionNote:
        "年度报告向社会公布（《政府信息公开条例》第四十九条）：公布的报告，任何人在网站上都能看到；草稿只有办公区能看到；撤回的，公开页面只写明哪一天、因为什么撤回。“在办公区查看年度报告”管办公区的列表、草稿和整改单。",
    areas: [.reports],
    words: .reports,
    settings: [.townReportDay],
    traces: { [ReportTrace()] },
    holdings: { organization, db in
        let row = try db.row("select count(*) as n from report_version where organization_id = \(organization)")
        return Holding("reports", "年度报告", try row?.int("n") ?? 0, "份")
    },
    followSettings: { records, instant in try await records.reports.judgeByTownDay(at: instant) },
    damages: { storage in
        try await storage.database.read(from: .primary) { db in
            try ReportStore.brokenSnapshots(db) + ReportStore.brokenSources(db)
        }
    })

package let wing = Wing(
    capability,
    purpose: "读、查、汇总和公布政府信息公开工作年度报告",
    sections: [.reports, .merge, .years, .check],
    deskSections: [.reports],
    acts: [
        DeskAct(.importReports, "上传年度报告", DeskReportPath.new(), rank: 30),
        DeskAct(.viewDeskReports, "查看年度报告", DeskReportPath.list(), rank: 30),
    ],
    home: ReportHome.part,
    tasks: { try await ReportTasks.list(for: $0.principal, in: $0.records, at: $0.now) },
    firstSteps: { steps, visit in
        [ReportSteps.upload(steps, reports: try await visit.records.reports.summaries(limit: 1).total, visit.principal)]
    },
    styles: [ReportStyle.text],
    routes: { routes, site in
        let (records, pool, pages) = (site.records, site.pool, site.pages)
        let store = records.reports
        // What visitors upload takes no room from those who work here.
        CheckController(uploads: site.uploads(), pool: pool, settings: records.settings).addRoutes(to: routes)
        CompareController(store: store, pages: pages).addRoutes(to: routes)
        ReportsController(store: store, pages: pages, names: NameIndex()).addRoutes(to: routes)
        MergeController(store: store, pages: pages).addRoutes(to: routes)
        OrganizationHistoryController(records: records, pages: pages).addRoutes(to: routes)
        YearController(store: store, pages: pages).addRoutes(to: routes)
        DeskReportsController(records: records, pool: pool).addRoutes(to: routes)
        UploadController(
            records: records, uploads: site.uploads(mostParts: UploadIntake.mostFiles + 1),
            intake: UploadIntake(records: records, pool: pool)
        ).addRoutes(to: routes)
        VersionController(records: records).addRoutes(to: routes)
        CorrectionsController(records: records, pool: pool).addRoutes(to: routes)
        PlacementController(records: records).addRoutes(to: routes)
    },
    background: { records, logger in
        let made = try await fillReportSources(records.reports)
        if made > 0 { logger.notice("已整理旧报告的原文", metadata: ["count": .stringConvertible(made)]) }
    },
    commands: [ReportCommand.self])

extension PortalSection {
    static let reports = PortalSection("年度报告", ReportsPath.list())
    static let merge = PortalSection("汇总", ReportsPath.merge())
    static let years = PortalSection("年度概览", ReportsPath.years())
    static let check = PortalSection("检查一份报告", ReportsPath.check())
}

extension DeskSection {
    static let reports = DeskSection("年度报告", DeskReportPath.list(), .viewDeskReports, rank: 30)
}

extension Records {
    /// The imported annual reports.
    package var reports: ReportStore { ReportStore(audited, files: files) }
}
