/// Why a calendar cannot tell.
package enum CalendarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A day outside of the years whose holidays are known.
    case unknown(Day, known: ClosedRange<Day>)
    /// Years are missing between those given.
    case gap(year: Int)
    case twice(year: Int)
    /// A day is named as off and as worked.
    case contradiction(Day)
    /// A working weekend that is no weekend.
    case notWeekend(Day)

    package var description: String {
        switch self {
        case .unknown(let day, let known):
            day > known.upperBound
                ? "\(day.year)年的放假安排尚未载入（已知到\(known.upperBound.chinese)），不能推算。请载入国务院办公厅的放假通知，或者只按周末暂定。"
                : "\(day.chinese)早于已载入的放假安排（从\(known.lowerBound.chinese)起），不能推算。"
        case .gap(let year): "缺少\(year)年的放假安排，请一并载入。"
        case .twice(let year): "\(year)年的放假安排载入了两次，请只留一份。"
        case .contradiction(let day): "\(day.chinese)既写明放假又写明上班，请核对。"
        case .notWeekend(let day): "\(day.chinese)（\(day.weekdayName)）写明调休上班，但这一天不是周末，请核对。"
        }
    }
}
