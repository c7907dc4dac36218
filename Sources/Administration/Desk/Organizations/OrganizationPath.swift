import Office
import Web

/// The paths of the tree of organizations at the desk.
enum OrganizationPath {
    static let list: Path<Never> = "/desk/organizations"
    static let new: Path<Never> = "/desk/organizations/new"
    static let organization: Path<OrganizationWord, Int> = "/desk/organizations/{id}"
    static let edit: Path<Never, Int> = "/desk/organizations/{id}/edit"
    static let rename: Path<Never, Int> = "/desk/organizations/{id}/rename"
    static let move: Path<Never, Int> = "/desk/organizations/{id}/move"
    static let end: Path<Never, Int> = "/desk/organizations/{id}/end"

    static let crumb = Crumb("机构", list())

    static func crumb(_ organization: Organization) -> Crumb { Crumb(organization.displayName, self.organization(organization.id)) }

    /// The form for a new one below another.
    static func new(below id: Int) -> Address { new().with(["parent": "\(id)"]) }

    /// The form to file one that is known from its reports alone.
    static func file(_ id: Int) -> Address { new().with(["unfiled": "\(id)"]) }
}

/// What an organization's page says of a change.
enum OrganizationWord: String, SuccessWord {
    case added, edited, same, renamed, moved, merged, dissolved

    var text: String? {
        switch self {
        case .added: "已加入机构树。"
        case .edited: "资料已修改。"
        case .same: "没有变化，没有保存。"
        case .renamed: "已更名。原名仍可查到，用原名的年度报告仍归本机构。"
        case .moved: "已移到新的上级机构下面。"
        case .merged: "已合并。"
        case .dissolved: "已撤销。"
        }
    }
}
