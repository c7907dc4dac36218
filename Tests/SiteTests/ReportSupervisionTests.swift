import AnnualReport
import Formats
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ReportFiles
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// What becomes of a version at the desk, and how a supervisor watches over those below.
@Suite("Reports: publishing, withdrawing, sending back", .opensDatabases)
struct ReportSupervisionTests {
    /// A county with two bureaus and an office of one, and somebody with a role in one place.
    private func run(
        _ role: Role = .informationClerk, in place: String = "水利局",
        _ body: @Sendable @escaping (SiteHarness, DeskClient, [String: Int]) async throws -> Void
    ) async throws {
        try await SiteHarness.run { harness, client in
            var ids: [String: Int] = [:]
            for (name, kind, parent) in [
                ("云山县", .county, nil), ("水利局", .bureau, "云山县"), ("教育局", .bureau, "云山县"), ("水利站", .office, "水利局"),
            ] as [(String, OrganizationKind, String?)] {
                ids[name] = try await harness.records.organizations.add(
                    .init(name: name, kind: kind, parentID: parent.flatMap { ids[$0] }), by: .program, at: SampleReports.instant
                ).id
            }
            try await body(harness, try await DeskClient.signedIn("zhang", [Grant(role, in: ids[place])], harness.records, client), ids)
        }
    }

    private static func keep(
        _ name: String, _ year: Int = 2021, requests: Int = 9, wrong: Bool = false, asDraft: Bool = false, in harness: SiteHarness
    ) async throws -> ReportVersion {
        var report = SampleReports.report(name, year, requests: requests)
        if wrong { report = SampleReports.changed(report, .granted, .total, to: .count(99)) }
        let file = SampleReports.text(report)
        let reading = try ReportReader.read(file, name: report.source.name)
        return try await harness.store.importReport(
            reading, file: file, region: "云山县", asDraft: asDraft, at: SampleReports.instant
        ).version
    }

    @Test("a version is withdrawn with a reason, leaves a line in public, and is put back")
    func withdrawing() async throws {
        try await run { harness, person, _ in
            let first = try await Self.keep("水利局", requests: 9, in: harness)
            let second = try await Self.keep("水利局", requests: 10, in: harness)
            let path = "/desk/reports/\(second.id)"
            #expect(try await person.see(path).text.contains("<a href=\"\(path)/withdraw\">撤回这一版</a>"))
            let form = try await person.see(path + "/withdraw")
            #expect(form.text.contains("这是现在公布的版本：撤回后，这份报告没有公布的版本"))
            let none = try await person.post(path + "/withdraw", ["reason": " "], token: form.token)
            #expect(none.status == .unprocessableContent && none.text.contains("<a href=\"#reason\">没有写明原因"))
            let long = try await person.post(path + "/withdraw", ["reason": String(repeating: "字", count: 201)], token: form.token)
            #expect(long.status == .unprocessableContent && long.text.contains("最多 200 个字"))
            #expect(try await person.post(path + "/withdraw", ["reason": "数字有误"], token: "").status == .forbidden)
            let done = try await person.post(path + "/withdraw", ["reason": "数字<有>误"], token: form.token)
            #expect(done.location == path + "?done=withdrawn")
            let gone = try await person.client.see("/reports/\(second.id)")
            let words = "第 2 版已于 \(BeijingTime.day(SampleReports.instant)) 撤回，原因：数字&lt;有&gt;误"
            #expect(gone.status == .gone && gone.text.contains(words) && gone.text.contains("现在没有公布的版本"))
            #expect(!gone.text.contains("检查结果"))
            for rest in ["/file", ".json"] {
                #expect(try await person.client.see("/reports/\(second.id)\(rest)").status == .gone, "\(rest)")
            }
            #expect(try await person.client.see("/reports/compare?a=\(second.id)&b=\(first.id)").status == .gone)
            #expect(!(try await person.client.see("/reports?year=2021").text.contains("水利局")))
            let old = try await person.client.see("/reports/\(first.id)")
            #expect(old.status == .ok && old.text.contains("这份报告现在没有公布的版本") && old.text.contains("撤回：数字&lt;有&gt;误"))
            #expect(try await person.see(path + "/withdraw").status == .conflict)
            let page = try await person.see("/desk/reports/\(first.id)")
            #expect(page.text.contains("恢复公布，以这一版为准"))
            let back = try await person.post("/desk/reports/\(first.id)/publish", [:], token: page.token)
            #expect(back.location == "/desk/reports/\(first.id)?done=restored")
            #expect(try await person.client.see("/reports?year=2021").text.contains("href=\"/reports/\(first.id)\""))
            #expect(try await person.client.see("/reports/\(second.id)").text.contains("现在公布的是第 1 版"))
        }
    }

