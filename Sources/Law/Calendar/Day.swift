import Markup

/// A calendar day in China, without a time or a zone: the unit in which the law counts.
///
/// Held as days since 1970-01-01, so that comparing and adding are integer arithmetic. Proleptic Gregorian.
package struct Day: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01; negative before.
    package let ordinal: Int

    package init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// The day of that date, or nil where the calendar has none (2021-02-29).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        self.init(year, month, day)
    }

    /// A date that the law or its data name, not taken from anybody's input.
    init(_ year: Int, _ month: Int, _ day: Int) {
        // Months counted from March put the leap day at the end of the year.
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        ordinal = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2021-01-28`; nil for anything else.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { $0.isASCIIDigit } }),
            let y = Int(parts[0]), let m = Int(parts[1]), let d = Int(parts[2])
        else { return nil }
        self.init(year: y, month: m, day: d)
    }

    /// Year, month (1 to 12) and day of the month.
    package var date: (year: Int, month: Int, day: Int) {
        let z = ordinal + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    package var year: Int { date.year }

    /// 1 for Monday to 7 for Sunday.
    package var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 + 1 }

    package var isWeekend: Bool { weekday >= 6 }

    /// 周一 to 周日.
    package var weekdayName: String { ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][weekday - 1] }

    /// The day that many calendar days later, or earlier where negative.
    package func adding(_ days: Int) -> Day { Day(ordinal: ordinal + days) }

    /// The same day number that many months later, or the month's last day where it has none (31 January, one month
    /// later: 28 February).
    package func adding(months: Int) -> Day {
        let d = date
        let month = d.year * 12 + d.month - 1 + months
        let (year, index) = (month >= 0 ? month / 12 : (month - 11) / 12, (month % 12 + 12) % 12)
        return Day(year, index + 1, min(d.day, Day.length(ofMonth: index + 1, year: year)))
    }

    package static func < (a: Day, b: Day) -> Bool { a.ordinal < b.ordinal }

    /// The number of days of a month.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// As text says it: 2021年1月28日.
    package var chinese: String {
        let d = date
        return "\(d.year)年\(d.month)月\(d.day)日"
    }
}

extension Day: CustomStringConvertible {
    /// As tables and JSON say it: 2021-01-28.
    package var description: String {
        let d = date
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        let year = "\(d.year)"
        return String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year + "-" + two(d.month) + "-" + two(d.day)
    }
}

extension Day: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "不是日期：\(text)")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
