/// The three statutory tables.
package enum TableName: String, Hashable, Sendable, CaseIterable {
    case proactive, requests, reviews

    /// 表二, 表三, 表四 by the names that the report's sections give them.
    package var title: String {
        switch self {
        case .proactive: "主动公开政府信息情况（表二）"
        case .requests: "收到和处理政府信息公开申请情况（表三）"
        case .reviews: "政府信息公开行政复议、行政诉讼情况（表四）"
        }
    }

    /// 表二, 表三, 表四.
    package var number: String {
        switch self {
        case .proactive: "表二"
        case .requests: "表三"
        case .reviews: "表四"
        }
    }
}

/// A row of one of the tables; in table four a group of five cells counts as a row.
package enum RowName: Hashable, Sendable {
    case proactive(ProactiveRow)
    case requests(RequestRow)
    case reviews(ReviewGroup)

    package var table: TableName {
        switch self {
        case .proactive: .proactive
        case .requests: .requests
        case .reviews: .reviews
        }
    }

    /// The row's words on the form.
    package var title: String {
        switch self {
        case .proactive(let row): row.title
        case .requests(let row): row.title
        case .reviews(let group): group.title
        }
    }
}

/// A column of one of the tables.
package enum ColumnName: Hashable, Sendable {
    case proactive(ProactiveColumn)
    case applicant(ApplicantKind)
    case outcome(ReviewOutcome)

    package var key: String {
        switch self {
        case .proactive(let c): c.rawValue
        case .applicant(let c): c.rawValue
        case .outcome(let c): c.rawValue
        }
    }

    /// The column's words on the form.
    package var title: String {
        switch self {
        case .proactive(let c): c.title
        case .applicant(let c): c.title
        case .outcome(let c): c.title
        }
    }
}

/// The name of a cell, as findings and contributions say it: `requests.granted.total`.
package struct CellName: Hashable, Sendable, CustomStringConvertible {
    package var row: RowName
    package var column: ColumnName

    package init(_ row: RowName, _ column: ColumnName) {
        self.row = row
        self.column = column
    }

    package var description: String { row.description + "." + column.key }

    /// In words: 表三「（一）予以公开」自然人.
    package var title: String { "「\(row.title)」\(column.title)" }
}

extension RowName: CustomStringConvertible {
    package var description: String {
        switch self {
        case .proactive(let r): "proactive." + r.rawValue
        case .requests(let r): "requests." + r.key
        case .reviews(let g): "reviews." + g.rawValue
        }
    }

    /// Reads `requests.granted`; nil for a name that no form has.
    package init?(_ text: some StringProtocol) {
        let parts = String(text).split(separator: "." as Character, omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2 else { return nil }
        switch parts[0] {
        case "proactive": guard let r = ProactiveRow(rawValue: parts[1]) else { return nil }; self = .proactive(r)
        case "requests": guard let r = RequestRow(key: parts[1]) else { return nil }; self = .requests(r)
        case "reviews": guard let r = ReviewGroup(rawValue: parts[1]) else { return nil }; self = .reviews(r)
        default: return nil
        }
    }
}

extension CellName {
    /// Reads `requests.granted.total`; nil for a name that no form has.
    package init?(_ text: some StringProtocol) {
        let parts = String(text).split(separator: "." as Character, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let row = RowName(parts[0] + "." + parts[1]) else { return nil }
        switch row {
        case .proactive:
            guard let c = ProactiveColumn(rawValue: parts[2]) else { return nil }
            self.init(row, .proactive(c))
        case .requests:
            guard let c = ApplicantKind(rawValue: parts[2]) else { return nil }
            self.init(row, .applicant(c))
        case .reviews:
            guard let c = ReviewOutcome(rawValue: parts[2]) else { return nil }
            self.init(row, .outcome(c))
        }
    }
}
