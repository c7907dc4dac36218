/// Reads the State Council office's yearly notice as it is pasted: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。
/// 1月4日（周日）上班。 What the notice itself gives twice (weekdays, the number of days) is compared.
package enum HolidayNotice {
    /// The seven holidays that each year's notice must name.
    static let holidays = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"]

    /// - Parameter year: the year, where the text does not name it (关于2027年部分节假日安排的通知).
    /// - Throws: `HolidayNoticeError` with the words that are in doubt; nothing is guessed.
    package static func read(_ text: String, year: Int? = nil) throws(HolidayNoticeError) -> HolidayPlan {
        let sentences = NoticeSentence.split(text)
        guard let year = year ?? sentences.lazy.compactMap(\.titleYear).first else { throw .noYear }
        var off: [Day: String] = [:]
        var work: Set<Day> = []
        var named: [String] = []
        var current: String?
        var before = 0
        for sentence in sentences {
            if let label = sentence.label, holidays.contains(where: label.contains) {
                current = label
                named.append(label)
            }
            let isOff = sentence.isOff
            guard isOff || sentence.isWorked else { continue }
            let dates = try sentence.dates(year: year)
            guard let first = dates.first, let last = dates.last else {
                if isOff, let label = sentence.label, holidays.contains(where: label.contains) { throw .unreadable(sentence.text) }
                continue
            }
            guard let name = current else { throw .nameless(sentence.text) }
            if isOff {
                var days = first...last
                if dates.count > 2 || (dates.count == 2 && !sentence.isRange) { throw .unreadable(sentence.text) }
                if sentence.text.contains("与周末连休") { days = withWeekend(days) }
                // 共3天 behind a 补休 counts the whole break.
                let found = days.upperBound.ordinal - days.lowerBound.ordinal + 1 + (sentence.follows ? before : 0)
                before = found
                if let stated = sentence.statedDays, stated != found { throw .count(sentence.text, stated: stated, found: found) }
                for day in days.lowerBound.ordinal...days.upperBound.ordinal {
                    let day = Day(ordinal: day)
                    guard off.updateValue(name, forKey: day) == nil else { throw .twice(sentence.text, day) }
                }
            } else {
                for day in dates {
                    guard day.isWeekend else { throw .notWeekend(sentence.text, day) }
                    work.insert(day)
                }
            }
        }
        let missing = holidays.filter { holiday in !named.contains { $0.contains(holiday) } }
        guard missing.isEmpty else { throw .missing(missing) }
        if let day = work.first(where: { off[$0] != nil }) { throw .twice("", day) }
        return HolidayPlan(year: year, off: off, work: work)
    }

    /// 1月1日（周一）放假，与周末连休: the weekend before a Monday or behind a Friday belongs to the break.
    private static func withWeekend(_ days: ClosedRange<Day>) -> ClosedRange<Day> {
        var (first, last) = (days.lowerBound, days.upperBound)
        while first.adding(-1).isWeekend { first = first.adding(-1) }
        while last.adding(1).isWeekend { last = last.adding(1) }
        return first...last
    }
}

/// What of a notice could not be read.
package enum HolidayNoticeError: Error, Hashable, Sendable, CustomStringConvertible {
    case noYear
    case missing([String])
    /// A sentence with 放假, 补休 or 上班 before any holiday was named.
    case nameless(String)
    case unreadable(String)
    case weekday(String, Day, stated: String)
    case count(String, stated: Int, found: Int)
    case notWeekend(String, Day)
    case twice(String, Day)

    package var description: String {
        switch self {
        case .noYear: "通知中没有写明年份（如「关于2027年部分节假日安排的通知」）。请粘贴带标题的全文，或者另外写明年份。"
        case .missing(let names): "通知中缺少\(names.joined(separator: "、"))。请粘贴全文。"
        case .nameless(let text): "「\(text)」前面没有写明是哪个节日。"
        case .unreadable(let text): "「\(text)」中的日期无法辨认。请对照原文核对。"
        case .weekday(let text, let day, let stated): "「\(text)」写\(day.chinese)是\(stated)，实际是\(day.weekdayName)。请核对年份和日期。"
        case .count(let text, let stated, let found): "「\(text)」写共\(stated)天，日期却是\(found)天。请对照原文核对。"
        case .notWeekend(let text, let day): "「\(text)」写\(day.chinese)上班，这一天是\(day.weekdayName)，不是周末。请核对年份和日期。"
        case .twice(_, let day): "\(day.chinese)出现了两次，或者既放假又上班。请对照原文核对。"
        }
    }
}