    @Test("what the supervisor withdrew the clerk does not put back: she is told whom to ask")
    func withdrawnFromAbove() async throws {
        try await run { harness, person, ids in
            let version = try await Self.keep("水利局", in: harness)
            let path = "/desk/reports/\(version.id)"
            let chief = try await DeskClient.signedIn("wang", [Grant(.supervisor, in: ids["云山县"])], harness.records, person.client)
            _ = try await chief.send(path + "/withdraw", ["reason": "涉及秘密"])
            let page = try await person.see(path)
            #expect(page.text.contains("需要恢复的，请与某wang联系") && !page.text.contains("恢复公布，以这一版为准"))
            let refused = try await person.post(path + "/publish", [:], token: person.token(DeskReportsController.form))
            #expect(refused.status == .conflict && refused.text.contains("由主管部门撤回"))
            #expect(try await person.client.see("/reports/\(version.id)").status == .gone)
            let back = try await chief.send(path, to: path + "/publish", [:])
            #expect(back.location == path + "?done=restored")
            let history = try await person.see(path)
            #expect(history.text.contains("某wang 撤回或作废，原因：涉及秘密") && history.text.contains("某wang 恢复公布"))
        }
    }

    @Test("the sender of a correction sheet is the nearest that watches over the report, for somebody who watches for two")
    func nearestSender() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, ids in
            let account = try #require(try await harness.records.accounts.account(login: "zhang"))
            try await harness.records.accounts.give(
                Grant(.supervisor, in: ids["水利局"]), to: account.id, by: .program, at: SampleReports.instant)
            let both = try await DeskClient.signedIn("zhang", [], harness.records, person.client)
            for (name, sender) in [("水利局", "水利局"), ("教育局", "云山县")] {
                let version = try await Self.keep(name, wrong: true, in: harness)
                let sheet = try await both.see("/desk/reports/\(version.id)/corrections?by=2026-12-10&format=html")
                #expect(sheet.status == .ok)
                let issuer = sheet.text.firstRange(of: "核查单位").map { sheet.text[$0.upperBound...].prefix(40) } ?? ""
                #expect(issuer.contains(sender), "\(name): \(issuer)")
            }
        }
    }

    @Test("the same good file again offers to put its version back instead of a dead end")
    func sameFile() async throws {
        try await run { harness, person, _ in
            let good = try await Self.keep("水利局", requests: 9, in: harness)
            _ = try await Self.keep("水利局", requests: 10, in: harness)
            let token = try await person.see("/desk/reports/new").token
            let file = SampleReports.text(SampleReports.report("水利局", 2021, requests: 9))
            let again = try await person.upload([("a.txt", file)], token: token)
            #expect(again.status == .conflict && again.text.contains("要改以它为准，打开这一版，选“恢复公布”。"))
            let page = try await person.see("/desk/reports/\(good.id)")
            _ = try await person.post("/desk/reports/\(good.id)/publish", [:], token: page.token)
            #expect(try await harness.store.summaries(year: 2021, region: "云山县").items.map(\.version.id) == [good.id])
        }
    }

    @Test("a draft is dropped without a word in public")
    func dropping() async throws {
        try await run { harness, person, _ in
            let draft = try await Self.keep("水利局", asDraft: true, in: harness)
            let form = try await person.see("/desk/reports/\(draft.id)/withdraw")
            #expect(form.text.contains("作废水利局2021年第 1 版"))
            let done = try await person.post("/desk/reports/\(draft.id)/withdraw", ["reason": "传错了"], token: form.token)
            #expect(done.location?.hasSuffix("done=dropped") == true)
            #expect(try await person.client.see("/reports/\(draft.id)").status == .notFound)
            #expect(!(try await person.see("/desk").text.contains("草稿，核对后公布")))
        }
    }

    @Test("a clerk of another organization neither publishes nor withdraws nor sends back; a clerk sends nothing back at all")
    func reach() async throws {
        try await run { harness, person, _ in
            let other = try await Self.keep("教育局", asDraft: true, in: harness)
            let own = try await Self.keep("水利局", in: harness)
            let token = person.token(DeskReportsController.form)
            #expect(try await person.post("/desk/reports/\(other.id)/publish", [:], token: token).status == .notFound)
            #expect(try await harness.store.version(other.id)?.state == .draft)
            #expect(try await person.see("/desk/reports/\(other.id)/withdraw").status == .notFound)
            #expect(try await person.see("/desk/reports/\(own.id)/return").status == .forbidden)
        }
    }

    // MARK: The supervisor

    @Test("the list stands in the order of the tree, says who is missing or late, and is narrowed by what is wrong")
    func list() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, ids in
            _ = try await Self.keep("水利局", wrong: true, in: harness)
            _ = try await Self.keep("水利局", 2020, in: harness)
            _ = try await Self.keep("教育局", asDraft: true, in: harness)
            let page = try await person.see("/desk/reports?year=2021")
            let order = ["云山县", "水利局", "水利站", "教育局"].map { page.text.range(of: ">\($0)</span></th>")?.lowerBound }
            #expect(order.allSatisfy { $0 != nil } && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
            #expect(page.text.contains("2021 年度应报 3 个单位，共 2 份报告：已公布 1，"))
            #expect(page.text.contains("逾期未报") && page.text.contains("不单独报"))
            let wrong = try await person.see("/desk/reports?year=2021&state=errors")
            #expect(wrong.text.contains(">水利局</span></th>") && !wrong.text.contains(">教育局</span></th>"))
            let missing = try await person.see("/desk/reports?year=2021&state=missing")
            #expect(missing.text.contains(">云山县</span></th>") && missing.text.contains(">教育局</span></th>"))
            #expect(!missing.text.contains(">水利局</span></th>"))
            let home = try await person.see("/desk")
            #expect(home.text.contains("<strong>1</strong> 个单位的 2021 年度报告有错误"))
            #expect(home.text.contains("<strong>3</strong> 个单位没有公布 2025 年度报告，其中已逾期 3 个"))
        }
    }

    @Test("the clerk's home tells that this year's report is missing, by which day")
    func missing() async throws {
        try await run { _, person, _ in
            let home = try await person.see("/desk")
            #expect(home.text.contains("<a href=\"/desk/reports/new\"><strong>1</strong> 份报告没有公布：水利局 2025 年度，期限 2026-01-31（已过期"))
        }
    }

    @Test("a version is sent back with a day; it waits on the clerk's home with the days left, and the new version closes it")
    func sendingBack() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, ids in
            let version = try await Self.keep("水利局", wrong: true, in: harness)
            let clerk = try await DeskClient.signedIn("wang", [Grant(.informationClerk, in: ids["水利局"])], harness.records, person.client)
            let path = "/desk/reports/\(version.id)/return"
            let form = try await person.see(path)
            for (due, words) in [("下周", "请填写回复期限"), ("2026-09-01", "2026年9月1日已经过去")] {
                let seen = try await person.post(path, ["due": due, "note": "请<快>"], token: form.token)
                #expect(seen.status == .unprocessableContent && seen.text.contains("<a href=\"#due\">\(words)"), "\(due)")
                #expect(seen.text.contains("value=\"\(due)\"") && seen.text.contains("请&lt;快&gt;"))
            }
            let done = try await person.post(path, ["due": "2026-10-01", "note": "请核对表三"], token: form.token)
            #expect(done.location == "/desk/reports/\(version.id)?done=returned")
            let home = try await clerk.see("/desk")
            #expect(home.text.contains("<strong>1</strong> 份 2021 年度报告退回整改，等更正后的新版本，最近的期限 2026-10-01（还剩 10 天）"))
            let page = try await clerk.see("/desk/reports/\(version.id)")
            #expect(page.text.contains("某zhang") && page.text.contains("回复期限 2026-10-01（还剩 10 天）") && page.text.contains("请核对表三"))
            #expect(try await person.see("/desk/reports?year=2021&state=returned").text.contains("退回整改，还剩 10 天"))
            // The public sees nothing of it.
            #expect(!(try await person.client.see("/reports/\(version.id)").text.contains("退回")))
            let better = try await Self.keep("水利局", asDraft: true, in: harness)
            #expect(try await harness.store.openReturn(of: version.id) != nil)
            try await harness.store.publish(better.id, by: .program, at: SampleReports.instant)
            #expect(try await harness.store.openReturn(of: version.id) == nil)
            #expect(!(try await clerk.see("/desk").text.contains("退回整改")))
            #expect(try await person.see(path).status == .conflict)
        }
    }

    @Test("a return is taken back")
    func takingBack() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, _ in
            let version = try await Self.keep("水利局", wrong: true, in: harness)
            let path = "/desk/reports/\(version.id)/return"
            _ = try await person.send(path, ["due": "2026-10-01"])
            #expect(try await person.see(path).text.contains("撤销退回"))
            _ = try await person.send(path, ["due": "2026-10-05", "end": "yes"])
            #expect(try await harness.store.openReturn(of: version.id) == nil)
        }
    }

    // MARK: Correction sheets

    @Test("the correction sheet of a unit is downloaded, addressed to it as the tree names it, with the day")
    func sheet() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, _ in
            let version = try await Self.keep("水利局", wrong: true, in: harness)
            #expect(try await person.see("/desk/reports/\(version.id)").text.contains("action=\"/desk/reports/\(version.id)/corrections\""))
            let sheet = try await person.see("/desk/reports/\(version.id)/corrections?by=2026-12-10&format=html")
            #expect(sheet.status == .ok && sheet.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            for words in ["致：水利局", "于2026年12月10日前", "必须更正的错误（", "核查单位（盖章）：云山县", "整改单位（盖章）"] {
                #expect(sheet.text.contains(words), "\(words)")
            }
            #expect(try await person.see("/desk/reports/\(version.id)/corrections?by=x").status == .badRequest)
        }
    }

    @Test("a bundle has one file a unit: those with errors, or those with anything to say")
    func bundle() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, _ in
            _ = try await Self.keep("水利局", wrong: true, in: harness)
            _ = try await Self.keep("教育局", in: harness)
            let page = try await person.see("/desk/reports/corrections?year=2021")
            #expect(page.text.contains("有错误的单位 1 个"))
            let wrong = try await person.see("/desk/reports/corrections/file?year=2021&by=soon&which=errors&format=docx")
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("<a href=\"#by\">请填写回复期限"))
            let zip = try await person.client.execute(
                uri: "/desk/reports/corrections/file?year=2021&by=2026-12-10&which=errors&format=docx", method: .get,
                headers: [.cookie: person.cookies]
            ) { Array($0.body.readableBytesView) }
            let files = try FileBundle.files(of: zip, limits: .standard).files
            #expect(files.map(\.name) == ["水利局2021年整改单.docx"])
            let document = try SourceDocument(reading: try #require(files.first).content.get(), name: "a.docx")
            #expect(document.blocks.count > 3)
            #expect(try await person.see("/desk/reports/corrections?year=1999").text.contains("没有发现问题"))
        }
    }
}
