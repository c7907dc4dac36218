import Law
import Markup
import Office
import Web

/// Days, periods and statutes as the calculator's pages say them.
enum DeadlineWords {
    static let provisional: HTML = "<span class=\"tag warning\">暂定</span>"
    static let unknown: HTML = "<span class=\"tag warning\">不能推算</span>"

    /// 2026年12月18日（周五）, with a tag where only weekends are known. A weekend day that is worked says so.
    static func day(_ day: Day, in calendar: WorkdayCalendar) -> HTML {
        let isMadeUp = day.isWeekend && (try? calendar.isWorkday(day)) == true
        let words = isMadeUp ? "\(day.chinese)（\(day.weekdayName)，调休上班）" : plain(day)
        let tag: HTML = calendar.isProvisional(day) ? " \(provisional)" : ""
        return "<span class=\"date\">\(words)\(tag)</span>"
    }

    /// A day that somebody named, which no calendar can change.
    static func plain(_ day: Day) -> String { "\(day.chinese)（\(day.weekdayName)）" }

    /// The last day, or openly why it cannot be told.
    static func day(_ result: Result<Day, CalendarError>, in calendar: WorkdayCalendar) -> HTML {
        switch result {
        case .success(let day): self.day(day, in: calendar)
        case .failure(let error): "\(unknown) \(why(error))"
        }
    }

    /// Why a day cannot be told, for those who can load no calendar.
    static func why(_ error: CalendarError) -> String {
        guard case .unknown(let day, let known) = error, day > known.upperBound else { return "这一天太早，没有当年的放假安排。" }
        return "这一天太远，\(day.year)年的放假安排没有公布。"
    }

    /// 《政府信息公开条例》第三十三条第二款、第三十条；《行政诉讼法》第四十六条
    static func bases(_ bases: [Basis]) -> String {
        var groups: [(statute: Statute, articles: [String])] = []
        for basis in bases {
            let place = groups.firstIndex { $0.statute == basis.statute } ?? groups.count
            if place == groups.count { groups.append((basis.statute, [])) }
            if let article = basis.place, !groups[place].articles.contains(article) { groups[place].articles.append(article) }
        }
        return groups.map { $0.statute.title + $0.articles.joined(separator: "、") }.joined(separator: "；")
    }
}
