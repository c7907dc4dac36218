/// The rows of table two, in the form's order.
package enum ProactiveRow: String, Hashable, Sendable, CaseIterable {
    case regulations, normativeDocuments, licensing, otherServices, penalties, coercion, fees, procurement

    package var block: ProactiveBlock {
        switch self {
        case .regulations, .normativeDocuments: .documents
        case .licensing, .otherServices: .licensing
        case .penalties, .coercion: .enforcement
        case .fees: .fees
        case .procurement: .procurement
        }
    }

    /// The row's words on the form.
    package func words(_ form: ReportForm) -> String {
        switch self {
        case .regulations: "规章"
        case .normativeDocuments: form == .form2019 ? "规范性文件" : "行政规范性文件"
        case .licensing: "行政许可"
        case .otherServices: "其他对外管理服务事项"
        case .penalties: "行政处罚"
        case .coercion: "行政强制"
        case .fees: "行政事业性收费"
        case .procurement: "政府集中采购"
        }
    }

    package var title: String { words(.form2019) }
}
