import AnnualReport

/// A report as lists show it: its current version, and how many findings that has.
public struct ReportSummary: Hashable, Sendable {
    public var version: ReportVersion
    public var findings: FindingCounts
    /// How many other versions of it were public.
    public var olderVersions: Int
}

/// How many findings of each severity a report has, those beside last year's report included.
public struct FindingCounts: Hashable, Sendable {
    public var errors: Int
    public var warnings: Int
    public var notices: Int

    public var total: Int { errors + warnings + notices }

    public subscript(severity: Severity) -> Int {
        switch severity {
        case .error: errors
        case .warning: warnings
        case .notice: notices
        }
    }
}

/// A page of a list, and how many items the whole list has.
public struct ReportList: Hashable, Sendable {
    public var items: [ReportSummary]
    public var total: Int
}
