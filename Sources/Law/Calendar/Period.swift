/// The length of a legal period. The day of the event never counts.
package enum Period: Hashable, Sendable, CustomStringConvertible {
    /// Ends at the close of its last working day.
    case workdays(Int)
    /// A last day that is not worked moves to the next one that is.
    case days(Int)
    /// Ends on the same day number, or on the month's last day; moves like `days`.
    case months(Int)
    /// A day that a letter names, or before which a rule ends it; it stands, worked or not.
    case until(Day)

    /// The number of days; nil for months and for a day that is named.
    package var count: Int? {
        switch self {
        case .workdays(let n), .days(let n): n
        case .months, .until: nil
        }
    }

    package var description: String {
        switch self {
        case .workdays(let n): "\(n)个工作日"
        case .days(let n): "\(n)日"
        case .months(let n): "\(n)个月"
        case .until(let day): "至\(day.chinese)止"
        }
    }
}

/// One day of a period: whether it counts, as which day, and if not, why.
package struct CountedDay: Hashable, Sendable {
    package let day: Day
    package let ordinal: Int?
    /// 周末, the holiday's name, or 征求意见; nil where the day counts.
    package let reason: String?

    package var counts: Bool { reason == nil }

    /// The reason of days on which others were asked.
    package static let consultation = "征求意见"
    /// The reason of days on which a review stood still (行政复议法 article 39).
    package static let suspension = "中止"
}

extension WorkdayCalendar {
    /// The last day of a period.
    ///
    /// - Parameters:
    ///   - start: the day of the event, which does not count.
    ///   - excluded: days that do not count for a period of days, in any order; they may overlap.
    /// - Throws: `CalendarError.unknown` where the period runs out of the known years.
    package func due(after start: Day, _ period: Period, excluding excluded: [ClosedRange<Day>] = []) throws(CalendarError) -> Day {
        switch period {
        case .workdays(let n):
            var due = try day(n, workdaysAfter: start)
            if excluded.isEmpty { return due }
            var length = n
            for interval in WorkdayCalendar.merged(excluded, after: start) {
                if interval.lowerBound > due { break }
                length += try count(interval.lowerBound, interval.upperBound)
                due = try day(length, workdaysAfter: start)
            }
            return due
        case .days(let n):
            var due = start.adding(n)
            for interval in WorkdayCalendar.merged(excluded, after: start) {
                if interval.lowerBound <= due {
                    due = due.adding(interval.upperBound.ordinal - interval.lowerBound.ordinal + 1)
                } else if try interval.contains(workday(from: due)) {
                    // The last day had moved into it.
                    due = interval.upperBound.adding(1)
                }
            }
            return try workday(from: due)
        case .months(let n): return try workday(from: start.adding(months: n))
        case .until(let day): return day
        }
    }

    /// The days of a period, one by one. Of months only those are listed by which the last day moved.
    package func days(
        after start: Day, _ period: Period, excluding excluded: [ClosedRange<Day>] = []
    ) throws(CalendarError) -> [CountedDay] {
        let due = try due(after: start, period, excluding: excluded)
        var list: [CountedDay] = []
        var ordinal = 0
        switch period {
        case .workdays:
            guard start < due else { return [] }
            let excluded = WorkdayCalendar.merged(excluded, after: start)
            for day in start.ordinal + 1...due.ordinal {
                let day = Day(ordinal: day)
                var reason = try reasonOff(day)
                if reason == nil, excluded.contains(where: { $0.contains(day) }) { reason = CountedDay.consultation }
                if reason == nil { ordinal += 1 }
                list.append(CountedDay(day: day, ordinal: reason == nil ? ordinal : nil, reason: reason))
            }
        case .days(let n):
            guard start < due else { return [] }
            let excluded = WorkdayCalendar.merged(excluded, after: start)
            for day in start.ordinal + 1...due.ordinal {
                let day = Day(ordinal: day)
                // Days off count but for the last day, which moves.
                var reason = ordinal == n - 1 ? try reasonOff(day) : nil
                if excluded.contains(where: { $0.contains(day) }) { reason = CountedDay.suspension }
                if reason == nil { ordinal += 1 }
                list.append(CountedDay(day: day, ordinal: reason == nil ? ordinal : nil, reason: reason))
            }
        case .months(let n):
            for day in start.adding(months: n).ordinal...due.ordinal {
                let day = Day(ordinal: day)
                list.append(CountedDay(day: day, ordinal: nil, reason: day == due ? nil : try reasonOff(day)))
            }
        case .until(let day): list.append(CountedDay(day: day, ordinal: nil, reason: nil))
        }
        return list
    }

    /// The intervals in order, overlapping and touching ones joined, cut off before the first day that can count.
    static func merged(_ intervals: [ClosedRange<Day>], after start: Day) -> [ClosedRange<Day>] {
        var merged: [ClosedRange<Day>] = []
        for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) where interval.upperBound > start {
            let lower = max(interval.lowerBound, start.adding(1))
            if let last = merged.last, lower.ordinal <= last.upperBound.ordinal + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, interval.upperBound)
            } else {
                merged.append(lower...interval.upperBound)
            }
        }
        return merged
    }
}
