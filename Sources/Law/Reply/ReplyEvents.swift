/// What has happened to a request, as far as deadlines follow from it.
public struct ReplyEvents: Sendable, Equatable {
    /// The day of receipt in the sense of article 31.
    public var received: Day
    public var channel: ReceiptChannel?
    public var supplementAsked: Day?
    public var supplementReceived: Day?
    public var consultations: [Consultation] = []
    /// Working days by which the reply was extended: 1 to 20, once.
    public var extended: Int?
    public var feeNotified: Day?
    public var feePaid: Day?
    /// The day the reply was served.
    public var served: Day?
    public var outcome: Outcome?
    /// The article that the reply rests on, where it differs from the outcome's own.
    public var article: Article?
    public var body: BodyKind = .department
    /// The day the applicant received the decision of an administrative review.
    public var reviewDecided: Day?
    /// A judgment or review decision that orders a new decision, and the working days that it gives (20 where it names none).
    public var newDecisionOrdered: Day?
    public var newDecisionDays: Int?

    public init(received: Day) {
        self.received = received
    }

    /// One of the events, to say which is wrong.
    public enum Event: String, Sendable, CaseIterable {
        case received, supplementAsked, supplementReceived, consulted, askedBody, extended, feeNotified, feePaid, served, reviewDecided,
            newDecisionOrdered

        public var title: String {
            switch self {
            case .received: "收到申请"
            case .supplementAsked: "要求补正"
            case .supplementReceived: "收到补正"
            case .consulted: "征求第三方意见"
            case .askedBody: "征求其他机关意见"
            case .extended: "延长答复"
            case .feeNotified: "收到收费通知"
            case .feePaid: "缴费"
            case .served: "送达"
            case .reviewDecided: "收到行政复议决定"
            case .newDecisionOrdered: "判决或者复议决定要求重新处理"
            }
        }
    }
}

/// Events that cannot be so.
public enum EventError: Error, Hashable, Sendable, CustomStringConvertible {
    case notInForce(ReplyEvents.Event, NotInForce)
    /// An event needs another that is not given.
    case missing(ReplyEvents.Event, for: ReplyEvents.Event)
    /// An event lies before the one that it follows.
    case order(ReplyEvents.Event, Day, after: ReplyEvents.Event, Day)
    /// The answer lies before the question.
    case answerFirst(ReplyEvents.Event, asked: Day, answered: Day)
    case extensionLength(Int)

    /// The event that is wrong.
    public var event: ReplyEvents.Event {
        switch self {
        case .notInForce(let event, _), .missing(_, let event), .order(let event, _, _, _), .answerFirst(let event, _, _): event
        case .extensionLength: .extended
        }
    }

    public var description: String {
        switch self {
        case .notInForce(let event, let error): "\(event.title)：\(error)"
        case .missing(let needed, let event): "有\(event.title)的日期，却没有\(needed.title)的日期。请一并填写。"
        case .order(let event, let day, let earlier, let earlierDay):
            "\(event.title)（\(day)）早于\(earlier.title)（\(earlierDay)）。请核对两个日期。"
        case .answerFirst(let event, let asked, let answered): "\(event.title)：答复日（\(answered)）早于征求日（\(asked)）。请核对。"
        case .extensionLength(let n): "延长\(n)个工作日不符合第三十三条：延长的期限为1至20个工作日，只能延长一次。"
        }
    }
}

extension ReplyEvents {
    /// Everything that is wrong with them, in the order of the events; empty where all can be so.
    public var errors: [EventError] {
        var errors: [EventError] = []
        func check(_ statute: Statute, _ event: Event, _ day: Day?) {
            guard let day else { return }
            do { try NotInForce.check(statute, on: day) } catch { errors.append(.notInForce(event, error)) }
        }
        func follows(_ event: Event, _ day: Day?, _ earlier: Event, _ earlierDay: Day?, isNeeded: Bool = true) {
            guard let day else { return }
            guard let earlierDay else {
                if isNeeded { errors.append(.missing(earlier, for: event)) }
                return
            }
            if day < earlierDay { errors.append(.order(event, day, after: earlier, earlierDay)) }
        }
        check(.regulation, .received, received)
        follows(.supplementAsked, supplementAsked, .received, received)
        follows(.supplementReceived, supplementReceived, .supplementAsked, supplementAsked)
        for consultation in consultations {
            let event = consultation.kind == .thirdParty ? Event.consulted : .askedBody
            follows(event, consultation.asked, .received, received)
            if let answered = consultation.answered, answered < consultation.asked {
                errors.append(.answerFirst(event, asked: consultation.asked, answered: answered))
            }
        }
        if let extended, !(1...20).contains(extended) { errors.append(.extensionLength(extended)) }
        check(.feeMeasures, .feeNotified, feeNotified)
        follows(.feeNotified, feeNotified, .received, received)
        follows(.feePaid, feePaid, .feeNotified, feeNotified)
        follows(.served, served, .received, received)
        follows(.reviewDecided, reviewDecided, .served, served, isNeeded: false)
        follows(.newDecisionOrdered, newDecisionOrdered, .served, served, isNeeded: false)
        if served == nil {
            follows(.reviewDecided, reviewDecided, .received, received)
            follows(.newDecisionOrdered, newDecisionOrdered, .received, received)
        }
        return errors
    }
}
