/// One way to reach an organization, or the unit in it that does the disclosure work.
package enum ContactField: String, Sendable, CaseIterable {
    case address, postcode, hours, phone, fax, email, website
    case disclosureOffice = "disclosure_office"
    case disclosureOfficePhone = "disclosure_office_phone"
    case disclosureOfficeAddress = "disclosure_office_address"

    package var title: String {
        switch self {
        case .address: "地址"
        case .postcode: "邮编"
        case .hours: "办公时间"
        case .phone: "电话"
        case .fax: "传真"
        case .email: "电子邮箱"
        case .website: "网站"
        case .disclosureOffice: "公开工作机构"
        case .disclosureOfficePhone: "公开工作机构电话"
        case .disclosureOfficeAddress: "公开工作机构地址"
        }
    }

    /// What a field may be long, in characters.
    static let longest = 200

    /// What is wrong with a value; nil where it can be so.
    func problem(_ value: String) -> String? {
        if value.count > Self.longest { return "\(title)太长，最多 \(Self.longest) 字。" }
        if value.contains(where: \.isNewline) { return "\(title)应写在一行里。" }
        switch self {
        case .postcode:
            let isCode = value.utf8.count == 6 && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isCode ? nil : "邮编应为 6 位数字，现在是「\(value)」。"
        case .email:
            let parts = value.split(separator: "@", omittingEmptySubsequences: false)
            let isAddress = parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !value.contains(where: \.isWhitespace)
            return isAddress ? nil : "电子邮箱应写成 name@example.gov.cn 的样子，现在是「\(value)」。"
        case .website:
            let isAddress = ["http://", "https://"].contains { value.lowercased().hasPrefix($0) && value.count > $0.count }
            return isAddress && !value.contains(where: \.isWhitespace) ? nil : "网站应以 http:// 或 https:// 开头，现在是「\(value)」。"
        default: return nil
        }
    }
}

/// How an organization is reached. Fields without a value are not there; values have no blanks around them.
package struct OrganizationContact: Hashable, Sendable {
    private var values: [ContactField: String] = [:]

    package init(_ values: [ContactField: String] = [:]) {
        for (field, value) in values { self[field] = value }
    }

    package subscript(field: ContactField) -> String? {
        get { values[field] }
        set { values[field] = newValue.flatMap(Typed.text) }
    }

    package var isEmpty: Bool { values.isEmpty }

    /// What is wrong with the values, in the order of the fields.
    var problems: [OrganizationError] {
        ContactField.allCases.compactMap { field in
            values[field].flatMap(field.problem).map { OrganizationError.contact(field, message: $0) }
        }
    }
}
