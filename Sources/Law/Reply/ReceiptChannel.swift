/// How a request came, which decides what its day of receipt is (article 31).
package enum ReceiptChannel: String, Sendable, CaseIterable {
    /// 当面提交
    case inPerson = "inperson"
    /// 邮寄（需签收）
    case post
    /// 平常信函
    case ordinaryPost = "ordinarypost"
    case internet
    case fax

    package var title: String {
        switch self {
        case .inPerson: "当面提交"
        case .post: "邮寄（挂号、快递等需签收）"
        case .ordinaryPost: "平常信函（无需签收）"
        case .internet: "互联网"
        case .fax: "传真"
        }
    }

    package var basis: Basis {
        switch self {
        case .inPerson: Basis(31, item: 1)
        case .post, .ordinaryPost: Basis(31, item: 2)
        case .internet, .fax: Basis(31, item: 3)
        }
    }

    /// Which day is the day of receipt, with the article that says so.
    package var rule: String {
        let article = basis.place ?? ""
        return switch self {
        case .inPerson: "当面提交的，提交之日为收到申请之日（\(article)）。"
        case .post: "邮寄的，行政机关签收之日为收到申请之日（\(article)）。"
        case .ordinaryPost: "以平常信函等无需签收的方式邮寄的，行政机关应当在收到当日与申请人确认，确认之日为收到申请之日（\(article)）。"
        case .internet, .fax: "通过互联网或者传真提交的，双方确认之日为收到申请之日（\(article)）。"
        }
    }
}
