import Law
import Office
import Web

extension DeadlineForm {
    /// What the form says of a request, with whatever is wrong about it, field by field.
    struct Reading: Sendable {
        /// Nil where something is wrong.
        var events: ReplyEvents?
        var problems = Problems()
    }

    /// Reads every field and asks the law whether the events can be so.
    func read() -> Reading {
        var problems: [(field: Field, message: String)] = []
        for field in Field.allCases where field.isDay {
            guard let text = text(field), day(field) == nil else { continue }
            problems.append((field, "\(field.title)：「\(text)」不是能辨认的日期。请写成 2026-11-21 或 2026年11月21日。"))
        }
        if text(.received) == nil { problems.append((.received, "请填写机关收到申请的日期。")) }
        if let text = text(.extended), TypedDay.number(text) == nil {
            problems.append((.extended, "延长的工作日数应为 1 至 20 的数字，现在写的是「\(text)」。"))
        }
        let unknown: [(Field, Bool)] = [
            (.channel, channel == nil), (.body, body == nil), (.method, method == nil), (.outcome, outcome(.outcome) == nil),
            (.outcome2, outcome(.outcome2) == nil),
            (.body1Role, text(.body1Role) != Self.jointRole), (.body2Role, text(.body2Role) != Self.jointRole),
        ]
        for (field, isUnknown) in unknown where isUnknown && text(field) != nil {
            problems.append((field, "\(field.title)：请从列表中选择一项。"))
        }
        for row in Self.thirdParties + Self.otherBodies where text(row.asked) == nil {
            guard let given = [row.answered, row.delivered].first(where: { text($0) != nil }) else { continue }
            problems.append((row.asked, "有\(given.title)，却没有\(row.asked.title)。请一并填写。"))
        }
        if text(.outcome) == nil, text(.outcome2) != nil {
            problems.append((.outcome, "有\(Field.outcome2.title)，却没有\(Field.outcome.title)。请一并填写。"))
        }
        if isTicked(.earlierDisclosed), !parts.contains(where: { $0.ground == .repeatedDisclosed }) {
            problems.append((.earlierDisclosed, "勾选了“\(Field.earlierDisclosed.title)”，答复结果却不是“\(Outcome.declinedRepeated.title)”。请核对。"))
        }
        guard let events else { return Reading(problems: sorted(problems)) }
        // What rests on a field that cannot be read says nothing that its own problem does not.
        let unreadable = Set(problems.map(\.field))
        var used: Set<Field> = []
        for error in events.errors {
            let field = field(of: error, besides: used)
            if unreadable.contains(field) { continue }
            used.insert(field)
            problems.append((field, error.description))
        }
        return Reading(events: problems.isEmpty ? events : nil, problems: sorted(problems))
    }

    /// In the order of the page, so that the summary reads like the form.
    private func sorted(_ problems: [(field: Field, message: String)]) -> Problems {
        Problems(
            Field.allCases.flatMap { field in
                problems.filter { $0.field == field }.map { Problem($0.message, at: field.rawValue) }
            })
    }

    var channel: ReceiptChannel? { text(.channel).flatMap(ReceiptChannel.init) }
    var body: BodyKind? { text(.body).flatMap(BodyKind.init) }
    var method: ServiceMethod? { text(.method).flatMap(ServiceMethod.init) }
    func outcome(_ field: Field) -> Outcome? { text(field).flatMap(Outcome.init) }

    /// What the reply decides, part by part.
    var parts: [ReplyPart] {
        [Field.outcome, .outcome2].compactMap { field in
            outcome(field).map { ReplyPart($0, earlierDisclosed: isTicked(.earlierDisclosed)) }
        }
    }

    /// The events as far as they can be read. Where the day of receipt is missing the earliest day stands in, so that
    /// what is wrong with the others is told at once.
    private var events: ReplyEvents? {
        let days = Field.allCases.filter(\.isDay).compactMap(day)
        guard let received = day(.received) ?? days.min() ?? Statute.regulation.since else { return nil }
        var events = ReplyEvents(received: received)
        events.channel = channel
        events.supplementNotice = LetterService(dispatched: day(.supplementAsked), received: day(.supplementNoticeReceived))
        events.supplementUntil = day(.supplementUntil)
        events.supplementReceived = day(.supplementReceived)
        events.consultations = (Self.thirdParties + Self.otherBodies).compactMap { row in
            day(row.asked).map { Consultation(kind(row), asked: $0, delivered: day(row.delivered), answered: day(row.answered)) }
        }
        events.extended = text(.extended).flatMap(TypedDay.number)
        events.extensionNotice.dispatched = day(.extensionTold)
        events.feeNotice = LetterService(dispatched: day(.feeSent), received: day(.feeNotified))
        events.feePaid = day(.feePaid)
        events.replyLetter = LetterService(method: method, dispatched: day(.dispatched), received: day(.served))
        events.parts = parts
        if let body { events.body = body }
        events.reviewDecided = day(.reviewDecided)
        return events
    }

    private func kind(_ row: ConsultationRow) -> Consultation.Kind {
        guard let role = row.role else { return .thirdParty }
        return text(role) == Self.jointRole ? .jointMaker : .otherBody(workdays: nil)
    }

    // MARK: Where an error belongs

    /// The field to mend: of an event that needs another, the one that is missing.
    private func field(of error: EventError, besides used: Set<Field>) -> Field {
        switch error {
        case .missing(let needed, _): field(of: needed)
        case .order(let event, let day, _, _):
            row(event) { self.day($0.asked) == day && !used.contains($0.asked) }?.asked ?? field(of: event)
        case .answerFirst(let event, let asked, let answered):
            row(event) { self.day($0.asked) == asked && self.day($0.delivered) == answered && !used.contains($0.delivered) }?.delivered
                ?? row(event) { self.day($0.asked) == asked && self.day($0.answered) == answered && !used.contains($0.answered) }?.answered
                ?? field(of: event)
        case .notInForce, .extensionLength: field(of: error.event)
        }
    }

    private func row(_ event: ReplyEvents.Event, where fits: (ConsultationRow) -> Bool) -> ConsultationRow? {
        switch event {
        case .consulted: Self.thirdParties.first(where: fits)
        case .askedBody: Self.otherBodies.first(where: fits)
        default: nil
        }
    }

    private func field(of event: ReplyEvents.Event) -> Field {
        switch event {
        case .received: .received
        case .supplementAsked: .supplementAsked
        case .supplementNoticeReceived: .supplementNoticeReceived
        case .supplementUntil: .supplementUntil
        case .supplementReceived: .supplementReceived
        case .consulted: .third1Asked
        case .askedBody: .body1Asked
        case .extended: .extended
        case .extensionTold: .extensionTold
        case .feeSent: .feeSent
        case .feeNotified: .feeNotified
        case .feePaid: .feePaid
        case .dispatched: .dispatched
        // The form asks for no judgment that orders a new decision.
        case .served, .newDecisionOrdered: .served
        case .reviewDecided: .reviewDecided
        }
    }
}
