import Office

/// How far a version of a report has come: the publication state. What the public sees hangs on it alone.
package enum VersionState: String, Sendable, CaseIterable {
    /// Kept and checked, not public yet.
    case draft
    /// Public. One of a report's published versions at most is the current one.
    case published
    /// No longer public, or a draft that was dropped.
    case withdrawn

    package var title: String {
        switch self {
        case .draft: "草稿"
        case .published: "已公布"
        case .withdrawn: "已撤回"
        }
    }
}
