import Law
import Office
import Web

/// What somebody typed to have deadlines counted, kept as typed.
struct DeadlineForm: Sendable {
    /// The fields, in the page's order; the raw value is the name in the address and the id on the page.
    enum Field: String, Sendable, CaseIterable {
        case received, channel, body
        case dispatched, served, method, outcome, outcome2
        case earlierDisclosed = "earlier-disclosed"
        case reviewDecided = "review-decided"
        case supplementAsked = "supplement-asked"
        case supplementNoticeReceived = "supplement-notice-received"
        case supplementUntil = "supplement-until"
        case supplementReceived = "supplement-received"
        case extended
        case extensionTold = "extension-told"
        case third1Asked = "third1-asked"
        case third1Delivered = "third1-delivered"
        case third1Answered = "third1-answered"
        case third2Asked = "third2-asked"
        case third2Delivered = "third2-delivered"
        case third2Answered = "third2-answered"
        case body1Asked = "body1-asked"
        case body1Delivered = "body1-delivered"
        case body1Answered = "body1-answered"
        case body1Role = "body1-role"
        case body2Asked = "body2-asked"
        case body2Delivered = "body2-delivered"
        case body2Answered = "body2-answered"
        case body2Role = "body2-role"
        case feeSent = "fee-sent"
        case feeNotified = "fee-notified"
        case feePaid = "fee-paid"
    }

    /// One row of those who are asked before a reply.
    struct ConsultationRow: Sendable {
        var asked: Field
        var delivered: Field
        var answered: Field
        /// Says whether the body made the information jointly; nil for a third party.
        var role: Field?
        /// 第一次
        var name: String
    }

    static let thirdParties = [
        ConsultationRow(asked: .third1Asked, delivered: .third1Delivered, answered: .third1Answered, name: "第一次"),
        ConsultationRow(asked: .third2Asked, delivered: .third2Delivered, answered: .third2Answered, name: "第二次"),
    ]
    static let otherBodies = [
        ConsultationRow(asked: .body1Asked, delivered: .body1Delivered, answered: .body1Answered, role: .body1Role, name: "第一次"),
        ConsultationRow(asked: .body2Asked, delivered: .body2Delivered, answered: .body2Answered, role: .body2Role, name: "第二次"),
    ]
    /// The role of a body that made the information jointly (article 34).
    static let jointRole = "joint"
    /// What a ticked box sends.
    static let ticked = "on"

    private let values: [Field: String]

    init(_ query: QueryString) {
        var values: [Field: String] = [:]
        for field in Field.allCases { values[field] = query.text(field.rawValue) }
        self.values = values
    }

    /// What was typed; nil where nothing was.
    func text(_ field: Field) -> String? { values[field] }

    var isEmpty: Bool { values.isEmpty }

    /// The day that was typed, where it can be read.
    func day(_ field: Field) -> Day? { values[field].flatMap(TypedDay.read) }

    func isTicked(_ field: Field) -> Bool { values[field] != nil }

    /// The shortest address with the same content: dates in one form, nothing that is empty.
    func path(editing: Bool = false) -> Address {
        var pairs: [(String, String)] = []
        for field in Field.allCases {
            guard let text = values[field] else { continue }
            let plain = field == .extended ? TypedDay.number(text).map { "\($0)" } : day(field)?.description
            pairs.append((field.rawValue, plain ?? text))
        }
        if editing { pairs.append((Self.editing, Self.ticked)) }
        return DeadlinePath.page().with(pairs)
    }

    /// Asks for the form with what was typed.
    static let editing = "edit"
    /// Says that the form was sent with nothing in it: so the page can ask for the day without twenty empty fields in its
    /// address.
    static let empty = "check"
}

extension DeadlineForm.Field {
    var title: String {
        switch self {
        case .received: "机关收到申请的日期"
        case .channel: "申请的提交方式"
        case .body: "收到申请的机关"
        case .dispatched: "机关发出答复的日期"
        case .served: "您收到答复的日期"
        case .method: "答复的送达方式"
        case .outcome: "答复结果"
        case .outcome2: "另一部分的答复结果"
        case .earlierDisclosed: "属于重复申请，以前的答复已经公开了这些信息"
        case .reviewDecided: "收到行政复议决定的日期"
        case .supplementAsked: "机关发出补正通知的日期"
        case .supplementNoticeReceived: "您收到补正通知的日期"
        case .supplementUntil: "补正通知写明的最后一天"
        case .supplementReceived: "机关收到补正材料的日期"
        case .extended: "延长的工作日数"
        case .extensionTold: "机关告知延长的日期"
        case .third1Asked, .third2Asked: "机关征求第三方意见的日期"
        case .third1Delivered, .third2Delivered: "第三方收到征求意见书的日期"
        case .third1Answered, .third2Answered: "机关收到第三方意见的日期"
        case .body1Asked, .body2Asked: "征求其他机关意见的日期"
        case .body1Delivered, .body2Delivered: "其他机关收到征求意见函的日期"
        case .body1Answered, .body2Answered: "收到其他机关意见的日期"
        case .body1Role, .body2Role: "该机关与信息的关系"
        case .feeSent: "机关发出收费通知的日期"
        case .feeNotified: "您收到收费通知的日期"
        case .feePaid: "缴费的日期"
        }
    }

    var isDay: Bool {
        switch self {
        case .channel, .body, .method, .body1Role, .body2Role, .extended, .outcome, .outcome2, .earlierDisclosed: false
        default: true
        }
    }
}
