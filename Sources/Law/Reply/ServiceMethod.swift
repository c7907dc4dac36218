/// How a letter reaches the applicant, which decides on what day it counts as served (国办公开办函〔2016〕235号).
public enum ServiceMethod: String, Sendable, CaseIterable {
    case direct
    /// By the hands of another body.
    case entrusted
    case post
    case email
    case portal

    public var title: String {
        switch self {
        case .direct: "直接送达"
        case .entrusted: "委托其他机关送达"
        case .post: "邮寄送达"
        case .email: "电子邮件"
        case .portal: "网上平台"
        }
    }

    /// Which day is the day of service.
    public var rule: String {
        switch self {
        case .direct, .entrusted: "以受送达人签收之日为送达时间。"
        case .post: "以交邮之日为送达时间；应当通过邮政企业寄送，不得通过其他快递企业，不得由收件人付费。"
        case .email, .portal: "申请人要求以电子邮件、网上平台等方式答复的，以发出之日为送达时间。"
        }
    }
}
