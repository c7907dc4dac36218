import Markup
import Office
import Web

/// One organization: what it is, how it is reached, who leads it, its names, what happened to it.
enum OrganizationPage {
    /// How many events are shown.
    static let events = 50

    struct View: Sendable {
        var details: OrganizationDetails
        var events: [RecordedEvent]
        /// Names of accounts.
        var people: [Int: String]
        var mayManage: Bool
    }

    static func render(_ view: View) -> Page {
        let details = view.details
        return .desk(
            .organizations, title: details.organization.displayName, trail: trail(details),
            body: """
                \(FactList(facts(details), caption: "机构"))
                \(HTML.when(view.mayManage) { actions(details.organization) })
                \(HTML.when(!details.contact.isEmpty) { contact(details) })
                \(HTML.when(!details.leaders.isEmpty) { leaders(details) })
                \(HTML.when(!details.children.isEmpty) { children(details) })
                \(HTML.when(!details.names.isEmpty) { names(details) })
                \(HTML.when(!view.events.isEmpty) { history(view) })
                """)
    }

    static func trail(_ details: OrganizationDetails) -> [Crumb] {
        [OrganizationPath.crumb] + details.above.map(OrganizationPath.crumb)
    }

    private static func link(_ organization: Organization) -> HTML {
        "<a href=\"\(OrganizationPath.organization(organization.id))\">\(organization.displayName)</a>"
    }

    private static func facts(_ details: OrganizationDetails) -> [(name: String, value: HTML)] {
        let organization = details.organization
        var facts: [(name: String, value: HTML)] = [("编号", "\(organization.id)")]
        let since: HTML = organization.ended.map { " 自\($0.chinese)起" } ?? ""
        facts.append(("状态", "\(OrganizationListPage.state(organization.state))\(since)"))
        if let basis = organization.endedBasis { facts.append(("依据", HTML(text: basis))) }
        if let successor = details.successor { facts.append(("并入", link(successor))) }
        if !details.predecessors.isEmpty { facts.append(("并入它的", HTML.join(details.predecessors.map(link), separator: "、"))) }
        if let kind = organization.kind { facts.append(("类别", HTML(text: kind.title))) }
        facts.append(("地区", HTML(text: organization.region)))
        if let jurisdiction = organization.jurisdiction { facts.append(("行政区划代码", HTML(text: jurisdiction.code))) }
        if let code = organization.code { facts.append(("机构代码", HTML(text: code))) }
        facts += details.holdings.map { ($0.title, HTML(text: "\($0)")) }
        return facts
    }

    private static func actions(_ organization: Organization) -> HTML {
        let id = organization.id
        switch organization.state {
        case .active:
            return """
                <ul class="actions">
                <li><a class="button second" href="\(OrganizationPath.edit(id))">修改资料</a></li>
                <li><a href="\(OrganizationPath.rename(id))">更名</a></li>
                <li><a href="\(OrganizationPath.move(id))">移到别处</a></li>
                <li><a href="\(OrganizationPath.end(id))">合并或撤销</a></li>
                <li><a href="\(OrganizationPath.new(below: id))">加入下级机构</a></li>
                </ul>
                """
        case .unfiled:
            let file = HTML.when(organization.name != nil) {
                "<li><a class=\"button second\" href=\"\(OrganizationPath.file(id))\">归入机构树</a></li>"
            }
            return "<ul class=\"actions\">\(file)<li><a href=\"\(OrganizationPath.end(id))\">并入别的机构或撤销</a></li></ul>\n"
        case .merged, .dissolved: return ""
        }
    }

    private static func contact(_ details: OrganizationDetails) -> HTML {
        let facts = ContactField.allCases.compactMap { field in
            details.contact[field].map { (name: field.title, value: HTML(text: $0)) }
        }
        return "<h2>联系方式</h2>\n\(FactList(facts, caption: "联系方式"))"
    }

    private static func leaders(_ details: OrganizationDetails) -> HTML {
        let table = DataTable(
            caption: "负责人和分工", hidesCaption: true, columns: ["职务", "姓名", "分工"],
            rows: details.leaders.map { ["\($0.title)", "\($0.name)", "\($0.duties)"] }, isFullWidth: false)
        return "<h2>负责人和分工</h2>\n\(table)"
    }

    private static func children(_ details: OrganizationDetails) -> HTML {
        let items = details.children.map { child -> HTML in
            "<li>\(link(child))\(HTML.when(child.state.isGone) { " \(OrganizationListPage.state(child.state))" })</li>\n"
        }
        return "<h2>下级机构</h2>\n<ul>\(items)</ul>\n"
    }

    private static func names(_ details: OrganizationDetails) -> HTML {
        let hasMoved = Set(details.names.map(\.region)).count > 1
        let table = DataTable(
            caption: "名称沿革", hidesCaption: true,
            columns: hasMoved ? ["名称", "自", "至", "地区", "依据"] : ["名称", "自", "至", "依据"],
            rows: details.names.map { name in
                [
                    "\(name.name)", "\(name.since.map { "\($0)" } ?? "不详")", "\(name.until.map { "\($0.adding(-1))" } ?? "今")",
                ] + (hasMoved ? ["\(name.region)"] : []) + ["\(name.basis)"]
            }, isFullWidth: false)
        return "<h2>名称沿革</h2>\n\(table)"
    }

    private static func history(_ view: View) -> HTML {
        let table = DataTable(
            caption: "变动记录", hidesCaption: true, columns: ["时间", "变动", "经办"],
            rows: view.events.map { event in
                ["\(BeijingTime.text(event.at))", "\(OrganizationEventWords.text(event))", "\(actor(event.actor, view.people))"]
            }, isFullWidth: false)
        return """
            <h2>变动记录</h2>
            \(table)
            \(HTML.when(view.events.count == events) { "<p class=\"quiet\">只列最近 \(events) 条，其余见审计记录。</p>" })
            """
    }

    private static func actor(_ actor: Actor, _ people: [Int: String]) -> String {
        switch actor {
        case .account(let id): people[id] ?? "第 \(id) 号账号"
        case .program: "命令行"
        case .visitor: "访客"
        }
    }
}
