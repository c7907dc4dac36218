/// Where an organization stands in its life.
package enum OrganizationState: String, Sendable, CaseIterable {
    /// Known from its reports alone, not yet put into the tree.
    case unfiled
    case active
    /// Gone, with another in its place.
    case merged
    /// Gone.
    case dissolved

    package var title: String {
        switch self {
        case .unfiled: "未归入"
        case .active: "现有"
        case .merged: "已合并"
        case .dissolved: "已撤销"
        }
    }

    /// True for one that is no more.
    package var isGone: Bool { self == .merged || self == .dissolved }
}
