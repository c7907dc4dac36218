import Markup

/// The blocks of table two, each an item of article 20.
package enum ProactiveBlock: Int, Hashable, Sendable, CaseIterable {
    case documents = 1
    case licensing = 5
    case enforcement = 6
    case fees = 8
    case procurement = 9

    /// The item's number in Chinese: 一, 五, 六, 八, 九.
    package var item: String { ChineseNumeral.counting(rawValue) }

    /// The block's words on the form: 第二十条第（一）项.
    package var title: String { "第二十条第（\(item)）项" }

    /// The rows that the form has in this block, in its order.
    package func rows(_ form: ReportForm) -> [ProactiveRow] {
        switch self {
        case .licensing: form == .form2019 ? allRows : [.licensing]
        case .procurement: form == .form2019 ? allRows : []
        default: allRows
        }
    }

    /// The rows of both forms, in their order.
    package var allRows: [ProactiveRow] {
        switch self {
        case .documents: [.regulations, .normativeDocuments]
        case .licensing: [.licensing, .otherServices]
        case .enforcement: [.penalties, .coercion]
        case .fees: [.fees]
        case .procurement: [.procurement]
        }
    }

    /// The columns that the form has in this block, in its order.
    package func columns(_ form: ReportForm) -> [ProactiveColumn] {
        switch (self, form) {
        case (.documents, .form2019): [.made, .newlyDisclosed, .totalDisclosed]
        case (.documents, .form2021): [.made, .repealed, .inForce]
        case (.licensing, .form2019), (.enforcement, .form2019): [.previousYear, .change, .decisions]
        case (.licensing, .form2021), (.enforcement, .form2021): [.decisions]
        case (.fees, .form2019): [.previousYear, .change]
        case (.fees, .form2021): [.amount]
        case (.procurement, _): [.items, .amount]
        }
    }
}
