/// Knows which days are worked, and why the others are not. Counting, adding and subtracting look into tables made
/// once, whatever the distance.
package struct WorkdayCalendar: Sendable {
    /// The days that can be told about, provisional ones included.
    package let known: ClosedRange<Day>
    /// From this day on only weekends are taken into account; nil where every day rests on an announcement.
    package let provisionalFrom: Day?

    /// For each day from `known.lowerBound`: 0 where it is worked, 1 for a plain weekend, else 2 + the place of its name.
    private let kinds: [UInt16]
    private let names: [String]
    /// How many working days lie before each day; one entry more than there are days.
    private let before: [Int32]
    /// The places of the working days, in order.
    private let workdays: [Int32]

    /// The reason of a plain Saturday or Sunday.
    static let weekend = "周末"

    /// The years 2019 to 2026.
    package static let official = WorkdayCalendar(checked: OfficialHolidays.plans, local: [], provisionalThrough: nil)

    /// The official years and what an office adds to them.
    ///
    /// - Parameters:
    ///   - plans: further years; one of a year known already replaces it.
    ///   - local: days that differ in one place alone.
    ///   - provisionalThrough: a year up to which weekends alone decide where no plan is known.
    /// - Throws: `CalendarError` where years are missing between, given twice, or contradict themselves.
    package init(adding plans: [HolidayPlan], local: [LocalDays] = [], provisionalThrough: Int? = nil) throws(CalendarError) {
        var years: [Int: HolidayPlan] = [:]
        for plan in plans {
            guard years.updateValue(plan, forKey: plan.year) == nil else { throw .twice(year: plan.year) }
            for day in plan.work where plan.off[day] != nil { throw .contradiction(day) }
            for day in plan.work where !day.isWeekend { throw .notWeekend(day) }
        }
        for days in local { for day in days.work where days.off[day] != nil { throw .contradiction(day) } }
        for plan in OfficialHolidays.plans where years[plan.year] == nil { years[plan.year] = plan }
        let sorted = years.values.sorted { $0.year < $1.year }
        for (plan, next) in zip(sorted, sorted.dropFirst()) where next.year != plan.year + 1 { throw .gap(year: plan.year + 1) }
        self.init(checked: sorted, local: local, provisionalThrough: provisionalThrough)
    }

    private init(checked plans: [HolidayPlan], local: [LocalDays], provisionalThrough: Int?) {
        let (firstYear, lastYear) = (plans.first?.year ?? 2019, plans.last?.year ?? 2019)
        let end = max(lastYear, provisionalThrough ?? lastYear)
        let first = Day(firstYear, 1, 1)
        known = first...Day(end, 12, 31)
        provisionalFrom = end > lastYear ? Day(lastYear + 1, 1, 1) : nil

        var off: [Day: String] = [:]
        var work: Set<Day> = []
        for plan in plans {
            // A later year's break may take in days of December that the year before knew nothing of.
            off.merge(plan.off) { _, later in later }
            work = work.filter { plan.off[$0] == nil }.union(plan.work)
            for day in plan.work { off[day] = nil }
        }
        for days in local {
            off.merge(days.off) { _, later in later }
            work = work.filter { days.off[$0] == nil }.union(days.work)
            for day in days.work { off[day] = nil }
        }

        var kinds: [UInt16] = []
        var names: [String] = []
        var places: [String: UInt16] = [:]
        var before: [Int32] = [0]
        var workdays: [Int32] = []
        for ordinal in known.lowerBound.ordinal...known.upperBound.ordinal {
            let day = Day(ordinal: ordinal)
            if let name = off[day] {
                let place = places[name] ?? UInt16(names.count)
                if Int(place) == names.count {
                    names.append(name)
                    places[name] = place
                }
                kinds.append(2 + place)
            } else {
                kinds.append(day.isWeekend && !work.contains(day) ? 1 : 0)
            }
            if kinds.last == 0 { workdays.append(Int32(kinds.count - 1)) }
            before.append(Int32(workdays.count))
        }
        (self.kinds, self.names, self.before, self.workdays) = (kinds, names, before, workdays)
    }

    // MARK: Asking

    private func place(_ day: Day) throws(CalendarError) -> Int {
        guard known.contains(day) else { throw .unknown(day, known: known) }
        return day.ordinal - known.lowerBound.ordinal
    }

    /// True where people work on that day.
    ///
    /// - Throws: `CalendarError.unknown` outside of the known years; so do all others here.
    package func isWorkday(_ day: Day) throws(CalendarError) -> Bool {
        kinds[try place(day)] == 0
    }

    /// Why a day is not worked: the holiday's name, or 周末; nil for a working day.
    package func reasonOff(_ day: Day) throws(CalendarError) -> String? {
        switch kinds[try place(day)] {
        case 0: nil
        case 1: WorkdayCalendar.weekend
        case let kind: names[Int(kind) - 2]
        }
    }

    /// True for a day that only weekends decide about.
    package func isProvisional(_ day: Day) -> Bool {
        provisionalFrom.map { day >= $0 } ?? false
    }

    /// How many working days there are from one day to another, both included; 0 where the second is the earlier.
    package func count(_ from: Day, _ to: Day) throws(CalendarError) -> Int {
        let (first, last) = (try place(from), try place(to))
        return first > last ? 0 : Int(before[last + 1] - before[first])
    }

    /// The working day that many working days after a day, which does not count itself.
    ///
    /// - Parameter count: 1 or more; 0 gives the day itself.
    package func day(_ count: Int, workdaysAfter day: Day) throws(CalendarError) -> Day {
        if count <= 0 { return count == 0 ? day : try self.day(-count, workdaysBefore: day) }
        let index = Int(before[try place(day) + 1]) + count - 1
        guard index < workdays.count else { throw .unknown(known.upperBound.adding(1), known: known) }
        return known.lowerBound.adding(Int(workdays[index]))
    }

    /// The working day that many working days before a day, which does not count itself.
    package func day(_ count: Int, workdaysBefore day: Day) throws(CalendarError) -> Day {
        if count <= 0 { return count == 0 ? day : try self.day(-count, workdaysAfter: day) }
        let index = Int(before[try place(day)]) - count
        guard index >= 0 else { throw .unknown(known.lowerBound.adding(-1), known: known) }
        return known.lowerBound.adding(Int(workdays[index]))
    }

    /// The day itself where it is worked, else the next one that is.
    package func workday(from day: Day) throws(CalendarError) -> Day {
        try isWorkday(day) ? day : try self.day(1, workdaysAfter: day)
    }
}

extension WorkdayCalendar {
    /// The days of a year that differ from the plain week, as they came out of everything loaded; none of an unknown year.
    package func plan(of year: Int) -> HolidayPlan {
        var off: [Day: String] = [:]
        var work: Set<Day> = []
        for ordinal in Day(year, 1, 1).ordinal...Day(year, 12, 31).ordinal {
            let day = Day(ordinal: ordinal)
            guard known.contains(day), let reason = try? reasonOff(day) else {
                if known.contains(day), day.isWeekend { work.insert(day) }
                continue
            }
            if reason != WorkdayCalendar.weekend { off[day] = reason }
        }
        return HolidayPlan(year: year, off: off, work: work)
    }
}
