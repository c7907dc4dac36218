import AnnualReport
import Foundation

/// A report as it was imported, with what is known beside it.
public struct StoredReport: Sendable {
    public var version: ReportVersion
    /// Cell for cell what the reader made of the file on the day of the import.
    public var report: AnnualReport
    /// In the order of `Rule.allCases`.
    public var findings: [StoredFinding]
    /// All versions of the same organization's report on the same year, newest first, this one included.
    public var versions: [ReportVersion]
    /// The rows that were placed by hand, in the order in which that was done.
    public var placements: [RowPlacement]

    /// The organization as the tree names it, where the report prints another name; nil where that is one of its own.
    public var treeName: String?

    /// The version that counts; nil while nothing of the report is public.
    public var current: ReportVersion? { versions.first(where: \.isCurrent) }

    /// The version that is worked on: the last one where it is a draft, else the current one. Those that were withdrawn are
    /// passed over.
    public var worked: ReportVersion? {
        let last = versions.first { $0.state != .withdrawn }
        return last?.state == .draft ? last : current
    }

    public var isWorkedOn: Bool { worked?.id == version.id }
}

/// A row that was placed by hand.
public struct RowPlacement: Hashable, Sendable {
    public var row: RowName
    /// Who did it; nil for the program. Not for the public.
    public var accountID: Int?
    public var at: Date
}

/// A finding, and what it rests on beside the report itself.
public struct StoredFinding: Hashable, Sendable {
    public var finding: Finding
    /// The version of last year's report that this one was compared with; nil where the report alone decides.
    public var previousVersionID: Int?
}
