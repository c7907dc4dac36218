import Foundation
import Hummingbird
import HummingbirdTesting
import Law
import TestSupport
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("The calculator of deadlines", .opensDatabases)
struct DeadlineTests {
    private func see(
        _ query: String, calendar: WorkdayCalendar = .official, _ body: @escaping @Sendable (Seen) throws -> Void
    ) async throws {
        try await SiteHarness.run(calendar: calendar) { _, client in
            try body(try await client.see("/deadlines" + (query.isEmpty ? "" : "?" + query)))
        }
    }

    @Test("opens empty, with every result to choose from, parts closed, and a worked example")
    func empty() async throws {
        try await see("") { page in
            #expect(page.status == .ok)
            #expect(page.text.contains("<h1>期限计算</h1>"))
            #expect(page.text.contains("<input type=\"date\" id=\"received\" name=\"received\" aria-describedby=\"received-hint\">"))
            #expect(!page.text.contains("<details open>"))
            #expect(page.text.components(separatedBy: "<optgroup").count == 13)
            for outcome in Outcome.allCases {
                #expect(page.text.contains("<option value=\"\(outcome.rawValue)\">\(outcome.title)</option>"))
            }
            #expect(page.text.contains("<a href=\"/deadlines?received=2020-01-20\">"))
            #expect(page.headers[.setCookie] == nil)
        }
    }

