import Dispatch
import Law

/// How many due days of replies a second one core tells: receipts over all days that the calendar knows, one in four
/// with days on which a third party was asked. The list of days is not made.
enum DueDays {
    static func rate(seconds: Double) throws -> Double {
        let calendar = WorkdayCalendar.official
        let receipts = (Day(year: 2019, month: 5, day: 15)?.ordinal ?? 0)...(Day(year: 2026, month: 6, day: 30)?.ordinal ?? 0)
        let start = DispatchTime.now().uptimeNanoseconds
        let end = start + UInt64(seconds * 1e9)
        var done = 0
        var sum = 0
        while DispatchTime.now().uptimeNanoseconds < end {
            for ordinal in receipts {
                let received = Day(ordinal: ordinal)
                let asked = ordinal % 4 == 0 ? [received.adding(5)...received.adding(16)] : []
                sum &+= try calendar.due(after: received, .workdays(20), excluding: asked).ordinal
                done += 1
            }
        }
        guard sum != 0 else { return 0 }
        return Double(done) / (Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
    }
}
