import Office

/// What became of a file that was imported.
package enum ImportOutcome: Hashable, Sendable {
    /// Kept as a new version.
    case added(ReportVersion)
    /// The same organization's same file was kept before, be it that a newer version followed; nothing has changed.
    case alreadyThere(ReportVersion)
    /// The same file was a draft, and is public now.
    case published(ReportVersion)

    package var version: ReportVersion {
        switch self {
        case .added(let version), .alreadyThere(let version), .published(let version): version
        }
    }
}
