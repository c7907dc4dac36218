import Law

/// By which day an annual report is due (article 49).
public enum ReportDue {
    /// 31 January of the year after for a department; 31 March for a government of county level and above, which reports for
    /// all of it; for a town or a street office the day that the local order sets. Nil for one that need not report by
    /// itself.
    public static func day(_ kind: OrganizationKind?, year: Int, town: TownReportDay = .standard) -> Day? {
        guard year < 9999 else { return nil }
        return switch kind {
        case .province, .city, .county: Day(year: year + 1, month: 3, day: 31)
        case .town: Day(year: year + 1, month: town.month, day: town.day)
        case .bureau: Day(year: year + 1, month: 1, day: 31)
        default: nil
        }
    }

    /// The year whose report is due in the year of that day.
    public static func year(on day: Day) -> Int { day.year - 1 }
}

/// The day of the year by which towns and street offices report: a local order sets it.
public struct TownReportDay: Sendable, Hashable {
    public var month: Int
    public var day: Int

    public static let standard = TownReportDay(month: 1, day: 31)
}
