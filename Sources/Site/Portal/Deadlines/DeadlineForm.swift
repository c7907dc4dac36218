import Law

/// What somebody typed to have deadlines counted, kept as typed.
struct DeadlineForm: Sendable {
    /// The fields, in the page's order; the raw value is the name in the address and the id on the page.
    enum Field: String, Sendable, CaseIterable {
        case received, channel, body
        case supplementAsked = "supplement-asked"
        case supplementReceived = "supplement-received"
        case third1Asked = "third1-asked"
        case third1Answered = "third1-answered"
        case third2Asked = "third2-asked"
        case third2Answered = "third2-answered"
        case body1Asked = "body1-asked"
        case body1Answered = "body1-answered"
        case body1Role = "body1-role"
        case body2Asked = "body2-asked"
        case body2Answered = "body2-answered"
        case body2Role = "body2-role"
        case extended
        case feeNotified = "fee-notified"
        case feePaid = "fee-paid"
        case served, outcome
        case reviewDecided = "review-decided"
        case provisional
    }

    /// One row of those who are asked before a reply.
    struct ConsultationRow: Sendable {
        var asked: Field
        var answered: Field
        /// Says whether the body made the information jointly; nil for a third party.
        var role: Field?
        /// 第一次
        var name: String
    }

    static let thirdParties = [
        ConsultationRow(asked: .third1Asked, answered: .third1Answered, name: "第一次"),
        ConsultationRow(asked: .third2Asked, answered: .third2Answered, name: "第二次"),
    ]
    static let otherBodies = [
        ConsultationRow(asked: .body1Asked, answered: .body1Answered, role: .body1Role, name: "第一次"),
        ConsultationRow(asked: .body2Asked, answered: .body2Answered, role: .body2Role, name: "第二次"),
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

    var isProvisional: Bool { values[.provisional] != nil }

    /// The shortest address with the same content: dates in one form, nothing that is empty.
    func path(provisional: Bool? = nil, editing: Bool = false) -> String {
        var pairs: [(String, String)] = []
        for field in Field.allCases where field != .provisional {
            guard let text = values[field] else { continue }
            let plain = field == .extended ? TypedDay.number(text).map { "\($0)" } : day(field)?.description
            pairs.append((field.rawValue, plain ?? text))
        }
        if provisional ?? isProvisional { pairs.append((Field.provisional.rawValue, Self.ticked)) }
        if editing { pairs.append(("edit", Self.ticked)) }
        return Link.to("/deadlines", pairs)
    }
}

extension DeadlineForm.Field {
    var title: String {
        switch self {
        case .received: "收到申请之日"
        case .channel: "收到方式"
        case .body: "机关类型"
        case .supplementAsked: "要求补正之日"
        case .supplementReceived: "收到补正之日"
        case .third1Asked, .third2Asked: "征求第三方意见之日"
        case .third1Answered, .third2Answered: "收到第三方意见之日"
        case .body1Asked, .body2Asked: "征求其他机关意见之日"
        case .body1Answered, .body2Answered: "收到其他机关意见之日"
        case .body1Role, .body2Role: "该机关与信息的关系"
        case .extended: "延长答复的工作日数"
        case .feeNotified: "收到收费通知之日"
        case .feePaid: "缴费之日"
        case .served: "答复送达之日"
        case .outcome: "答复结果"
        case .reviewDecided: "收到复议决定之日"
        case .provisional: "按周末暂定"
        }
    }

    var isDay: Bool {
        switch self {
        case .channel, .body, .body1Role, .body2Role, .extended, .outcome, .provisional: false
        default: true
        }
    }
}
