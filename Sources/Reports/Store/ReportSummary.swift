import AnnualReport
import Office

/// A report as lists show it: its current version, and how many findings that has.
package struct ReportSummary: Hashable, Sendable {
    package var version: ReportVersion
    package var findings: FindingCounts
    /// How many other versions of it were public.
    package var olderVersions: Int
}

/// How many findings of each severity a report has, those beside last year's report included.
package struct FindingCounts: Hashable, Sendable {
    package var errors: Int
    package var warnings: Int
    package var notices: Int

    package var total: Int { errors + warnings + notices }

    package subscript(severity: Severity) -> Int {
        switch severity {
        case .error: errors
        case .warning: warnings
        case .notice: notices
        }
    }
}

/// A page of a list, and how many items the whole list has.
package struct ReportList: Hashable, Sendable {
    package var items: [ReportSummary]
    package var total: Int
}
