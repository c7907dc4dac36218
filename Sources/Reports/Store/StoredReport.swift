import AnnualReport
import Foundation
import Office

/// A report as it was imported, with what is known beside it.
package struct StoredReport: Sendable {
    package var version: ReportVersion
    /// Cell for cell what the reader made of the file on the day of the import.
    package var report: AnnualReport
    /// In the order of `Rule.allCases`.
    package var findings: [StoredFinding]
    /// All versions of the same organization's report on the same year, newest first, this one included.
    package var versions: [ReportVersion]
    /// The rows that were placed by hand, in the order in which that was done.
    package var placements: [RowPlacement]

    /// The organization as the tree names it, where the report prints another name; nil where that is one of its own.
    package var treeName: String?

    /// The version that counts; nil while nothing of the report is public.
    package var current: ReportVersion? { versions.first(where: \.isCurrent) }

    /// The version that is worked on: the last one where it is a draft, else the current one. Those that were withdrawn are
    /// passed over.
    package var worked: ReportVersion? {
        let last = versions.first { $0.state != .withdrawn }
        return last?.state == .draft ? last : current
    }

    package var isWorkedOn: Bool { worked?.id == version.id }
}

/// A row that was placed by hand.
package struct RowPlacement: Hashable, Sendable {
    package var row: RowName
    /// Who did it; nil for the program. Not for the public.
    package var accountID: Int?
    package var at: Date
}

/// A finding, and what it rests on beside the report itself.
package struct StoredFinding: Hashable, Sendable {
    package var finding: Finding
    /// The version of last year's report that this one was compared with; nil where the report alone decides.
    package var previousVersionID: Int?
}
