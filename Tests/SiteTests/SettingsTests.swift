import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Law
@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("The office's settings", .opensDatabases)
struct SettingsTests {
    private func desk(_ body: @escaping @Sendable (SiteHarness, DeskClient) async throws -> Void) async throws {
        try await SiteHarness.run { harness, client in
            try await body(harness, try await DeskClient.signedIn("admin", [Grant(.systemAdministrator)], harness.records, client))
        }
    }

    @Test("the office's name stands on every page once it is chosen; a wrong number of days keeps what was typed")
    func office() async throws {
        try await desk { harness, admin in
            let wrong = try await admin.send(
                "/desk/settings", to: "/desk/settings/office", ["office-name": "青溪县", "supplement-days": "many", "archive-days": "5"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("href=\"#supplement-days\"") && wrong.text.contains("value=\"many\""))
            let done = try await admin.send(
                "/desk/settings", to: "/desk/settings/office", ["office-name": "青溪县公开", "supplement-days": "10", "archive-days": "3"])
            #expect(done.status == .seeOther)
            #expect(try await admin.see("/").text.contains("青溪县公开</title>"))
            // The calculator of deadlines counts with them.
            let page = try await admin.see("/deadlines?received=2024-04-01&supplement-asked=2024-04-02")
            #expect(page.text.contains("10个工作日"))
            let events = try await harness.records.auditEvents(AuditFilter(), before: nil, limit: 1).events
            #expect(events.first?.action == "setting.changed")
            #expect(events.first?.fields == ["archive-days", "office-name", "supplement-days"])
        }
    }

    @Test("the towns' day is typed as it is written; one that not every year has is refused beside its field")
    func townDay() async throws {
        try await desk { harness, admin in
            func send(_ day: String) async throws -> Seen {
                try await admin.send(
                    "/desk/settings", to: "/desk/settings/office",
                    ["office-name": "青溪县公开", "supplement-days": "10", "archive-days": "3", "town-report-day": day])
            }
            let wrong = try await send("2月29日")
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("href=\"#town-report-day\"") && wrong.text.contains("value=\"2月29日\""))
            #expect(try await send("2月28日").status == .seeOther)
            #expect(try await harness.records.settings.current(at: SampleReports.instant).townReportDay.number == 228)
            #expect(try await admin.see("/desk/settings").text.contains("value=\"2月28日\""))
        }
    }

    @Test("a pasted notice is shown before it counts; then the year is known to everybody")
    func notice() async throws {
        try await desk { harness, admin in
            let before = try await admin.see("/deadlines?received=2026-12-10")
            #expect(before.text.contains("2027年1月7日（周四） <span class=\"tag warning\">暂定</span>"))
            let bad = try await admin.send("/desk/settings", to: "/desk/settings/holidays", ["notice": "放假"])
            #expect(bad.status == .unprocessableContent && bad.text.contains("href=\"#notice\""))
            // In the layout of the yearly notices; the days are made up.
            let text = """
                关于2027年部分节假日安排的通知
                一、元旦：1月1日（周五）至3日（周日）放假，共3天。
                二、春节：2月5日（周五）至11日（周四）放假调休，共7天。
                三、清明节：4月5日（周一）放假，与周末连休。
                四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
                五、端午节：6月9日（周三）放假，共1天。
                六、中秋节：9月15日（周三）放假，共1天。
                七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。
                """
            let shown = try await admin.send("/desk/settings", to: "/desk/settings/holidays", ["notice": text])
            #expect(shown.status == .ok && shown.text.contains("核对2027年放假安排") && shown.text.contains("2027年5月8日"))
            #expect(try await harness.records.settings.current(at: SampleReports.instant).plans.isEmpty)
            let saved = try await admin.post("/desk/settings/holidays/confirm", ["notice": text], token: shown.token)
            #expect(saved.status == .seeOther)
            let after = try await admin.see("/deadlines?received=2026-12-10")
            #expect(after.text.contains("答复期限：<span class=\"date\">2027年1月8日（周五）</span>"))
            #expect(try await admin.see("/desk/settings").text.contains("已知 2019 至 2027 年"))
        }
    }

    @Test("an unconfirmed rule of remedies can be switched off, a certain one cannot; one switched off before is ignored")
    func remedies() async throws {
        try await desk { harness, admin in
            let silent = "/deadlines?received=2026-07-01"
            let refused = "/deadlines?received=2024-04-01&served=2024-04-02&outcome=refusedStateSecret"
            #expect(try await admin.see(silent).text.contains("起，应当先申请行政复议"))
            let page = try await admin.see("/desk/settings")
            #expect(page.text.contains("value=\"silence-2026\" checked") && page.text.contains("待确认"))
            for certain in RemedyTable.standard.rows where certain.isConfirmed { #expect(!page.text.contains("\"\(certain.id)\"")) }
            let done = try await admin.post("/desk/settings/remedies", ["courts": "由某铁路运输法院集中管辖。"], token: page.token)
            #expect(done.status == .seeOther)
            #expect(try await admin.see(silent).text.contains("起，可以申请行政复议，也可以直接提起行政诉讼。"))
            #expect(try await admin.see(silent).text.contains("由某铁路运输法院集中管辖。"))
            #expect(try await admin.see(refused).text.contains("应当先申请行政复议"))
            #expect(try await harness.records.settings.current(at: SampleReports.instant).remediesOff == ["silence-2026"])
        }
        var old = OfficeSettings()
        old.remediesOff = ["refused-2024"]
        #expect(old.remedies == .standard)
    }

    @Test("a sentence about courts that is too long keeps what was typed")
    func courts() async throws {
        try await desk { _, admin in
            let long = String(repeating: "长", count: 201)
            let wrong = try await admin.send(
                "/desk/settings", to: "/desk/settings/remedies", ["row": "silence-2026", "courts": long])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("href=\"#courts\"") && wrong.text.contains(long))
        }
    }

    @Test("settings are read back as they were written; the default leaves no row")
    func rows() throws {
        var settings = OfficeSettings()
        #expect(settings.rows.isEmpty)
        settings.officeName = "某县"
        settings.supplementDays = 7
        settings.remediesOff = ["silence-2026"]
        settings.courts = "由某铁路运输法院集中管辖。"
        settings.plans = [try #require(OfficialHolidays.plans.last)]
        #expect(try OfficeSettings(rows: settings.rows) == settings)
        #expect(throws: SettingError.unreadable("unknown")) { try OfficeSettings(rows: ["unknown": .null]) }
    }

    @Test("a capability's setting that cannot be read is told and never taken for the default", arguments: ["\"x\"", "1332", "null"])
    func unreadable(value: String) async throws {
        try await SiteHarness.run { harness, _ in
            let records = harness.records
            try await records.database.write { db in
                try db.execute("insert into setting (name, value, changed_at) values ('town-report-day', \(value), 0)")
            }
            await #expect(throws: SettingError.unreadable("town-report-day")) {
                try await records.settings.current(at: SampleReports.instant + 60)
            }
            await #expect(throws: SettingError.unreadable("town-report-day")) {
                try await records.followSettings(at: SampleReports.instant)
            }
        }
    }
}
