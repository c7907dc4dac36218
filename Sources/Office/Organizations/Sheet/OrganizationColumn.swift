/// A column of a list of organizations.
package enum OrganizationColumn: Hashable, Sendable {
    case parent, name, kind, region, jurisdiction, code
    case contact(ContactField)
    case leaders

    /// In the order in which a list is written.
    package static let all: [OrganizationColumn] =
        [.parent, .name, .kind, .region, .jurisdiction, .code] + ContactField.allCases.map(OrganizationColumn.contact) + [.leaders]

    package var title: String {
        switch self {
        case .parent: "上级机构"
        case .name: "名称"
        case .kind: "类别"
        case .region: "地区"
        case .jurisdiction: "行政区划代码"
        case .code: "机构代码"
        case .contact(let field): field.title
        case .leaders: "负责人"
        }
    }

    /// The column of a heading; nil for one that is not known. What stands in brackets behind it explains it.
    package init?(heading: String) {
        let end = heading.firstIndex { "（(【[：:*".contains($0) } ?? heading.endIndex
        let word = heading[..<end].filter { !$0.isWhitespace }
        guard let column = Self.all.first(where: { $0.title == word || $0.otherHeadings.contains(word) }) else { return nil }
        self = column
    }

    private var otherHeadings: [String] {
        switch self {
        case .parent: ["上级", "上级单位", "上级部门", "所属机构", "所属单位"]
        case .name: ["机构名称", "单位名称", "单位", "机构", "全称"]
        case .kind: ["机构类别", "单位类别", "类型", "机构类型", "单位类型"]
        case .region: ["所属地区"]
        case .jurisdiction: ["区划代码", "行政区划", "行政区域代码"]
        case .code: ["代码", "单位代码", "机构编码", "索引号代码"]
        case .contact(.address): ["办公地址", "联系地址", "单位地址", "机构地址"]
        case .contact(.postcode): ["邮政编码"]
        case .contact(.hours): ["工作时间"]
        case .contact(.phone): ["联系电话", "办公电话", "电话号码"]
        case .contact(.fax): ["传真号码"]
        case .contact(.email): ["邮箱", "电子邮件", "邮件地址", "电子信箱"]
        case .contact(.website): ["网址", "门户网站", "网站地址"]
        case .contact(.disclosureOffice): ["政府信息公开工作机构", "公开机构"]
        case .contact(.disclosureOfficePhone): ["政府信息公开工作机构电话", "公开机构电话", "公开工作机构联系电话"]
        case .contact(.disclosureOfficeAddress): ["政府信息公开工作机构地址", "公开机构地址"]
        case .leaders: ["领导", "领导成员", "领导分工", "单位负责人", "机构负责人"]
        }
    }
}
