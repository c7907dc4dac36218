import AnnualReport
import Foundation
import Law
import ReportFiles
import Testing

struct ReportJSONTests {
    private func object(_ line: [UInt8]) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }

    @Test(arguments: ReportForm.allCases)
    func aReportFollowsTheSchema(_ form: ReportForm) throws {
        let report = SampleReports.balanced(form, seed: 1)
        let object = try object(ReportJSON.line(report, findings: report.findings()))
        #expect(ReportSchema(object).problems == [])
        let requests = try #require(object["requests"] as? [String: Any])
        #expect(Set(requests.keys) == Set(RequestRow.rows(form).map(\.key)))
    }

    @Test func theSchemaCheckSeesAWrongCell() throws {
        var object = try object(ReportJSON.line(SampleReports.balanced(.form2019, seed: 1), findings: []))
        object["requests"] = ["granted": [1, 2, 3]]
        #expect(ReportSchema(object).problems.contains("requests.granted"))
    }

    @Test func theFiveKindsOfCellAreWrittenApart() throws {
        let report = SampleReports.everyKind()
        let object = try object(ReportJSON.line(report, findings: report.findings()))
        #expect(ReportSchema(object).problems == [])
        let requests = try #require(object["requests"] as? [String: [Any]])
        #expect(requests["granted"]?[0] as? String == "/")
        #expect(requests["granted"]?[1] is NSNull)
        #expect(requests["unableUnclear"]?.count == 7)
        let proactive = try #require(object["proactive"] as? [String: [String: Any]])
        #expect(proactive["regulations"]?["newlyDisclosed"] as? Int == -3)
        let fee = try #require(proactive["fees"]?["previousYear"] as? [String: Any])
        #expect(fee["value"] as? String == "3138.14" && fee["unit"] as? String == "万元")
        let amount = try #require(proactive["procurement"]?["amount"] as? [String: Any])
        #expect(amount["value"] as? String == "75627.00" && amount["unit"] is NSNull)
    }

    @Test func aReportIsOneLineWithItsKeysInOrder() throws {
        var report = SampleReports.balanced(.form2019, seed: 1)
        report.narrative.title = "第一行\n第二行\t\"引号\"\\\u{1}"
        let line = ReportJSON.line(report, findings: [])
        #expect(line.last == UInt8(ascii: "\n") && line.dropLast().contains(UInt8(ascii: "\n")) == false)
        let text = String(decoding: line, as: UTF8.self)
        #expect(text.hasPrefix("{\"schema\":\"gongkai.report/1\",\"source\":{\"name\":\"sample.txt\",\"format\":\"text\""))
        #expect(text.contains("\"organization\":\"青溪县松林镇\",\"year\":2020,\"template\":\"2019\",\"title\":"))
        #expect(try object(line)["title"] as? String == report.narrative.title)
    }

    @Test func whatIsUnknownIsNull() throws {
        let report = AnnualReport(source: .init(name: "a.pdf", format: "pdf", bytes: 0, sha256: ""))
        let object = try object(ReportJSON.line(report, findings: report.findings()))
        #expect(ReportSchema(object).problems == [])
        for key in ["organization", "year", "template", "title", "period", "publishedOn", "proactive", "requests", "reviews"] {
            #expect(object[key] is NSNull, "\(key)")
        }
    }

    @Test func aFindingNamesItsLineOnlyWhereTheSourceHasLines() throws {
        var report = SampleReports.balanced(.form2019, seed: 1)
        let finding = Finding(
            .unplacedRow, "无法对位", cells: ["requests.granted"], expected: .number(7),
            found: .figures(["1", nil, "2.5"]), origin: Origin(line: 77))
        for (format, line) in [("text", 77), ("csv", 77), ("html", nil), ("json", nil)] as [(String, Int?)] {
            report.source.format = format
            let object = try object(ReportJSON.line(report, findings: [finding]))
            let written = try #require((object["findings"] as? [[String: Any]])?.first)
            #expect(written["line"] as? Int == line)
            #expect(written["expected"] as? Int == 7)
            let found = try #require(written["found"] as? [Any])
            #expect(found[0] as? Int == 1 && found[1] is NSNull && found[2] as? String == "2.5")
        }
    }

    @Test func periodAndDayOfPublicationAreDates() throws {
        var report = SampleReports.balanced(.form2019, seed: 1)
        report.narrative.periods = [
            .init(first: Day(iso: "2020-01-01"), last: nil, quote: "2020年1月1日至202020年", origin: .unknown)
        ]
        report.narrative.publication = Day(iso: "2021-01-28").map { .init(day: $0, basis: .metadata, origin: .unknown) }
        let object = try object(ReportJSON.line(report, findings: []))
        let period = try #require(object["period"] as? [String: Any])
        #expect(period["first"] as? String == "2020-01-01" && period["last"] is NSNull)
        #expect(object["publishedOn"] as? String == "2021-01-28")
    }
}
