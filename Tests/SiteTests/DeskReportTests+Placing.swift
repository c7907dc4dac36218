import AnnualReport
import Formats
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// Rows that a person places at the desk.
extension DeskReportTests {
    @Test("a reviewer sees the rows that wait, without a way to place them")
    func reviewer() async throws {
        try await run(.reviewer) { harness, person, _ in
            let version = try await SampleReports.keep(Self.unplaced("水利局"), in: "云山县", harness.store)
            let page = try await person.see("/desk/reports/\(version.id)")
            #expect(page.text.contains("无法对位的行（1）") && page.text.contains("<strong>11</strong>"))
            #expect(!page.text.contains("手工填写") && !page.text.contains("/withdraw") && !page.text.contains("/publish"))
            let list = try await person.see("/desk/reports?year=2021&state=unplaced")
            #expect(list.text.contains("1 行无法对位") && !list.text.contains("/desk/reports/new"))
            #expect(try await person.see("/desk/reports/\(version.id)/rows/\(Self.granted)").status == .forbidden)
        }
    }

    // MARK: Placing

    private static let right: KeyValuePairs = [
        "cell-naturalPerson": "11", "cell-business": "0", "cell-research": "０", "cell-socialOrganization": "0", "cell-legalService": "/",
        "cell-otherOrganization": "0", "cell-total": "11",
    ]

    @Test("a row is placed: form, check answers, a new version that desk and public page show alike; only the desk names who")
    func placing() async throws {
        try await run { harness, person, _ in
            let version = try await SampleReports.keep(Self.unplaced("水利局"), in: "云山县", harness.store)
            #expect(
                try await person.see("/desk").text.contains(
                    "<a href=\"/desk/reports?year=2021&amp;state=unplaced\"><strong>1</strong> 份 2021 年度报告有行无法对位</a>"))
            let path = "/desk/reports/\(version.id)/rows/\(Self.granted)"
            #expect(try await person.see("/desk/reports/\(version.id)").text.contains("<a href=\"\(path)\">"))
            let form = try await person.see(path)
            #expect(
                form.text.contains("<strong>11</strong>　<strong>0</strong>　<strong>11</strong>") && form.text.contains("id=\"cell-total\""))
            let wrong = try await person.post(
                path, ["cell-naturalPerson": "十一", "cell-business": "-1", "cell-total": "11.5"], token: form.token)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"十一\""))
            for field in ["naturalPerson", "business", "total"] { #expect(wrong.text.contains("<a href=\"#cell-\(field)\">")) }
            let empty = try await person.post(path, [:], token: form.token)
            #expect(empty.status == .unprocessableContent && empty.text.contains("请至少填写一格"))
            let check = try await person.post(path, Self.right, token: form.token)
            #expect(check.status == .ok && check.text.contains("<h1>核对：「") && check.text.contains("不再有的问题（1）"))
            #expect(check.text.contains("填写的数字没有引出新的问题") && check.text.contains("name=\"cell-research\" value=\"０\""))
            #expect(try await harness.store.report(version.id)?.versions.count == 1)
            let back = try await person.post(path, Self.right + ["back": "yes"], token: check.token)
            #expect(back.status == .ok && back.text.contains("id=\"cell-research\"") && back.text.contains("value=\"０\""))
            let done = try await person.post(path, Self.right + ["confirmed": "yes"], token: check.token)
            let target = try #require(done.location)
            let page = try await person.see(target)
            #expect(page.text.contains("第 2 版") && page.text.contains("由人工填写，检查已重做") && page.text.contains("，某zhang"))
            #expect(!page.text.contains("无法对位的行"))
            let newest = try #require(try await harness.store.report(version.id)?.versions.first)
            #expect(target == "/desk/reports/\(newest.id)?done=placed")
            let open = try await person.client.see("/reports/\(newest.id)")
            #expect(open.text.contains("一行无法自动对位，由人工填写，\(BeijingTime.day(SampleReports.instant))") && !open.text.contains("某zhang"))
            #expect(open.text.contains("人工填写") && open.text.contains("id=\"c-requests.granted.legalService\""))
            let counts = try #require(try await harness.store.report(newest.id)).findings.count
            for text in [page.text, open.text] { #expect(text.matches(of: /<li id="f[0-9]+">/).count == counts) }
            let stale = try await person.post(path, Self.right + ["confirmed": "yes"], token: check.token)
            #expect(stale.status == .conflict && stale.text.contains("已经有第 2 版"))
            #expect(try await person.see("/desk/reports/\(newest.id)/rows/\(Self.granted)").status == .notFound)
        }
    }

    @Test("wrong figures are told before they are kept")
    func wrongFigures() async throws {
        try await run { harness, person, _ in
            let version = try await SampleReports.keep(Self.unplaced("水利局"), in: "云山县", harness.store)
            let path = "/desk/reports/\(version.id)/rows/\(Self.granted)"
            let check = try await person.send(path, ["cell-naturalPerson": "3", "cell-total": "11"])
            #expect(check.text.contains("新的问题") && check.text.contains(Rule.rowTotal.title))
        }
    }

    @Test("a clerk of another organization neither sees the form nor places")
    func foreignPlacing() async throws {
        try await run { harness, person, _ in
            let version = try await SampleReports.keep(Self.unplaced("教育局"), in: "云山县", harness.store)
            let own = try await SampleReports.keep(Self.unplaced("水利局"), in: "云山县", harness.store)
            let token = try await person.see("/desk/reports/\(own.id)/rows/\(Self.granted)").token
            let path = "/desk/reports/\(version.id)/rows/\(Self.granted)"
            #expect(try await person.see("/desk/reports/\(version.id)").status == .notFound)
            #expect(try await person.see(path).status == .notFound)
            #expect(try await person.post(path, Self.right + ["confirmed": "yes"], token: token).status == .notFound)
            #expect(
                try await person.post("/desk/reports/\(own.id)/rows/\(Self.granted)", Self.right + ["confirmed": "yes"], token: "").status
                    == .forbidden)
            #expect(try await harness.store.report(version.id)?.versions.count == 1)
            #expect(try await harness.store.report(own.id)?.versions.count == 1)
        }
    }
}
