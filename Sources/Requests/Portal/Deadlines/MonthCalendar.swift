import Law
import Markup
import Office
import Web

/// The months of a period drawn as tables: each counted day with its ordinal, each day off with its name. Everything is
/// said in words; colour only repeats it.
struct MonthCalendar {
    private let deadline: Deadline
    private let calendar: WorkdayCalendar
    private let days: [Day: CountedDay]
    private let first: Day
    private let last: Day

    /// - Throws: where the period runs out of the calendar.
    init(_ deadline: Deadline, in calendar: WorkdayCalendar) throws(CalendarError) {
        let list = try deadline.days(in: calendar)
        (self.deadline, self.calendar) = (deadline, calendar)
        days = Dictionary(list.map { ($0.day, $0) }) { first, _ in first }
        last = list.last?.day ?? deadline.start
        // Months are not counted day by day: only their end is drawn.
        first = deadline.period.count == nil ? list.first?.day ?? last : deadline.start
    }

    func render() -> HTML {
        var months: [HTML] = []
        var month = first.adding(1 - first.date.day)
        while month <= last {
            months.append(table(month))
            month = month.adding(months: 1)
        }
        return "<p class=\"small prose\">\(legend)</p>\n<div class=\"months\">\(months)</div>\n"
    }

    private var legend: String {
        switch deadline.period {
        case .workdays:
            "“第5日”是计入期限的第5个工作日。写着“周末”、节日名称或者“征求意见”的日子不计入。"
        case .days(let count):
            "按自然日计算，周末和节假日也计入；第\(count)日遇到周末或者节假日的，顺延到之后第一个工作日。"
        case .until(let day): "写明到\(day.chinese)为止，不逐日数。"
        case .months(let count):
            "按月计算，不逐日数：\(deadline.start.chinese)之后\(count)个月，到同一日期满；遇到周末或者节假日的，顺延到之后第一个工作日。"
        }
    }

    private func table(_ month: Day) -> HTML {
        let date = month.date
        let length = Day.length(ofMonth: date.month, year: date.year)
        var cells = [HTML](repeating: "<td></td>", count: month.weekday - 1)
        for day in 0..<length { cells.append(cell(month.adding(day))) }
        while cells.count % 7 != 0 { cells.append("<td></td>") }
        let rows = stride(from: 0, to: cells.count, by: 7).map { row -> HTML in "<tr>\(Array(cells[row..<row + 7]))</tr>\n" }
        return """
            <table class="month"><caption>\(date.year)年\(date.month)月<span class="hidden">，\(deadline.kind.title)</span></caption>
            <thead><tr>\(Self.weekdays)</tr></thead><tbody>
            \(rows)</tbody></table>

            """
    }

    private static let weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"].map { name -> HTML in "<th scope=\"col\">\(name)</th>" }

    private func cell(_ day: Day) -> HTML {
        let number = day.date.day
        if day == deadline.start { return "<td class=\"event\"><b>\(number)</b> <small>\(deadline.event)</small></td>" }
        guard let counted = days[day] else { return "<td>\(number)</td>" }
        var words: [String] = []
        if let ordinal = counted.ordinal { words.append("第\(ordinal)日") }
        if let reason = counted.reason { words.append(reason) }
        if deadline.period.isWorkdays, counted.counts, day.isWeekend { words.append("调休上班") }
        if counted.ordinal == 1 { words.append("第一天") }
        if day == last { words.append("最后一天") }
        if calendar.isProvisional(day) { words.append("暂定") }
        let kind =
            day == last
            ? "last" : counted.counts ? "day" : counted.reason == CountedDay.consultation ? "asked" : "off"
        return "<td class=\"\(kind)\"><b>\(number)</b> \(words.map { word -> HTML in "<small>\(word)</small> " })</td>"
    }
}

extension Period {
    fileprivate var isWorkdays: Bool {
        if case .workdays = self { true } else { false }
    }
}
