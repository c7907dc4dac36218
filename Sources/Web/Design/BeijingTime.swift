import Foundation
import Law
import Office

/// An instant as people in China read it: day and time of day in Beijing.
package enum BeijingTime {
    /// China has had one zone without daylight saving since 1991.
    private static let offset = 8 * 3600

    package static func day(_ instant: Date) -> Day {
        Day(inChina: instant)
    }

    /// 2026-11-21 16:05
    package static func text(_ instant: Date) -> String {
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + offset
        let ofDay = ((seconds % 86_400) + 86_400) % 86_400
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        return "\(day(instant)) \(two(ofDay / 3600)):\(two(ofDay / 60 % 60))"
    }

    /// The first instant of a day.
    package static func start(of day: Day) -> Date {
        Date(timeIntervalSince1970: Double(day.ordinal * 86_400 - offset))
    }
}
