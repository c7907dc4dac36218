import Markup

/// The two statutory forms of the annual report (Regulation, article 50).
package enum ReportForm: String, Hashable, Sendable, CaseIterable {
    /// 国办公开办函〔2019〕60号: reports on 2019 and 2020.
    case form2019 = "2019"
    /// 国办公开办函〔2021〕30号: reports on 2021 and later.
    case form2021 = "2021"

    /// The form that a report on that year must follow.
    package init(year: Int) {
        self = year >= 2021 ? .form2021 : .form2019
    }

    /// The notice that prescribes it.
    package var notice: String {
        switch self {
        case .form2019: "国办公开办函〔2019〕60号"
        case .form2021: "国办公开办函〔2021〕30号"
        }
    }

    package var other: ReportForm { self == .form2019 ? .form2021 : .form2019 }
}

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

/// The columns of table two, of both forms.
package enum ProactiveColumn: String, Hashable, Sendable, CaseIterable {
    case made, newlyDisclosed, totalDisclosed, repealed, inForce, previousYear, change, decisions, items, amount

    /// The column's words in a block of a form.
    package func words(_ block: ProactiveBlock, _ form: ReportForm) -> String {
        switch self {
        case .made: form == .form2019 ? "本年新制作数量" : "本年制发件数"
        case .newlyDisclosed: "本年新公开数量"
        case .totalDisclosed: "对外公开总数量"
        case .repealed: "本年废止件数"
        case .inForce: "现行有效件数"
        case .previousYear: "上一年项目数量"
        case .change: "本年增/减"
        case .decisions: form == .form2019 ? "处理决定数量" : "本年处理决定数量"
        case .items: "采购项目数量"
        case .amount: block == .procurement ? "采购总金额" : "本年收费金额（单位：万元）"
        }
    }

    package var title: String {
        switch self {
        case .made: "本年新制作（制发）数量"
        case .amount: "金额"
        default: words(.documents, .form2019)
        }
    }
}

/// The columns of table three, in the form's order.
package enum ApplicantKind: String, Hashable, Sendable, CaseIterable {
    case naturalPerson, business, research, socialOrganization, legalService, otherOrganization, total

    /// The six kinds without the total.
    package static let kinds: [ApplicantKind] = Array(allCases.dropLast())

    /// The column's words on the form.
    package var title: String {
        switch self {
        case .naturalPerson: "自然人"
        case .business: "商业企业"
        case .research: "科研机构"
        case .socialOrganization: "社会公益组织"
        case .legalService: "法律服务机构"
        case .otherOrganization: "其他"
        case .total: "总计"
        }
    }
}

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
