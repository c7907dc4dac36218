import AnnualReport
import Law
import Markup
import Office
import Web

/// One version at the desk: how far it is, what the checks say of it, and what may be done with it.
enum DeskReportPage {
    struct View: Sendable {
        var stored: StoredReport
        /// The organization as the tree names it.
        var organization: String
        /// By whose word the printed name is the organization's.
        var alias: ReportStore.Alias?
        var sentBack: ReportReturn?
        /// When it was withdrawn and put back, the oldest first.
        var history: [RecordedEvent] = []
        /// False where somebody with a wider reach withdrew it.
        var mayPutBack = true
        /// Names by account.
        var people: [Int: String]
        var mayPlace: Bool
        var mayPublish: Bool
        var maySendBack: Bool
        var today: Day
        /// The change that led here.
        var said: ReportWord?
        var state: FormState

        var version: ReportVersion { stored.version }

        func person(_ id: Int?) -> String { id.map { people[$0] ?? "第 \($0) 号账号" } ?? "命令行或程序" }
    }

    /// 东河镇2021年
    static func name(_ version: ReportVersion) -> String {
        version.displayName + (version.year.map { "\($0)年" } ?? "（年度不明）")
    }

    static func render(_ view: View) -> Page {
        let version = view.version
        let items = FindingItem.items(view.stored.findings.map { ($0.finding, $0.previousVersionID) })
        var page = Page.desk(
            .reports, title: ReportView.title(version.displayName, version.year), trail: [DeskReportPath.crumb], width: .wide,
            body: """
                \(older(view))
                \(sentBack(view))
                \(VersionActions.render(view, items))
                \(FactList(facts(view), caption: "这一版的基本情况"))
                \(links(view))
                \(unplaced(view))
                <h2>检查结果</h2>
                \(FindingList.counts(items))
                \(FindingList.render(items))
                """)
        page.done = view.said.map { done($0, view) }
        return page
    }

    private static func done(_ word: ReportWord, _ view: View) -> String {
        let version = view.version
        let title = "\(name(version))政府信息公开工作年度报告第 \(version.number) 版"
        return switch word {
        case .imported: "已保存：\(name(version))政府信息公开工作年度报告，第 \(version.number) 版。"
        case .placed: "已保存：\(title)，\(view.stored.placements.last.map { "「\($0.row.fullTitle)」一行" } ?? "")由人工填写，检查已重做。"
        case .published: "已公布：\(title)。"
        case .restored: "已恢复公布：\(title)。列表、汇总和概览现在计这一版。"
        case .withdrawn: "已撤回：\(title)。"
        case .dropped: "已作废：\(title)。"
        case .returned: "已退回整改：\(title)。"
        case .ended: "已撤销退回。"
        case .nameTakenBack: "已收回：以后写作「\(version.displayName)」的报告，上传时再问是哪个单位的。已经保存的报告不变；不是本单位的，请撤回或作废。"
        }
    }

    private static func older(_ view: View) -> HTML {
        guard let other = view.stored.worked, other.id != view.version.id else { return "" }
        return """
            <div class="inset warning"><p>这是第 \(view.version.number) 版，\(view.version.deskWords)。<a href="\(DeskReportPath.version(other.id))">看第 \(other.number) 版（\(other.deskWords)）</a></p></div>
            """
    }

    private static func sentBack(_ view: View) -> HTML {
        guard let sentBack = view.sentBack else { return "" }
        let note: HTML = sentBack.note.map { "<br>\($0)" } ?? ""
        return """
            <div class="inset warning"><p>\(view.person(sentBack.accountID)) \(BeijingTime.day(sentBack.at).description) 退回整改，回复期限 \(sentBack.due.description)（\(DaysLeft.words(sentBack.due, from: view.today))）。请按检查结果更正，上传新的一版；公布新版本后，这件事自动办结。\(note)</p></div>
            """
    }

    private static func facts(_ view: View) -> [(name: String, value: HTML)] {
        let version = view.version
        let versions = view.stored.versions.map { other -> HTML in
            let words = "第 \(other.number) 版（\(BeijingTime.day(other.importedAt)) \(other.madeWords)，\(other.deskWords)）"
            return other.id == version.id ? "<strong>\(words)</strong>" : "<a href=\"\(DeskReportPath.version(other.id))\">\(words)</a>"
        }
        var facts: [(name: String, value: HTML)] = [
            ("单位", HTML(text: view.organization)), ("地区", HTML(text: version.region)),
            ("年度", HTML(text: version.year.map { "\($0)" } ?? "未能识别年度")), ("版本", HTML.join(versions, separator: "<br>")),
            ("文件", "\(version.fileName)（\(version.format)，\(version.bytes) 字节）"),
            (version.madeWords + "时间", HTML(text: BeijingTime.text(version.importedAt))),
        ]
        if let alias = view.alias {
            let words: HTML = "报告中写作「\(alias.name)」，\(view.person(alias.accountID)) \(BeijingTime.day(alias.at).description) 确认是这个单位。"
            let back = HTML.when(view.mayPublish) {
                PostForm(to: DeskReportPath.alias(version.id), view.state, button: .second("收回：这个名称不是本单位的")).html
            }
            facts.insert(("报告中的名称", words + back), at: 1)
        } else if let name = view.stored.treeName {
            facts.insert(("报告中的名称", "报告中写作「\(version.displayName)」，不是\(name)在机构树中的名称。"), at: 1)
        }
        if let day = version.publishedAt { facts.append(("公布时间", HTML(text: BeijingTime.text(day)))) }
        if let withdrawal = version.withdrawal {
            facts.append((version.wasPublic ? "撤回" : "作废", "\(BeijingTime.text(withdrawal.at))，原因：\(withdrawal.reason)"))
        }
        if !view.history.isEmpty {
            let lines = view.history.map { event -> HTML in
                let reason: HTML = if case .string(let text)? = event.facts["reason"] { "，原因：\(text)" } else { "" }
                let word = event.action == "report.restored" ? "恢复公布" : "撤回或作废"
                return "\(BeijingTime.text(event.at)) \(view.person(event.actor.accountID)) \(word)\(reason)"
            }
            facts.append(("撤回和恢复的经过", HTML.join(lines, separator: "<br>")))
        }
        if !view.stored.placements.isEmpty {
            let lines = view.stored.placements.map { "\($0.words)，\(view.person($0.accountID))" as HTML }
            facts.append(("人工填写", HTML.join(lines, separator: "<br>")))
        }
        return facts
    }

