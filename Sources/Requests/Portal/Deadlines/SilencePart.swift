import Law
import Markup
import Office
import Web

/// 没有收到答复怎么办, in plain words.
enum SilencePart {
    static func render(_ view: DeadlineView) -> HTML {
        guard view.served == nil else { return "" }
        return """
            <h2 id="silence">没有收到答复怎么办</h2>
            \(view.silence.map { what($0, view) } ?? "<p class=\"prose\">答复期限推算出来以后，这里会写明从哪一天起、到哪一天为止可以申请行政复议或者起诉。</p>\n")
            <p class="prose">向主管部门反映没有期限：可以向政府信息公开工作主管部门（一般是上一级或者本级政府的办公厅、办公室）提出，查证属实的，由它督促整改。也可以投诉、举报。依据：\(DeadlineWords.bases([Basis(47, paragraph: 2), Basis(51)]))。</p>
            """
    }

    private static func what(_ silence: Silence, _ view: DeadlineView) -> HTML {
        let calendar = view.calendar
        return """
            <p class="prose">到\(DeadlineWords.day(silence.due, in: calendar))结束时还没有收到答复的，从\(DeadlineWords.day(silence.from, in: calendar))起，\(silence.way.route.title)。</p>
            \(silence.confirmed.map { doubt(silence.way.remedy, $0, calendar) })
            \(FactList(RemedyFacts.facts(silence.way.remedy, silence.way, view, notes: silence.confirmed == nil), caption: "没有收到答复时的救济"))
            """
    }

    /// The rule's text has not been seen: what holds without it, and what speaks against it, stands beside it.
    private static func doubt(_ remedy: Remedy, _ before: RemedyWay, _ calendar: WorkdayCalendar) -> HTML {
        let sue: HTML? = (try? before.lawsuit?.get()).map { "，起诉的最后一天是\(DeadlineWords.day($0, in: calendar))" }
        return """
            <div class="inset warning"><p><strong class="tag warning">待确认</strong> “没有答复也要先申请行政复议”这一规则出自\(DeadlineWords.bases(remedy.sources.prefix(1).map { $0 }))，尚未见到条文原文。如果不适用，按此前的规则\(before.route.title)\(sue)。先申请行政复议，两种规则下都可以。\(remedy.remarks.joined())</p></div>
            """
    }
}

/// A reply that left the office: in time or late, and what may be done about it.
enum ServedPart {
    static func timeliness(_ view: DeadlineView) -> HTML {
        guard let reply = view.served, case .due = view.reply, let isLate = reply.isLate else { return "" }
        let how = reply.officeDay.map { "答复于\(DeadlineWords.plain($0))\(reply.officeDay == reply.received ? "送达" : "发出")" }
        let words: HTML
        if !isLate {
            words = "<span class=\"tag notice\">按期</span> \(how ?? reply.received.map { "答复于\(DeadlineWords.plain($0))收到" })，在期限以内。"
        } else if let late = reply.workdaysLate, late > 0 {
            words = "<span class=\"tag error\">逾期</span> \(how)，已逾期 \(late) 个工作日。"
        } else {
            words = "<span class=\"tag error\">逾期</span> \(how)，晚于答复期限。"
        }
        return "<p>\(words)</p>\n"
    }

    static func render(_ view: DeadlineView) -> HTML {
        guard let reply = view.served, !reply.parts.isEmpty else { return "" }
        let pending: HTML =
            reply.received == nil ? "<p class=\"prose\">复议、起诉的期限从收到答复之日起算。收到以后，请填写您收到答复的日期。</p>\n" : ""
        return """
            <h2 id="remedy">对答复不服怎么办</h2>
            \(pending)\(reply.parts.map { part($0, isOne: reply.parts.count == 1, view) })
            """
    }

    private static func part(_ part: ServedReply.Part, isOne: Bool, _ view: DeadlineView) -> HTML {
        let name = part.outcome?.title ?? "答复"
        let route = (part.way?.route ?? part.remedy.route).title
        let lead = part.outcome == .granted ? "认为提供的内容与申请不符、不完整或者有误的，\(route)。" : "\(route)。"
        let heading: HTML = isOne ? "" : "<h3>“\(name)”的部分</h3>\n"
        return """
            \(heading)<p class="prose">\(lead)</p>
            \(FactList(RemedyFacts.facts(part.remedy, part.way, view), caption: isOne ? "对答复不服的救济" : "对“\(name)”不服的救济"))

            """
    }
}

/// The way on as a small table: until when, with whom, on what basis.
enum RemedyFacts {
    static func facts(_ remedy: Remedy, _ way: RemedyWay?, _ view: DeadlineView, notes: Bool = true) -> [(name: String, value: HTML)] {
        let assumed = view.form.body == nil ? "（没有填写，按此推算）" : ""
        var facts: [(name: String, value: HTML)] = [("机关", "\(view.events.body.title)\(assumed)；下面的“本机关”“本级”都就这一机关而言")]
        if let days = remedy.reviewDays {
            let last: HTML = way?.review.map { "最后一天：\(Self.last($0, view))（\(days)日）" } ?? "收到答复之日起\(days)日内"
            facts.append(("申请行政复议", "\(last)<br>向\(remedy.reviewBody)申请"))
        }
        if let lawsuit = lawsuit(remedy, way, view) { facts.append(("提起行政诉讼", "\(lawsuit)<br>向\(remedy.court)起诉")) }
        facts.append(("依据", HTML(text: DeadlineWords.bases(remedy.sources))))
        if notes, !remedy.notes.isEmpty { facts.append(("说明", HTML.join(remedy.notes.map { HTML(text: $0) }, separator: "<br>"))) }
        return facts
    }

    private static func lawsuit(_ remedy: Remedy, _ way: RemedyWay?, _ view: DeadlineView) -> HTML? {
        // Once the review is decided, its day is the one that counts.
        if remedy.lawsuit != nil, let decided = view.events.reviewDecided,
            let deadline = view.deadlines.first(where: { $0.kind == .lawsuit && $0.start == decided })
        {
            return "最后一天：\(last(deadline.due, view))（自\(deadline.event)次日起\(deadline.period.description)）"
        }
        switch remedy.lawsuit {
        case .months(let months)?:
            guard let way else { return "收到答复之日起\(months)个月内" }
            return way.lawsuit.map { "最后一天：\(last($0, view))（\(way.toSue?.description)）" }
        case .afterReview(let days)?: return "先经行政复议。收到复议决定后\(days)日内起诉；复议机关不受理或者逾期不作决定的，从收到不予受理决定或者复议期满起\(days)日内起诉"
        case nil: return nil
        }
    }

    private static func last(_ day: Result<Day, CalendarError>, _ view: DeadlineView) -> HTML {
        "<strong>\(DeadlineWords.day(day, in: view.calendar))</strong>"
    }
}
