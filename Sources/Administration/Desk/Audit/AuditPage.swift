import Markup
import Office
import Web

/// The list of events, and what the chain says of itself.
enum AuditPage {
    static let size = 50

    struct View: Sendable {
        var form: AuditForm
        var events: [RecordedEvent]
        var total: Int
        var names: AuditNames
        var verification: AuditVerification?
        /// True where one person administers and works alone.
        var isOnePerson = false
        var mayExport = false
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        let form = view.form
        let next = view.events.count == size ? view.events.last?.sequence : nil
        var page = Page.desk(
            .audit, title: "审计", width: .wide,
            body: """
                <p class="prose">每一次改动都在同一笔操作里记下，并与前一条相连：改动、删除、插入任何一条，核验时都会指出来。个人信息加密保存，查看也会记下。</p>
                \(HTML.when(view.isOnePerson) { onePerson })
                \(view.verification.map(result))
                \(PostForm(to: AuditPath.verify(), view.state, button: .second("核验全部记录")))
                <h2>查找</h2>
                \(search(view))
                <p>共 \(view.total) 条。</p>
                \(HTML.when(view.mayExport && view.total > 0) {
                    PostForm(to: form.link(AuditPath.export), view.state, button: .second("导出为 CSV")).html
                })
                \(HTML.when(!view.events.isEmpty) { table(view) })
                <nav class="paging" aria-label="翻页">
                \(HTML.when(form.before != nil) { "<a href=\"\(form.link())\">最新的</a>" })
                \(next.map { "<a href=\"\(form.link(before: $0))\" rel=\"next\">更早的</a>" as HTML })
                </nav>
                """)
        page.problems = form.problems
        return page
    }

    private static let onePerson: HTML = """
        <p class="prose"><strong>本站由一人办理</strong>：查阅审计记录的人就是办事的人。由一人办成的、本来要两个人办的事，说明里写“一人办理 是”。</p>
        """

    private static func result(_ verification: AuditVerification) -> HTML {
        if verification.holds {
            return """
                <div class="confirmation" role="status"><p>核验了 \(verification.events) 条记录，完好。\(verification.reservation)</p></div>\n
                """
        }
        // Whoever altered one may have altered all.
        let shown = verification.faults.prefix(200)
        let rest = verification.faults.count - shown.count
        return """
            <div class="summary" role="alert"><h2>核验了 \(verification.events) 条记录，发现 \(verification.faults.count) 处问题</h2>
            <ul>\(shown.map { fault -> HTML in "<li>\(fault.description)</li>" })\(
                HTML.when(rest > 0) { "<li>另有 \(rest) 处，请在服务器上用 gongkai audit verify 查看全部。</li>" })</ul></div>
            """
    }

    private static func search(_ view: View) -> HTML {
        let form = view.form
        let actors = view.names.accounts.sorted { $0.value < $1.value }.map {
            Choice(value: Actor.account($0.key).description, title: $0.value)
        }
        let others = [Actor.program, .visitor].map { Choice(value: $0.description, title: view.names.actor($0)) }
        let actions = view.names.words.actions.sorted { $0.key < $1.key }.map { Choice(value: $0.key, title: $0.value) }
        return QueryForm(to: AuditPath.list(), label: "查找审计记录", isSearch: true, button: .second("查找")) {
            """
            \(date("from", "从哪一天起", form))
            \(date("until", "到哪一天止", form))
            \(FormField(name: "actor", label: "由谁", control: .options(actors + others, chosen: form.values["actor"], any: "全部")))
            \(FormField(
                name: "capability", label: "类别",
                control: .options(
                    view.names.areas.map { Choice(value: $0.name, title: $0.title) }, chosen: form.values["capability"], any: "全部")))
            \(FormField(name: "action", label: "事项", control: .options(actions, chosen: form.values["action"], any: "全部")))
            """
        }.html
    }

    private static func date(_ name: String, _ label: String, _ form: AuditForm) -> HTML {
        let day = form.values[name].flatMap(TypedDay.read)?.description
        return FormField(name: name, label: label, error: form.problems[name], control: .date(day, typed: form.values[name])).html
    }

    private static func table(_ view: View) -> HTML {
        DataTable(
            caption: "审计记录", hidesCaption: true, columns: ["序号", "时间", "由谁", "事项", "对象", "说明"],
            rows: view.events.map { event in
                [
                    "<a href=\"\(AuditPath.event(event.sequence))\">\(event.sequence)</a>", "\(BeijingTime.text(event.at))",
                    "\(view.names.actor(event.actor))",
                    "\(view.names.action(event.action))", "\(view.names.subject(event.subject))", "\(view.names.facts(event.facts))",
                ]
            }
        ).html
    }
}

/// One event.
enum AuditEventPage {
    struct View: Sendable {
        var event: RecordedEvent
        var names: AuditNames
        /// The sealed values, once they were asked for.
        var personal: [(key: String, value: String)]?
        var state: FormState
    }

    static func render(_ view: View) -> Page {
        let event = view.event
        let row = Array(zip(AuditNames.columns, view.names.row(event)).dropFirst()).filter { !$0.1.isEmpty }
        let facts = row.map { (name: $0.0, value: HTML(text: $0.1)) } + [("编码", "\(event.action) \(event.subject)")]
        return .desk(
            .audit, title: "第 \(event.sequence) 条", heading: "第 \(event.sequence) 条审计记录", trail: [AuditPath.crumb],
            body: """
                \(FactList(facts, caption: "审计记录"))
                \(HTML.when(event.isSealed) { personal(view) })
                """)
    }

    private static func personal(_ view: View) -> HTML {
        guard let values = view.personal else {
            return """
                <h2>个人信息</h2>
                <p class="prose">这条记录里有加密的个人信息。查看会另记一条审计记录。</p>
                \(PostForm(to: AuditPath.personal(view.event.sequence), view.state, button: .second("查看")))
                """
        }
        if values.isEmpty { return "<h2>个人信息</h2>\n<p>已经销毁，不能再查看。</p>\n" }
        return "<h2>个人信息</h2>\n\(FactList(values.map { ($0.key, HTML(text: $0.value)) }, caption: "个人信息"))"
    }
}
