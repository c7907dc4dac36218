import Law
import Markup
import Office
import Terminal

/// Deadlines as the command line tells them.
struct DeadlineSheet {
    let period: ReplyPeriod
    let deadlines: [Deadline]

    private var calendar: WorkdayCalendar { period.calendar }

    init(_ period: ReplyPeriod, deadlines: [Deadline]) {
        (self.period, self.deadlines) = (period, deadlines)
    }

    /// Why some deadlines cannot be told, each reason once.
    var problems: [String] {
        var problems: [String] = []
        for deadline in deadlines {
            if case .failure(let error) = deadline.due {
                let text = "\(deadline.kind.title)：\(error)"
                if !problems.contains(text) { problems.append(text) }
            }
        }
        return problems
    }

    // MARK: JSON

    var json: JSONValue {
        let findings = period.findings.map { finding -> JSONValue in
            [
                "id": .string(finding.kind.rawValue), "message": .string(finding.message),
                "basis": .array(finding.basis.map { .string($0.description) }),
            ]
        }
        return [
            "deadlines": .array(deadlines.map(json)), "isLate": period.isLate.map { .bool($0) } ?? .null, "findings": .array(findings),
        ]
    }

    /// The answer where the events cannot be so.
    static func json(errors: [EventError]) -> JSONValue {
        [
            "deadlines": [],
            "errors": .array(errors.map { ["event": .string($0.event.rawValue), "error": .string($0.description)] }),
        ]
    }

    private func json(_ deadline: Deadline) -> JSONValue {
        var members: [JSONValue.Member] = []
        func add(_ key: String, _ value: JSONValue) { members.append(.init(key: key, value: value)) }
        add("kind", .string(deadline.kind.rawValue))
        switch deadline.due {
        case .success(let day): add("due", .string(day.description))
        case .failure(let error):
            add("due", nil)
            add("error", .string(error.description))
        }
        if let other = deadline.alternative { add("alternative", .string(other.description)) }
        add("articles", .array(deadline.articles.map { .string($0.description) }))
        add("counted", JSONValue(deadline.period.count))
        add("start", .string(deadline.start.description))
        add("event", .string(deadline.event))
        add("basis", .array(deadline.basis.map { .string($0.description) }))
        add("notes", .array(deadline.notes.map { .string($0) }))
        if deadline.isProvisional { add("provisional", true) }
        add("days", .array(days(deadline).map(json)))
        return .object(members)
    }

    private func json(_ day: CountedDay) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(key: "day", value: .string(day.day.description)), .init(key: "counts", value: .bool(day.counts)),
        ]
        if let ordinal = day.ordinal { members.append(.init(key: "ordinal", value: JSONValue(ordinal))) }
        if let reason = day.reason { members.append(.init(key: "reason", value: .string(reason))) }
        if calendar.isProvisional(day.day) { members.append(.init(key: "provisional", value: true)) }
        return .object(members)
    }

    /// None where the calendar cannot tell the deadline: `problems` says so.
    private func days(_ deadline: Deadline) -> [CountedDay] {
        (try? deadline.days(in: calendar)) ?? []
    }

    // MARK: Text

    func text(explain: Bool) -> String {
        let events = period.events
        var lines = ["收到申请：\(events.received.chinese)（\(events.received.weekdayName)）"]
        lines += [timeliness].compactMap { $0 }
        lines += period.findings.map { "注意：\($0.message)（\($0.basis.map(\.description).joined(separator: "；"))）" }
        if let awaited = period.awaited { lines.append(why(awaited)) }
        for deadline in deadlines {
            lines.append("")
            switch deadline.due {
            case .success(let day):
                lines.append(
                    "\(deadline.kind.title)：\(day.chinese)（\(day.weekdayName)）\(deadline.isProvisional ? "（暂定：含放假安排未知的日期）" : "")")
            case .failure(let error): lines.append("\(deadline.kind.title)：无法计算。\(error)")
            }
            lines.append("  自\(deadline.event)（\(deadline.start)）次日起\(deadline.period)")
            lines.append("  依据：" + deadline.basis.map(\.description).joined(separator: "；"))
            lines += deadline.notes.map { "  \($0)" }
            if explain { lines += days(deadline).map(line) }
        }
        return lines.joined(separator: "\n")
    }

    /// Whether the reply was in time; nil where there is none.
    private var timeliness: String? {
        guard period.events.replyLetter.leftBy != nil else { return nil }
        return switch period.isLate {
        case false?: "答复：按期"
        case true?: "答复：逾期"
        case nil: "答复：是否按期还不能判断"
        }
    }

    /// Why there is no deadline of the reply.
    private func why(_ awaited: ReplyEvents.Event) -> String {
        switch awaited {
        case .feePaid: "尚未缴费：答复期限自缴费次日起重新计算，现在还不能计算。"
        case .supplementReceived: "尚未收到补正：答复期限自收到补正次日起计算，现在还不能计算。"
        default: "其他机关尚未答复意见，也没有给它们定期限：答复期限现在还不能计算。"
        }
    }

    private func line(_ day: CountedDay) -> String {
        let what = day.ordinal.map { "第\($0)日" } ?? day.reason.map { "不算：\($0)" } ?? "最后一日"
        return "    \(day.day) \(day.day.weekdayName) \(what)\(calendar.isProvisional(day.day) ? "（暂定）" : "")"
    }
}
