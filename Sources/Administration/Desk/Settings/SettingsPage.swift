import Law
import Markup
import Office
import Web

/// The office's settings.
enum SettingsPage {
    struct View: Sendable {
        var settings: OfficeSettings
        var address: AddressFields
        /// The years whose days off are known.
        var known: ClosedRange<Int>
        /// Of the capabilities.
        var others: [CapabilitySetting]
        var state: FormState

        init(_ settings: OfficeSettings, others: [CapabilitySetting], _ links: SiteLinks, _ state: FormState) {
            (self.settings, self.others, self.state) = (settings, others, state)
            address = AddressFields(settings, links, state)
            let days = ((try? settings.calendar()) ?? .official).known
            known = days.lowerBound.year...days.upperBound.year
        }

        /// As it is kept, or as it was ticked.
        func isOn(_ row: RemedyRow) -> Bool {
            let wasSent = state.form.typed("courts") != nil
            return wasSent ? state.form.all("row").contains(row.id) : !settings.remediesOff.contains(row.id)
        }
    }

    static func render(_ view: View) -> Page {
        .desk(
            .settings, title: "设置",
            body: """
                <h2>网站和期限</h2>
                \(PostForm(to: SettingsPath.office(), view.state, look: .wide, button: "保存") { office(view) })
                <h2>放假安排</h2>
                <p class="prose">已知 \(view.known.lowerBound) 至 \(view.known.upperBound) 年。国务院办公厅发布下一年的通知以后，把全文粘贴在这里；读成什么样，先给您核对。</p>
                \(PostForm(to: SettingsPath.holidays(), view.state, button: "读取") {
                    FormField(name: "notice", label: "放假通知全文", in: view.state, control: .lines(view.state.form.raw("notice"))).html
                })
                <h2>救济途径</h2>
                <p class="prose">下列规则尚未见到条文原文，有待确认。取消勾选，就按此前的规则告知申请人。已经确定的规则不能取消。</p>
                \(PostForm(to: SettingsPath.remedies(), view.state, button: "保存") { remedies(view) })
                """)
    }

    private static func office(_ view: View) -> HTML {
        func text(_ field: String, or kept: String) -> String { view.state.text(field, or: kept) }
        let settings = view.settings
        return """
            \(view.address)
            \(FormField(
                name: "supplement-days", label: "补正期限（工作日）", hint: "补正告知书没有另外写明时使用。条例第三十条只要求“合理”。", in: view.state,
                control: .number(text("supplement-days", or: "\(settings.supplementDays)"))))
            \(FormField(
                name: "archive-days", label: "存档期限（工作日）", hint: "答复送达以后，本单位内部的期限。", in: view.state,
                control: .number(text("archive-days", or: "\(settings.archiveDays)"))))
            \(view.others.map { setting -> HTML in
                let typed = text(setting.name, or: setting.text(settings.others[setting.name]) ?? "")
                return "\(FormField(name: setting.name, label: setting.label, hint: setting.hint, in: view.state, control: .text(typed)))\n"
            })
            """
    }

    private static func remedies(_ view: View) -> HTML {
        """
        <fieldset><legend>采用的规则</legend>
        \(RemedyTable.standard.switchable.map { remedy($0, isOn: view.isOn($0)) })</fieldset>
        \(FormField(
            name: "courts", label: "法院集中管辖", isOptional: true, hint: "本地行政案件由指定的法院集中管辖的，写一句话，告知救济途径时一并说明。",
            in: view.state, control: .text(view.state.text("courts", or: view.settings.courts))))
        """
    }

    private static func remedy(_ row: RemedyRow, isOn: Bool) -> HTML {
        """
        <div class="field"><div class="box"><input type="checkbox" id="\(row.id)" name="row" value="\(row.id)"\(HTML.when(isOn) { " checked" })>\
        <label for="\(row.id)">自\(row.since.chinese)起，\(row.route.title)（\(row.sources.map(\.description).joined(separator: "；"))） <span class="tag warning">待确认</span></label></div></div>

        """
    }
}

/// What was read of a notice, to be checked before it counts.
enum NoticePage {
    static func render(_ plan: HolidayPlan, text: String, _ state: FormState) -> Page {
        let off = plan.off.sorted { $0.key < $1.key }.map { ["\($0.key.chinese)", "\($0.key.weekdayName)", "\($0.value)"] as [HTML] }
        let work = plan.work.sorted().map { ["\($0.chinese)", "\($0.weekdayName)", "上班"] as [HTML] }
        return .desk(
            .settings, title: "核对放假安排", heading: "核对\(plan.year)年放假安排", trail: [SettingsPath.crumb],
            body: """
                <p class="prose">请对照通知原文核对。保存以后，各项期限立即按它推算。</p>
                \(DataTable(caption: "放假和调休上班的日子", columns: ["日期", "星期", "安排"], rows: off + work, isFullWidth: false))
                \(PostForm(
                    to: SettingsPath.addedHolidays(), state, button: "核对无误，保存", cancel: .init("不保存", SettingsPath.page())
                ) {
                    """
                    <textarea class="hidden" name="notice" aria-hidden="true" tabindex="-1" readonly>
                    \(text)</textarea>
                    """
                })
                """)
    }
}
