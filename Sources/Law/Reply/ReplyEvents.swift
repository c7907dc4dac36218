/// What has happened to a request, as far as deadlines follow from it.
public struct ReplyEvents: Sendable, Equatable {
    /// The day of receipt in the sense of article 31.
    public var received: Day
    public var channel: ReceiptChannel?
    /// The notice that asks for a supplement (article 30).
    public var supplementNotice = LetterService()
    /// The last day that this notice names; nil where it names none.
    public var supplementUntil: Day?
    public var supplementReceived: Day?
    public var consultations: [Consultation] = []
    /// Working days by which the reply was extended: 1 to 20, once.
    public var extended: Int?
    /// The notice of the extension (article 33): it counts only where it was told before the period's end.
    public var extensionNotice = LetterService()
    public var feeNotice = LetterService()
    public var feePaid: Day?
    public var replyLetter = LetterService()
    /// What the reply says, ground by ground; empty where it is not known.
    public var parts: [ReplyPart] = []
    public var body: BodyKind = .department
    /// The day the applicant received the decision of an administrative review.
    public var reviewDecided: Day?
    /// A judgment or review decision that orders a new decision.
    public var order: NewDecisionOrder?

    public init(received: Day) {
        self.received = received
    }

    /// One of the events, to say which is wrong.
    public enum Event: String, Sendable, CaseIterable {
        case received, supplementAsked, supplementNoticeReceived, supplementUntil, supplementReceived, consulted, askedBody, extended,
            extensionTold, feeSent, feeNotified, feePaid, dispatched, served, reviewDecided, newDecisionOrdered

        public var title: String {
            switch self {
            case .received: "收到申请"
            case .supplementAsked: "要求补正"
            case .supplementNoticeReceived: "收到补正告知书"
            case .supplementUntil: "补正期限的最后一天"
            case .supplementReceived: "收到补正"
            case .consulted: "征求第三方意见"
            case .askedBody: "征求其他机关意见"
            case .extended: "延长答复"
            case .extensionTold: "告知延长答复"
            case .feeSent: "发出收费通知"
            case .feeNotified: "收到收费通知"
            case .feePaid: "缴费"
            case .dispatched: "发出答复"
            case .served: "送达"
            case .reviewDecided: "收到行政复议决定"
            case .newDecisionOrdered: "判决或者复议决定要求重新处理"
            }
        }
    }
}

/// A judgment or a review decision that orders the body to decide anew.
public struct NewDecisionOrder: Hashable, Sendable {
    public enum Source: String, Sendable, CaseIterable {
        case court, review
    }

    /// The day it took effect for the body.
    public let day: Day
    /// What it names, in working or in calendar days; 20 working days where it names none.
    public let period: Period?
    public let source: Source

    public init(_ day: Day, period: Period? = nil, source: Source = .court) {
        (self.day, self.period, self.source) = (day, period, source)
    }
}