    private static func links(_ view: View) -> HTML {
        let version = view.version
        let open = HTML.when(version.state == .published) { "<li><a href=\"\(ReportsPath.report(version.id))\">看公开页面</a></li>" }
        return """
            <ul class="actions">\(open)<li><a href="\(DeskReportPath.source(version.id))">看原文</a></li><li><a href="\(DeskReportPath.file(version.id))" download>下载原件</a></li></ul>
            \(HTML.when(!view.stored.findings.isEmpty) { CorrectionsPage.single(version, today: view.today) })
            """
    }

    private static func unplaced(_ view: View) -> HTML {
        let rows = view.stored.report.unplacedRows
        guard !rows.isEmpty else { return "" }
        let links = view.mayPlace && view.stored.isWorkedOn
        let columns: [DataTable.Column] = ["行", "原文印的", "位置"] + (links ? ["操作"] : [])
        let lines = rows.map { row -> [HTML] in
            let title = row.name.fullTitle
            let cells: [HTML] = [HTML(text: title), PlacementPage.found(row), HTML(text: row.origin.description)]
            guard links else { return cells }
            return cells + [
                "<a href=\"\(DeskReportPath.row(view.version.id, row.name))\">手工填写<span class=\"hidden\">：\(title)</span></a>"
            ]
        }
        return """
            <h2 id="unplaced">无法对位的行（\(rows.count)）</h2>
            <p class="prose">这些行印有数字，但是不能确定各在哪一格，所以没有采用。\(links ? "请对照原件逐格填写，填好后成为新的一版。" : "")</p>
            \(DataTable(caption: "无法对位的行", hidesCaption: true, columns: columns, rows: lines))
            """
    }
}

/// What may be done with a version, with the word for what it will do.
enum VersionActions {
    static func render(_ view: DeskReportPage.View, _ items: [FindingItem]) -> HTML {
        let version = view.version
        var parts: [HTML] = []
        if view.mayPublish, !view.mayPutBack {
            parts.append(
                "<p class=\"prose\">这一版由主管部门撤回，本单位不能恢复公布。需要恢复的，请与\(view.person(version.withdrawal?.accountID))联系；内容有误的，请上传更正后的新版本。</p>\n")
        } else if view.mayPublish, !version.isCurrent {
            let isDraft = version.state == .draft
            parts.append(
                PostForm(to: DeskReportPath.publish(version.id), view.state, button: isDraft ? "公布" : "恢复公布，以这一版为准") {
                    """
                    <p class="prose">\(isDraft ? "这是草稿，只有办公区能看到。" : "")\(counts(items))\(items.isEmpty ? "" : "请先核对下面的检查结果。")\(consequence(view))</p>
                    """
                }.html)
        }
        var links: [HTML] = []
        if view.mayPublish, version.state != .withdrawn {
            links.append("<li><a href=\"\(DeskReportPath.withdraw(version.id))\">\(version.wasPublic ? "撤回这一版" : "作废这份草稿")</a></li>")
        }
        if view.maySendBack, view.stored.isWorkedOn {
            links.append("<li><a href=\"\(DeskReportPath.sendBack(version.id))\">\(view.sentBack == nil ? "退回整改" : "修改或撤销退回")</a></li>")
        }
        if !links.isEmpty { parts.append("<ul class=\"actions\">\(HTML.join(links))</ul>\n") }
        return HTML.join(parts)
    }

    /// How many findings of each severity, in a sentence.
    static func counts(_ items: [FindingItem]) -> String {
        guard !items.isEmpty else { return "检查没有发现问题。" }
        let counts = Severity.allCases.compactMap { severity in
            let count = items.count { $0.severity == severity }
            return count == 0 ? nil : "\(severity.title) \(count) 个"
        }
        return "检查发现\(counts.joined(separator: "、"))。"
    }

    private static func consequence(_ view: DeskReportPage.View) -> String {
        let place = view.stored.current.map { "，代替现在公布的第 \($0.number) 版（仍可查看）" } ?? ""
        return "公布后任何人在网站上都能看到\(place)。"
    }
}

extension ReportVersion {
    /// How the version came about.
    var madeWords: String { baseVersionID == nil ? "上传" : "手工填写" }

    /// How far it is, for those who work here.
    var deskWords: String {
        switch state {
        case .draft: "草稿，还没有公布"
        case .published: isCurrent ? "现在公布的版本" : "公布过，已由别的版本代替"
        case .withdrawn: withdrawal.map { "\(BeijingTime.day($0.at)) \(wasPublic ? "撤回" : "作废")" } ?? state.title
        }
    }
}
