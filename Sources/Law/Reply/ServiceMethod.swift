/// How a letter reaches the other side. The State Council office's answer 国办公开办函〔2016〕235号 names three ways; e-mail
/// and portal are judged by the nearest rule (民事诉讼法 article 90), which every sentence about them says.
package enum ServiceMethod: String, Sendable, CaseIterable {
    case direct
    /// By the hands of another body.
    case entrusted
    case post
    case email
    case portal

    package var title: String {
        switch self {
        case .direct: "直接送达"
        case .entrusted: "委托其他机关送达"
        case .post: "邮寄送达"
        case .email: "电子邮件"
        case .portal: "网上平台"
        }
    }

    /// True where the letter goes from hand to hand: the day it is signed for is the office's day and the other side's.
    package var isHandedOver: Bool { self == .direct || self == .entrusted }

    /// Which day decides whether the office was in time.
    package var dispatchRule: String {
        switch self {
        case .direct, .entrusted: "是否按期，看受送达人签收之日。"
        case .post: "是否按期，看交邮之日；应当通过邮政企业寄送，不得通过其他快递企业，不得由收件人付费。"
        case .email, .portal: "是否按期，看发出之日（国办公开办函〔2016〕235号没有规定这种方式，比照交邮之日）。"
        }
    }

    /// From which day the other side's own periods run.
    package var receiptRule: String {
        switch self {
        case .direct, .entrusted: "复议、起诉的期限从签收之日起算。"
        case .post: "复议、起诉的期限从申请人在回执上签收之日起算，不是交邮之日。"
        case .email, .portal: "复议、起诉的期限从到达申请人的系统之日起算（比照《民事诉讼法》第九十条，须经申请人同意）。"
        }
    }

    package var basis: [Basis] {
        switch self {
        case .direct, .entrusted, .post: [Basis(.serviceReply)]
        case .email, .portal: [Basis(.civilProcedureLaw, Article(90))]
        }
    }
}
