/// The three groups of table four.
package enum ReviewGroup: String, Hashable, Sendable, CaseIterable {
    case reconsideration, litigationDirect, litigationAfterReconsideration

    package var title: String {
        switch self {
        case .reconsideration: "行政复议"
        case .litigationDirect: "行政诉讼·未经复议直接起诉"
        case .litigationAfterReconsideration: "行政诉讼·复议后起诉"
        }
    }

    /// The words of the group's own heading on the form.
    package var words: String {
        switch self {
        case .reconsideration: "行政复议"
        case .litigationDirect: "未经复议直接起诉"
        case .litigationAfterReconsideration: "复议后起诉"
        }
    }
}
