/// What became of a file that was imported.
public enum ImportOutcome: Hashable, Sendable {
    /// Kept as a new version.
    case added(ReportVersion)
    /// The same organization's same file was kept before, be it that a newer version followed; nothing has changed.
    case alreadyThere(ReportVersion)

    public var version: ReportVersion {
        switch self {
        case .added(let version), .alreadyThere(let version): version
        }
    }
}
