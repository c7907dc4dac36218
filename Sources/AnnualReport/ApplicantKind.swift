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
