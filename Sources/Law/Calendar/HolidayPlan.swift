/// One year's days off and working weekends, as the State Council's office announces them.
public struct HolidayPlan: Sendable, Equatable {
    /// The year that becomes known with it.
    public let year: Int
    /// Days off by the holiday's name, weekends inside a break included. A break may begin in the year before.
    public let off: [Day: String]
    /// Weekend days on which people work.
    public let work: Set<Day>

    public init(year: Int, off: [Day: String], work: Set<Day>) {
        self.year = year
        self.off = off
        self.work = work
    }
}

/// Days that are off, or worked, in one place alone: ethnic holidays, days after a disaster.
public struct LocalDays: Sendable, Equatable {
    public let off: [Day: String]
    public let work: Set<Day>

    public init(off: [Day: String], work: Set<Day> = []) {
        self.off = off
        self.work = work
    }
}
