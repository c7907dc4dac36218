import Markup
import Office
import Web

/// The tree as a list, those below others set in.
enum OrganizationListPage {
    static let size = 100

    struct View: Sendable {
        var words: String?
        var showsGone: Bool
        var nodes: [OrganizationTree.Node]
        var unfiled: [Organization]
        var page: Int
        var mayManage: Bool
    }

    /// The part of the tree that a right of somebody reaches.
    static func reached(_ tree: OrganizationTree, _ scope: RightScope) -> [OrganizationTree.Node] {
        var path: [Int] = []
        return tree.nodes.filter { node in
            path.removeLast(max(0, path.count - node.level))
            path.append(node.organization.id)
            return scope.reaches(path.reversed())
        }
    }

    static func render(_ view: View) -> Page {
        let shown = Array(view.nodes.dropFirst((view.page - 1) * size).prefix(size))
        let paging = Pagination(page: view.page, size: size, total: view.nodes.count) { page in
            OrganizationPath.list().with(["q": view.words, "gone": view.showsGone ? "on" : nil, "page": page == 1 ? nil : "\(page)"])
        }
        return .desk(
            .organizations, title: "机构", width: .wide,
            body: """
                \(HTML.when(view.mayManage) { "<p><a class=\"button\" href=\"\(OrganizationPath.new())\">加入机构</a></p>\n" })
                \(filter(view))
                <p>共 \(view.nodes.count) 个机构\(view.showsGone || view.words != nil ? "，其中包括已合并和已撤销的" : "")。</p>
                \(HTML.when(!shown.isEmpty) { table(shown, isFlat: view.words != nil) })
                \(paging)
                \(HTML.when(!view.unfiled.isEmpty) { unfiled(view) })
                """)
    }

    private static func filter(_ view: View) -> HTML {
        QueryForm(to: OrganizationPath.list(), label: "查找机构", isSearch: true, button: .second("查找")) {
            """
            <div class="field"><label for="q">名称、曾用名或机构代码</label><input type="text" id="q" name="q" value="\(view.words ?? "")"></div>
            <div class="field box"><input type="checkbox" id="gone" name="gone" value="on"\(HTML.when(view.showsGone) { " checked" })><label for="gone">也列出已合并、已撤销的</label></div>
            """
        }.html
    }

    private static func table(_ nodes: [OrganizationTree.Node], isFlat: Bool) -> HTML {
        DataTable(
            caption: "机构", hidesCaption: true, columns: ["名称", "类别", "机构代码", "状态"],
            rows: nodes.map { node in
                let organization = node.organization
                // Levels in words, too, for those who do not see how far a name is set in.
                let level: HTML = isFlat ? "" : "<span class=\"hidden\">第 \(node.level + 1) 级：</span>"
                return [
                    "<span class=\"level-\(isFlat ? 0 : min(node.level, 5))\">\(level)<a href=\"\(OrganizationPath.organization(organization.id))\">\(organization.displayName)</a></span>",
                    "\(organization.kind?.title)", "\(organization.code)", state(organization.state),
                ]
            }
        ).html
    }

    private static func unfiled(_ view: View) -> HTML {
        let rows = view.unfiled.prefix(size).map { organization -> [HTML] in
            let (id, name) = (organization.id, organization.displayName)
            let file = HTML.when(view.mayManage && organization.name != nil) {
                "<a href=\"\(OrganizationPath.file(id))\">归入机构树<span class=\"hidden\">：\(name)</span></a>"
            }
            return ["<a href=\"\(OrganizationPath.organization(id))\">\(name)</a>", "\(organization.region)", file]
        }
        return """
            <h2>没有归入机构树</h2>
            <p>只在年度报告中出现过的单位，共 \(view.unfiled.count) 个\(view.unfiled.count > size ? "，列出前 \(size) 个" : "")。</p>
            \(DataTable(
                caption: "没有归入机构树的单位", hidesCaption: true, columns: ["名称", "地区", "操作"], rows: Array(rows)))
            """
    }

    static func state(_ state: OrganizationState) -> HTML {
        switch state {
        case .unfiled: "<span class=\"tag warning\">\(state.title)</span>"
        case .active: "<span class=\"tag notice\">\(state.title)</span>"
        case .merged, .dissolved: "<span class=\"tag plain\">\(state.title)</span>"
        }
    }
}