    @Test(
        "courts closed before the reply was received: the page tells no last day to sue and no way to court, as the law does; before that the day that cuts it",
        arguments: [("2025-06-05", nil), ("2025-05-31", "2025年5月31日")] as [(String, String?)])
    func closedCourts(_ received: String, _ last: String?) async throws {
        try await see("received=2025-05-06&dispatched=2025-05-30&served=\(received)&outcome=unableNotCompiled") { page in
            #expect(page.status == .ok && page.text.contains("对答复不服"))
            let part = page.text.components(separatedBy: "id=\"remedy\"").last ?? ""
            #expect(part.contains("提起行政诉讼</th>") == (last != nil))
            #expect(part.contains("可以申请行政复议，也可以直接提起行政诉讼。") == (last != nil))
            if let last { #expect(part.contains(last) && part.contains("至\(last)止")) }
        }
    }

    @Test("one day gives the answer in a sentence, each deadline with its article, and the days one by one")
    func plain() async throws {
        try await see("received=2020-01-20") { page in
            #expect(page.status == .ok)
            #expect(page.text.contains("答复期限：<span class=\"date\">2020年2月25日（周二）</span></strong>，自收到申请次日起20个工作日。"))
            #expect(page.text.contains("<h3>发出补正告知书：<span class=\"date\">2020年2月6日（周四）</span></h3>"))
            #expect(page.text.contains("<dd>《政府信息公开条例》第三十三条第二款</dd>"))
            #expect(page.text.contains("<td class=\"event\"><b>20</b> <small>收到申请</small></td>"))
            #expect(page.text.contains("<td class=\"day\"><b>21</b> <small>第1日</small> <small>第一天</small> </td>"))
            #expect(page.text.contains("<td class=\"off\"><b>24</b> <small>春节</small> </td>"))
            #expect(page.text.contains("<td class=\"off\"><b>8</b> <small>周末</small> </td>"))
            #expect(page.text.contains("<td class=\"last\"><b>25</b> <small>第20日</small> <small>最后一天</small> </td>"))
            #expect(page.text.contains("<caption>2020年1月<span class=\"hidden\">，作出答复</span></caption>"))
            #expect(page.text.utf8.count < 60_000)
        }
    }

    @Test("every month has whole weeks that begin on Monday")
    func weeks() async throws {
        try await see("received=2020-01-20") { page in
            for table in page.text.components(separatedBy: "<table class=\"month\">").dropFirst() {
                let body = table.components(separatedBy: "</tbody>")[0].components(separatedBy: "<tbody>")[1]
                for row in body.components(separatedBy: "<tr>").dropFirst() { #expect(row.components(separatedBy: "<td").count == 8) }
            }
            // 1 January 2020 was a Wednesday.
            #expect(page.text.contains("<tr><td></td><td></td><td>1</td>"))
        }
    }

    @Test("without a reply: from the next day on, until when, with whom, on what basis; complaints")
    func silence() async throws {
        try await see("received=2020-01-20&body=government") { page in
            #expect(page.text.contains("没有收到答复怎么办"))
            #expect(page.text.contains("从<span class=\"date\">2020年2月26日（周三）</span>起，可以申请行政复议，也可以直接提起行政诉讼。"))
            // Sixty days end on Saturday 25 April; the Sunday behind it was worked.
            #expect(page.text.contains("<span class=\"date\">2020年4月26日（周日，调休上班）</span></strong>（60日）<br>向上一级人民政府"))
            #expect(page.text.contains("<span class=\"date\">2020年8月25日（周二）</span></strong>（6个月）<br>向本机关所在地中级人民法院"))
            #expect(page.text.contains("《政府信息公开条例》第四十七条第二款、第五十一条"))
            #expect(!page.text.contains("待确认"))
        }
    }

    @Test("a rule whose text was not seen is shown as to be confirmed, with the one before")
    func unconfirmed() async throws {
        try await see("received=2026-07-01") { page in
            #expect(page.text.contains("待确认"))
            #expect(page.text.contains("《行政复议法实施条例》（修订）"))
            #expect(page.text.contains("先申请行政复议，两种规则下都可以"))
            #expect(page.text.contains("没有填写，按此推算"))
        }
    }

    @Test("days on which others were asked are marked and do not count; an extension and a late reply are told")
    func full() async throws {
        let query =
            "received=2024-04-01&dispatched=2024-05-31&served=2024-06-03&outcome=refusedThirdPartyRights&extended=10&third1-asked=2024-04-08&third1-answered=2024-04-18"
        try await see(query) { page in
            #expect(page.status == .ok)
            #expect(page.text.contains("2024年5月27日（周一）</span></strong>，自收到申请次日起30个工作日（含延长10个工作日，征求意见的时间不计入）。"))
            #expect(page.text.contains("<td class=\"asked\"><b>9</b> <small>征求意见</small> </td>"))
            // The day of asking counts.
            #expect(page.text.contains("<td class=\"day\"><b>8</b> <small>第4日</small> </td>"))
            #expect(page.text.contains("<small>第3日</small> <small>调休上班</small>"))
            #expect(page.text.contains("已逾期 4 个工作日"))
            #expect(page.text.contains("应当先申请行政复议"))
            #expect(page.text.contains("答复于2024年5月31日（周五）发出"))
            #expect(page.text.contains("2024年8月2日（周五）"))
            #expect(!page.text.contains("没有收到答复怎么办"))
            #expect(page.text.contains("<summary>申请行政复议 "))
            #expect(page.text.contains("<small>第60日</small>"))
            #expect(page.text.utf8.count < 60_000)
        }
    }

    @Test("a reply in time says so; once the review is decided, fifteen days count")
    func decided() async throws {
        try await see("received=2024-04-01&served=2024-04-20&outcome=refusedEnforcementFile&review-decided=2024-07-01") { page in
            #expect(page.text.contains("在期限以内"))
            #expect(page.text.contains("2024年7月16日（周二）</span></strong>（自收到行政复议决定次日起15日）"))
        }
    }

    @Test(
        "while something is awaited the page says what, and asks for it",
        arguments: [
            ("received=2024-04-01&supplement-asked=2024-04-03", "还没有起算。</strong>机关已要求补正"),
            ("received=2024-04-01&fee-notified=2024-04-03", "还没有起算。</strong>已发出收费通知"),
            ("received=2024-04-01&body1-asked=2024-04-03", "暂时不能推算。</strong>征求其他机关意见"),
            ("received=2024-04-01&third1-asked=2024-04-03", "先按其15个工作日的期限全部用完推算"),
            ("received=2024-04-01&body1-asked=2024-04-03&body1-role=joint", "逾期未提出意见的，视为同意公开。"),
        ])
    func awaited(query: String, words: String) async throws {
        try await see(query) { page in
            #expect(page.status == .ok)
            #expect(page.text.contains(words))
        }
    }

    @Test("a restart: the supplement, the fee")
    func restarts() async throws {
        try await see("received=2020-03-02&supplement-asked=2020-03-10&supplement-received=2020-03-16") { page in
            #expect(page.text.contains("2020年4月14日（周二）</span></strong>，自收到补正次日起20个工作日"))
        }
        try await see("received=2021-03-01&fee-notified=2021-03-05&fee-paid=2021-03-10") { page in
            #expect(page.text.contains("2021年4月8日（周四）</span></strong>，自缴费次日起20个工作日"))
        }
    }

    // MARK: What is wrong

    @Test(
        "what is wrong is told on top, linked to its field, told again at the field, and everything typed is kept",
        arguments: [
            ("channel=post", "received", "请填写机关收到申请的日期。"),
            ("received=2026-13-40", "received", "「2026-13-40」不是能辨认的日期"),
            ("received=2019-05-01", "received", "自2019年5月15日起施行"),
            ("received=2024-04-01&extended=30", "extended", "延长30个工作日不符合第三十三条"),
            ("received=2024-04-01&extended=abc", "extended", "应为 1 至 20 的数字"),
            ("extended=0", "extended", "延长0个工作日不符合第三十三条"),
            ("received=2024-04-01&supplement-received=2024-04-09", "supplement-asked", "却没有要求补正的日期"),
            ("received=2024-04-01&third1-answered=2024-04-09", "third1-asked", "却没有机关征求第三方意见的日期"),
            ("received=2024-04-01&third1-asked=2024-04-08&third2-asked=2024-03-08", "third2-asked", "早于收到申请"),
            ("received=2024-04-01&body2-asked=2024-04-08&body2-answered=2024-04-02", "body2-answered", "答复日或者送达日（2024-04-02）早于征求日"),
            ("received=2024-04-01&third1-asked=2024-04-08&third1-delivered=2024-04-02", "third1-delivered", "（2024-04-02）早于征求日"),
            ("received=2024-04-01&dispatched=2024-04-20&served=2024-04-18", "served", "送达（2024-04-18）早于发出答复"),
            ("received=2024-04-01&extension-told=2024-04-18", "extended", "却没有延长的工作日数"),
            ("received=2024-04-01&served=2024-04-18&outcome2=granted", "outcome", "却没有答复结果"),
            ("received=2024-04-01&supplement-asked=2024-04-03&supplement-until=2024-04-02", "supplement-until", "早于要求补正"),
            ("received=2024-04-01&served=2024-04-18&method=pigeon", "method", "请从列表中选择一项"),
            ("received=2024-04-01&served=2024-03-01", "served", "送达（2024-03-01）早于收到申请"),
            ("received=2024-04-01&fee-notified=2024-04-09&fee-paid=2024-04-08", "fee-paid", "早于收到收费通知"),
            ("received=2024-04-01&outcome=nothing", "outcome", "请从列表中选择一项"),
            ("received=2020-04-01&fee-notified=2020-04-09", "fee-notified", "自2021年1月1日起施行"),
        ])
    func wrong(query: String, field: String, words: String) async throws {
        try await see(query) { page in
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("<title>需要修改：期限计算"))
            let line = try #require(page.text.split(separator: "\n").first { $0.contains("<a href=\"#\(field)\">") })
            #expect(line.contains(words), "\(line)")
            #expect(page.text.contains("<span class=\"field-error\" id=\"\(field)-error\">"))
            #expect(page.text.firstMatch(of: try Regex("id=\"\(field)\" name=\"\(field)\"[^>]*aria-invalid=\"true\"")) != nil)
            for pair in query.split(separator: "&") where !pair.contains("nothing") && !pair.contains("pigeon") {
                let parts = pair.split(separator: "=")
                let kept = page.text.firstMatch(of: try Regex("name=\"\(parts[0])\"[^>]*value=\"\(parts[1])\"")) != nil
                #expect(kept || page.text.contains("<option value=\"\(parts[1])\" selected>"), "\(pair)")
            }
        }
    }

    @Test("parts with something in them are open, the others closed")
    func open() async throws {
        try await see("received=2024-04-01&extended=30&edit=on") { page in
            #expect(page.status == .ok)
            #expect(page.text.components(separatedBy: "<details open>").count == 2)
            #expect(page.text.contains("<details open><summary>延长答复"))
            #expect(!page.text.contains("需要修改"))
        }
    }

    @Test("hostile text stays text")
    func hostile() async throws {
        try await see("received=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&outcome=%3Ci%3E&extended=%3Cb%3E") { page in
            #expect(page.status == .unprocessableContent)
            #expect(!page.text.contains("<script") && !page.text.contains("<i>") && !page.text.contains("「<b>"))
        }
    }

    // MARK: Dates as typed

    @Test(
        "dates may be written in every usual way, and the address becomes the short one",
        arguments: [
            "2026-11-21", "2026/11/21", "2026.11.21", "2026年11月21日", "2026 年 11 月 21 日", "２０２６／１１／２１", "2026-11-21 ", "2026年11月21号",
        ])
    func typed(text: String) {
        #expect(TypedDay.read(text)?.description == "2026-11-21")
    }

    @Test("a single digit is enough for a month and a day")
    func short() { #expect(TypedDay.read("2026/1/5")?.description == "2026-01-05") }

    @Test(
        "anything else is no date",
        arguments: [
            "", "21.11.2026", "26-11-21", "2026-11", "2026-02-30", "2026-11-21-01", "+2026-1-1", "２０２６", "今天", "2026--11-21", "٢٠٢٦-11-21",
        ])
    func untyped(text: String) { #expect(TypedDay.read(text) == nil) }

    @Test(
        "whatever comes of it, the address holds no empty field",
        arguments: [
            (
                "received=2020%E5%B9%B41%E6%9C%8820%E6%97%A5&channel=&body=&extended=%EF%BC%95&served=",
                "/deadlines?received=2020-01-20&extended=5"
            ),
            ("received=&channel=&served=2024-04-02", "/deadlines?served=2024-04-02"), ("received=&channel=&body=", "/deadlines?check=on"),
            ("received=2020-01-20&provisional=on", "/deadlines?received=2020-01-20"),
        ])
    func canonical(query: String, path: String) async throws {
        try await see(query) { page in
            #expect(page.status == .seeOther)
            #expect(page.headers[.location] == path)
        }
    }

    @Test("sent with nothing in it, the form asks for the day")
    func sentEmpty() async throws {
        try await see("check=on") { page in
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("<a href=\"#received\">"))
        }
    }

    // MARK: A letter's two days

    @Test("posted in time and signed for later: in time, and the remedies run from the signature")
    func twoDays() async throws {
        try await see("received=2026-05-07&dispatched=2026-06-01&served=2026-06-08&method=post") { page in
            #expect(page.text.contains("<span class=\"tag notice\">按期</span> 答复于2026年6月1日（周一）发出，在期限以内。"))
            #expect(page.text.contains("2026年8月7日（周五）</span></strong>（60日）"))
            #expect(page.text.contains("2026年12月8日（周二）</span></strong>（6个月）"))
        }
    }

    @Test("only the receipt is known and it was later: neither in time nor late, and the page says what decides")
    func dispatchUnknown() async throws {
        try await see("received=2026-05-07&served=2026-06-08") { page in
            #expect(!page.text.contains(">按期<") && !page.text.contains(">逾期<"))
            #expect(page.text.contains("邮寄的看交邮之日"))
        }
        try await see("received=2026-05-07&served=2026-06-08&method=direct") { page in
            #expect(page.text.contains("<span class=\"tag error\">逾期</span> 答复于2026年6月8日（周一）送达，已逾期 3 个工作日。"))
        }
        try await see("received=2026-05-07&served=2026-06-02") { page in
            #expect(page.text.contains("<span class=\"tag notice\">按期</span> 答复于2026年6月2日（周二）收到"))
        }
    }

    @Test("sent and not yet received: the way on without days, and no silence")
    func notYetReceived() async throws {
        try await see("received=2026-05-07&dispatched=2026-06-01&outcome=unableNotHeld") { page in
            #expect(page.text.contains("从收到答复之日起算。收到以后，请填写您收到答复的日期。"))
            #expect(page.text.contains("收到答复之日起60日内<br>向本级人民政府申请"))
            #expect(!page.text.contains("没有收到答复怎么办"))
        }
    }

    @Test("an act that came too late is told on top, with both days where a restart is disputed")
    func lateActs() async throws {
        try await see("received=2020-01-20&extended=20&extension-told=2020-03-10") { page in
            #expect(page.text.contains("答复期限：<span class=\"date\">2020年2月25日（周二）</span></strong>，自收到申请次日起20个工作日。"))
            #expect(page.text.contains("原期限在2020年2月25日已经届满，延长无效"))
        }
        try await see("received=2020-03-02&supplement-asked=2020-03-25&supplement-received=2020-03-30") { page in
            #expect(page.text.contains("答复期限：<span class=\"date\">2020年3月30日（周一）</span>"))
            #expect(page.text.contains("2020年3月30日和2020年4月27日"))
        }
    }

    @Test("a reply with two results: each part with its own way on")
    func parts() async throws {
        try await see("received=2026-02-02&served=2026-03-02&outcome=refusedProcessInformation&outcome2=unableNotHeld") { page in
            #expect(page.text.contains("<h3>“属于四类过程性信息”的部分</h3>\n<p class=\"prose\">应当先申请行政复议"))
            #expect(page.text.contains("<h3>“本机关不掌握相关政府信息”的部分</h3>\n<p class=\"prose\">可以申请行政复议，也可以直接提起行政诉讼。"))
        }
    }

    @Test("a repeated request whose earlier reply disclosed: review alone; the box alone is refused")
    func repeated() async throws {
        try await see("received=2026-02-02&served=2026-03-02&outcome=declinedRepeated&earlier-disclosed=on") { page in
            #expect(page.text.contains("可以申请行政复议（直接起诉的，人民法院不予受理）。"))
            #expect(!page.text.contains("<dt>提起行政诉讼</dt>") && !page.text.contains("6个月"))
        }
        try await see("received=2026-02-02&served=2026-03-02&outcome=granted&earlier-disclosed=on") { page in
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("<a href=\"#earlier-disclosed\">"))
        }
    }

    @Test("what was granted can be reviewed and sued upon, and the page says when")
    func granted() async throws {
        try await see("received=2026-02-02&served=2026-03-02&outcome=granted") { page in
            #expect(page.text.contains("认为提供的内容与申请不符、不完整或者有误的，可以申请行政复议，也可以直接提起行政诉讼。"))
            #expect(page.text.contains("2026年5月6日") && page.text.contains("2026年9月2日"))
        }
    }

    @Test("a street office: the government that set it up reviews, the basic court hears")
    func streetOffice() async throws {
        try await see("received=2026-02-02&body=subdistrictOffice&served=2026-03-02") { page in
            #expect(page.text.contains("向设立该派出机关的人民政府申请"))
            #expect(page.text.contains("向本机关所在地基层人民法院起诉"))
        }
    }

    // MARK: Beyond the calendar

    @Test("beyond the announced holidays the provisional day comes first, marked, and nobody is told to load anything")
    func beyond() async throws {
        try await see("received=2026-12-10") { page in
            #expect(page.status == .ok)
            #expect(page.text.contains("2027年1月7日（周四） <span class=\"tag warning\">暂定</span></span></strong>，自收到申请"))
            #expect(page.text.contains("<td class=\"last\"><b>7</b> <small>第20日</small> <small>最后一天</small> <small>暂定</small> </td>"))
            #expect(page.text.contains("<td class=\"off\"><b>2</b> <small>周末</small> <small>暂定</small> </td>"))
            #expect(page.text.contains("2027年的放假安排还没有公布"))
            // Known days stay without the word.
            #expect(page.text.contains("<td class=\"day\"><b>31</b> <small>第15日</small> </td>"))
            for match in page.text.matches(of: /<span class="date">2027年[^<]*/) {
                #expect(page.text[match.range.upperBound...].hasPrefix("<span class=\"tag warning\">暂定</span>"), "\(match.0)")
            }
        }
    }

    @Test(
        "no page of the season tells a citizen to load a notice, or breaks a sentence with a day that is not known",
        arguments: [
            "received=2026-11-02", "received=2026-07-01", "received=2026-12-31&extended=20", "received=2026-02-02&served=2026-11-02",
        ])
    func season(query: String) async throws {
        try await see(query) { page in
            #expect(page.status == .ok)
            for words in ["载入", "不能推算", "未载入"] { #expect(!page.text.contains(words), "\(words)") }
        }
    }

    @Test("a day far ahead is told, without a word of loading")
    func farAhead() async throws {
        try await see("received=9999-12-31") { page in
            #expect(page.status == .ok)
            #expect(page.text.contains("答复期限：不能推算。</strong>这一天太远"))
            #expect(!page.text.contains("载入"))
        }
    }

    @Test("a site with more years loaded counts by them, and is provisional behind them alone")
    func loaded() async throws {
        let off = try #require(Day(iso: "2027-01-04"))
        let calendar = try WorkdayCalendar(adding: [HolidayPlan(year: 2027, off: [off: "元旦"], work: [])])
        try await see("received=2026-12-10", calendar: calendar) { page in
            #expect(page.text.contains("2027年1月8日（周五）</span></strong>，自收到申请"))
            #expect(page.text.contains("<small>元旦</small>"))
        }
        try await see("received=2027-12-30", calendar: calendar) { page in
            #expect(page.text.contains("2028年1月27日（周四） <span class=\"tag warning\">暂定</span>"))
        }
    }
}
