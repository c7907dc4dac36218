import Law
import Office
import Web

/// What somebody typed about an organization, kept as typed.
struct OrganizationForm: Sendable {
    /// The fields, in the page's order.
    enum Field: Hashable, Sendable {
        case name, kind, parent, region, jurisdiction, code
        case contact(ContactField)
        case leaders

        static let all: [Field] =
            [.name, .kind, .parent, .region, .jurisdiction, .code] + ContactField.allCases.map(Field.contact) + [.leaders]

        /// The name that is sent, and the id on the page.
        var id: String {
            switch self {
            case .name: "name"
            case .kind: "kind"
            case .parent: "parent"
            case .region: "region"
            case .jurisdiction: "jurisdiction"
            case .code: "code"
            case .contact(let field): field.rawValue
            case .leaders: "leaders"
            }
        }

        var title: String {
            switch self {
            case .name: "名称"
            case .kind: "类别"
            case .parent: "上级机构"
            case .region: "地区"
            case .jurisdiction: "行政区划代码"
            case .code: "机构代码"
            case .contact(let field): field.title
            case .leaders: "负责人和分工"
            }
        }
    }

    /// What the form says, with whatever is wrong about it.
    struct Reading: Sendable {
        var kind: OrganizationKind?
        var jurisdiction: Jurisdiction?
        var contact = OrganizationContact()
        var leaders: [Leader] = []
        var problems = Problems()
    }

    private var values: [Field: String] = [:]

    init() {}

    init(_ posted: PostedForm) {
        for field in Field.all { values[field] = posted.text(field.id) }
    }

    /// As it is now.
    init(_ details: OrganizationDetails) {
        let organization = details.organization
        self[.name] = organization.name ?? ""
        self[.kind] = organization.kind?.rawValue ?? ""
        self[.jurisdiction] = organization.jurisdiction?.code ?? ""
        self[.code] = organization.code ?? ""
        for field in ContactField.allCases { self[.contact(field)] = details.contact[field] ?? "" }
        self[.leaders] = Leader.text(details.leaders)
    }

    subscript(field: Field) -> String {
        get { values[field] ?? "" }
        set { values[field] = newValue.isEmpty ? nil : newValue }
    }

    /// - Parameter isNew: false where name and place have pages of their own.
    func read(isNew: Bool = true) -> Reading {
        var reading = Reading()
        func note(_ field: Field, _ message: String) { reading.problems.add(message, at: field.id) }
        if isNew, self[.name].isEmpty { note(.name, "请填写机构名称。") }
        reading.kind = OrganizationKind(rawValue: self[.kind])
        if reading.kind == nil { note(.kind, "请选择类别。") }
        if !self[.jurisdiction].isEmpty {
            reading.jurisdiction = Jurisdiction(self[.jurisdiction])
            if reading.jurisdiction == nil { note(.jurisdiction, "行政区划代码应为 6 位数字，乡镇街道为 9 位，现在是「\(self[.jurisdiction])」。") }
        }
        for field in ContactField.allCases { reading.contact[field] = self[.contact(field)] }
        reading.leaders = Leader.list(self[.leaders])
        return reading
    }

    /// - Throws: `Problems`: what is wrong.
    func draft(_ reading: Reading, parentID: Int?) throws(Problems) -> OrganizationDraft {
        guard reading.problems.isEmpty, let kind = reading.kind else { throw reading.problems }
        return OrganizationDraft(
            name: self[.name], kind: kind, parentID: parentID, region: values[.region], jurisdiction: reading.jurisdiction,
            code: values[.code])
    }

    /// - Throws: `Problems`: what is wrong.
    func edit(_ reading: Reading) throws(Problems) -> OrganizationEdit {
        guard reading.problems.isEmpty, let kind = reading.kind else { throw reading.problems }
        return OrganizationEdit(kind: kind, jurisdiction: reading.jurisdiction, code: values[.code], contact: reading.contact)
    }
}
