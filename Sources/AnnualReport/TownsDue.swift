import Law

/// The last day on which towns and street offices publish their reports. The Regulation names none for them (article 49 speaks
/// of departments and governments from the county up): the county's government sets it.
public struct TownsDue: Hashable, Sendable {
    public var month: Int
    public var day: Int

    /// Nil for a day that not every year has.
    public init?(month: Int, day: Int) {
        guard Day(year: 2001, month: month, day: day) != nil else { return nil }
        (self.month, self.day) = (month, day)
    }

    private init(known month: Int, _ day: Int) { (self.month, self.day) = (month, day) }

    /// 31 January, as for departments.
    public static let standard = TownsDue(known: 1, 31)

    /// What a finding rests on that speaks of this day.
    public static let basis = "当地对乡镇、街道公布年度报告的要求"

    func day(in year: Int) -> Day? { Day(year: year, month: month, day: day) }
}
