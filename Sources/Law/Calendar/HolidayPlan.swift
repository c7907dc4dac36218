/// One year's days off and working weekends, as the State Council's office announces them.
package struct HolidayPlan: Sendable, Equatable {
    /// The year that becomes known with it.
    package let year: Int
    /// Days off by the holiday's name, weekends inside a break included. A break may begin in the year before.
    package let off: [Day: String]
    /// Weekend days on which people work.
    package let work: Set<Day>

    package init(year: Int, off: [Day: String], work: Set<Day>) {
        self.year = year
        self.off = off
        self.work = work
    }
}

/// Days that are off, or worked, in one place alone: ethnic holidays, days after a disaster.
package struct LocalDays: Sendable, Equatable {
    package let off: [Day: String]
    package let work: Set<Day>

    package init(off: [Day: String], work: Set<Day> = []) {
        self.off = off
        self.work = work
    }
}
