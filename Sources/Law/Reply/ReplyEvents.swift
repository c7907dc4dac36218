/// What has happened to a request, as far as deadlines follow from it.
package struct ReplyEvents: Sendable, Equatable {
    /// The day of receipt in the sense of article 31.
    package var received: Day
    package var channel: ReceiptChannel?
    /// The notice that asks for a supplement (article 30).
    package var supplementNotice = LetterService()
    /// The last day that this notice names; nil where it names none.
    package var supplementUntil: Day?
    package var supplementReceived: Day?
    package var consultations: [Consultation] = []
    /// Working days by which the reply was extended: 1 to 20, once.
    package var extended: Int?
    /// The notice of the extension (article 33): it counts only where it was told before the period's end.
    package var extensionNotice = LetterService()
    package var feeNotice = LetterService()
    package var feePaid: Day?
    package var replyLetter = LetterService()
    /// What the reply says, ground by ground; empty where it is not known.
    package var parts: [ReplyPart] = []
    package var body: BodyKind = .department
    /// The day the applicant received the decision of an administrative review.
    package var reviewDecided: Day?
    /// A judgment or review decision that orders a new decision.
    package var order: NewDecisionOrder?

    package init(received: Day) {
        self.received = received
    }

    /// One of the events, to say which is wrong.
    package enum Event: String, Sendable, CaseIterable {
        case received, supplementAsked, supplementNoticeReceived, supplementUntil, supplementReceived, consulted, askedBody, extended,
            extensionTold, feeSent, feeNotified, feePaid, dispatched, served, reviewDecided, newDecisionOrdered

        package var title: String {
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
package struct NewDecisionOrder: Hashable, Sendable {
    package enum Source: String, Sendable, CaseIterable {
        case court, review
    }

    /// The day it took effect for the body.
    package let day: Day
    /// What it names, in working or in calendar days; 20 working days where it names none.
    package let period: Period?
    package let source: Source

    package init(_ day: Day, period: Period? = nil, source: Source = .court) {
        (self.day, self.period, self.source) = (day, period, source)
    }
}
