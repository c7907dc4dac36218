import Law
import Markup
import Office
import Web

/// The settings as typed.
struct SettingsForm: Sendable {
    /// Its name and its own address.
    var site: AddressForm
    var supplementDays: String
    var archiveDays: String
    var townReportDay: String
    var notice = ""
    let known: ClosedRange<Int>
    var remediesOff: Set<String>
    var courts: String
    var isDone = false
    var problem: ErrorSummary.Problem?

    init(_ settings: OfficeSettings, _ links: SiteLinks, isDone: Bool = false) {
        site = AddressForm(settings, links)
        (remediesOff, courts, self.isDone) = (settings.remediesOff, settings.courts, isDone)
        (supplementDays, archiveDays) = ("\(settings.supplementDays)", "\(settings.archiveDays)")
        townReportDay = settings.townReportDay.description
        let days = ((try? settings.calendar()) ?? .official).known
        known = days.lowerBound.year...days.upperBound.year
    }

    static func field(of error: SettingError) -> String {
        switch error {
        case .days(.supplement, _): "supplement-days"
        case .days(.archive, _): "archive-days"
        case .townReportDay: "town-report-day"
        case .holidays: "notice"
        case .courts: "courts"
        case .address: "public-url"
        case .officeName, .unreadable: "office-name"
        }
    }

    func problem(_ field: String) -> String? { problem.flatMap { $0.field == field ? $0.message : nil } }
}

/// The office's settings.
enum SettingsPage {
    static func render(_ form: SettingsForm, token: HTML) -> Page {
        Page(
            title: (form.problem == nil ? "" : "需要修改：") + "设置", desk: .settings, trail: [Crumb(title: "办公区", path: "/desk")],
            body: """
                \(ErrorSummary.render(form.problem.map { [$0] } ?? []))
                <h1>设置</h1>
                \(form.isDone ? "<div class=\"confirmation\" role=\"status\"><p>已保存，各处立即生效。</p></div>\n" as HTML : "")
                <h2>网站和期限</h2>
                <form class="wide-input" method="post" action="/desk/settings/office">
                \(token)
                \(StartAddressPage.fields(form.site))
                \(FormField(
                    name: "supplement-days", label: "补正期限（工作日）", hint: "补正告知书没有另外写明时使用。条例第三十条只要求“合理”。",
                    error: form.problem("supplement-days"), control: .number(form.supplementDays)).render())
                \(FormField(
                    name: "archive-days", label: "存档期限（工作日）", hint: "答复送达以后，本单位内部的期限。", error: form.problem("archive-days"),
                    control: .number(form.archiveDays)).render())
                \(FormField(
                    name: "town-report-day", label: "乡镇、街道公布年度报告的日期",
                    hint: "写成 1月31日 的样子。条例第四十九条没有规定乡镇、街道的日期，按当地的要求填写。修改以后，已有的报告按新的日期重新检查是否逾期。",
                    error: form.problem("town-report-day"), control: .text(form.townReportDay)).render())
                <button class="button" type="submit">保存</button>
                </form>
                <h2>放假安排</h2>
                <p class="prose">已知 \(form.known.lowerBound) 至 \(form.known.upperBound) 年。国务院办公厅发布下一年的通知以后，把全文粘贴在这里；读成什么样，先给您核对。</p>
                <form method="post" action="/desk/settings/holidays">
                \(token)
                \(FormField(name: "notice", label: "放假通知全文", error: form.problem("notice"), control: .lines(form.notice)).render())
                <button class="button" type="submit">读取</button>
                </form>
                <h2>救济途径</h2>
                <p class="prose">下列规则尚未见到条文原文，有待确认。取消勾选，就按此前的规则告知申请人。已经确定的规则不能取消。</p>
                <form method="post" action="/desk/settings/remedies">
                \(token)
                <fieldset><legend>采用的规则</legend>
                \(RemedyTable.standard.switchable.map { row -> HTML in remedy(row, isOn: !form.remediesOff.contains(row.id)) })</fieldset>
                \(FormField(
                    name: "courts", label: "法院集中管辖", isOptional: true, hint: "本地行政案件由指定的法院集中管辖的，写一句话，告知救济途径时一并说明。",
                    error: form.problem("courts"), control: .text(form.courts)).render())
                <button class="button" type="submit">保存</button>
                </form>
                """)
    }

    private static func remedy(_ row: RemedyRow, isOn: Bool) -> HTML {
        """
        <div class="field"><div class="box"><input type="checkbox" id="\(row.id)" name="row" value="\(row.id)"\(isOn ? " checked" : "" as HTML)>\
        <label for="\(row.id)">自\(row.since.chinese)起，\(row.route.title)（\(row.sources.map(\.description).joined(separator: "；"))） <span class="tag warning">待确认</span></label></div></div>

        """
    }
}

/// What was read of a notice, to be checked before it counts.
enum NoticePage {
    static func render(_ plan: HolidayPlan, text: String, token: HTML) -> Page {
        let off = plan.off.sorted { $0.key < $1.key }.map { ["\($0.key.chinese)", "\($0.key.weekdayName)", "\($0.value)"] as [HTML] }
        let work = plan.work.sorted().map { ["\($0.chinese)", "\($0.weekdayName)", "上班"] as [HTML] }
        return Page(
            title: "核对放假安排", desk: .settings,
            trail: [Crumb(title: "办公区", path: "/desk"), Crumb(title: "设置", path: "/desk/settings")],
            body: """
                <h1>核对\(plan.year)年放假安排</h1>
                <p class="prose">请对照通知原文核对。保存以后，各项期限立即按它推算。</p>
                \(DataTable(
                    caption: "放假和调休上班的日子", columns: ["日期", "星期", "安排"].map { DataTable.Column(title: $0) }, rows: off + work,
                    isFullWidth: false).render())
                <form method="post" action="/desk/settings/holidays/confirm">
                \(token)
                <textarea class="hidden" name="notice" aria-hidden="true" tabindex="-1" readonly>
                \(text)</textarea>
                <button class="button" type="submit">核对无误，保存</button>
                <a class="button second" href="/desk/settings">不保存</a>
                </form>
                """)
    }
}
