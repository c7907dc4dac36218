/// The five cells of a group of table four, in the form's order.
package enum ReviewOutcome: String, Hashable, Sendable, CaseIterable {
    case upheld, corrected, other, pending, total

    package var title: String {
        switch self {
        case .upheld: "结果维持"
        case .corrected: "结果纠正"
        case .other: "其他结果"
        case .pending: "尚未审结"
        case .total: "总计"
        }
    }
}
