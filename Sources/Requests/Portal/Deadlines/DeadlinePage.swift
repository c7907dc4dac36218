import Law
import Markup
import Office
import Web

/// The result: the reply's deadline in one sentence, every other one, the days one by one, and what to do without a reply.
enum DeadlinePage {
    static let title = "期限计算结果"

    static func render(_ view: DeadlineView) -> Page {
        Page(
            title: title, section: .deadlines,
            trail: DeadlineFormPage.trail + [DeadlineFormPage.crumb],
            body: """
                <h1>\(title)</h1>
                \(answer(view))
                \(ServedPart.timeliness(view))
                \(findings(view))
                \(provisional(view))
                <ul class="actions"><li><a href="\(view.form.path(editing: true))">修改填写的内容</a></li><li><a href="\(DeadlinePath.page())">重新填写</a></li></ul>
                \(FactList(facts(view), caption: "填写的内容"))
                <h2>全部期限</h2>
                <ol class="findings">\(view.deadlines.map { item($0, view) })</ol>
                \(replyCalendar(view))
                \(SilencePart.render(view))
                \(ServedPart.render(view))
                \(otherCalendars(view))
                """)
    }

    // MARK: The answer

    private static func answer(_ view: DeadlineView) -> HTML {
        switch view.reply {
        case .due(let deadline, let day):
            """
            <p class="answer"><strong>答复期限：\(DeadlineWords.day(day, in: view.calendar))</strong>，自\(deadline.event)次日起\(deadline.period.description)\(particulars(deadline, view))。</p>
            \(open(view))
            """
        case .unknown(let error):
            "<p class=\"answer\"><strong>答复期限：不能推算。</strong>\(DeadlineWords.why(error))</p>\n"
        case .awaits(.supplementReceived):
            "<p class=\"answer\"><strong>答复期限：还没有起算。</strong>机关已要求补正，20个工作日从收到补正的次日起算。收到以后，请填写机关收到补正材料的日期。</p>\n"
        case .awaits(.feePaid):
            "<p class=\"answer\"><strong>答复期限：还没有起算。</strong>已发出收费通知，20个工作日从缴费的次日起算。缴费以后，请填写缴费的日期。</p>\n"
        case .awaits:
            "<p class=\"answer\"><strong>答复期限：暂时不能推算。</strong>征求其他机关意见的时间不计入期限，法律没有规定其他机关答复的期限。收到意见以后，请填写收到的日期。</p>\n"
        }
    }

    /// Acts that came too late, and what cannot be judged.
    private static func findings(_ view: DeadlineView) -> HTML {
        if view.findings.isEmpty { return "" }
        let lines = view.findings.map { finding -> HTML in "<p>\(finding.message)依据：\(DeadlineWords.bases(finding.basis))。</p>\n" }
        return "<div class=\"inset warning\">\(lines)</div>\n"
    }

    private static func particulars(_ deadline: Deadline, _ view: DeadlineView) -> String {
        var words: [String] = []
        let extended = (deadline.period.count ?? ReplyPeriod.replyDays) - ReplyPeriod.replyDays
        if extended > 0 { words.append("含延长\(extended)个工作日") }
        if !view.events.consultations.isEmpty { words.append("征求意见的时间不计入") }
        return words.isEmpty ? "" : "（\(words.joined(separator: "，"))）"
    }

    private static func open(_ view: DeadlineView) -> HTML {
        guard view.countsOpenConsultation else { return "" }
        return "<p>意见还没有收到，先按其15个工作日的期限全部用完推算；提前收到的，答复期限也相应提前。</p>\n"
    }

    private static func provisional(_ view: DeadlineView) -> HTML {
        guard view.isProvisional, let from = view.calendar.provisionalFrom else { return "" }
        return """
            <div class="inset"><p>\(from.year)年的放假安排还没有公布，\(from.chinese)起只除去周六和周日推算，注明“暂定”。公布以后，日期可能推后，也可能提前。</p></div>
            """
    }

    // MARK: What was typed

    private static func facts(_ view: DeadlineView) -> [(name: String, value: HTML)] {
        DeadlineForm.Field.allCases.compactMap { field in
            guard let text = view.form.text(field) else { return nil }
            if let day = view.form.day(field), field.isDay { return (field.title, HTML(text: DeadlineWords.plain(day))) }
            return switch field {
            case .channel: (field.title, HTML(text: view.form.channel?.title ?? text))
            case .body: (field.title, HTML(text: view.events.body.title))
            case .method: (field.title, HTML(text: view.form.method?.title ?? text))
            case .outcome, .outcome2: (field.title, HTML(text: view.form.outcome(field)?.title ?? text))
            case .earlierDisclosed: ("重复申请", "以前的答复已经公开了这些信息")
            case .extended: ("延长答复", "\(view.events.extended ?? 0)个工作日")
            case .body1Role, .body2Role: (field.title, "共同制作了该信息")
            default: (field.title, HTML(text: text))
            }
        }
    }

    // MARK: Every deadline

    private static func item(_ deadline: Deadline, _ view: DeadlineView) -> HTML {
        var facts: [(String, HTML)] = []
        let due: HTML
        switch deadline.due {
        case .success(let day): due = DeadlineWords.day(day, in: view.calendar)
        case .failure(let error):
            due = DeadlineWords.unknown
            facts.append(("原因", HTML(text: DeadlineWords.why(error))))
        }
        facts += [
            ("起算", "\(DeadlineWords.plain(deadline.start))\(deadline.event)，从次日起算"),
            ("期限", HTML(text: deadline.period.description)),
            ("依据", HTML(text: DeadlineWords.bases(deadline.basis))),
        ]
        if !deadline.notes.isEmpty {
            facts.append(("说明", HTML.join(deadline.notes.map { HTML(text: $0) }, separator: "<br>")))
        }
        return """
            <li><h3>\(deadline.kind.title)：\(due)</h3>
            <dl>\(facts.map { name, value -> HTML in "<dt>\(name)</dt><dd>\(value)</dd>" })</dl></li>

            """
    }

    // MARK: The days one by one

    private static func replyCalendar(_ view: DeadlineView) -> HTML {
        guard case .due(let deadline, _) = view.reply, let months = try? MonthCalendar(deadline, in: view.calendar) else { return "" }
        return "<h2>答复期限逐日看</h2>\n\(months.render())"
    }

    private static func otherCalendars(_ view: DeadlineView) -> HTML {
        let others = view.deadlines.filter { $0.kind != .reply }.compactMap { deadline -> HTML? in
            guard let months = try? MonthCalendar(deadline, in: view.calendar) else { return nil }
            return
                "<details><summary>\(deadline.kind.title) <span class=\"quiet small\">自\(deadline.start.chinese)\(deadline.event)</span></summary>\n\(months.render())</details>\n"
        }
        return others.isEmpty ? "" : "<h2>其他期限逐日看</h2>\n\(HTML.join(others))"
    }
}
