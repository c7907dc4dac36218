import ArgumentParser
import Law
import Office
import Terminal

/// `gongkai law holidays`
struct HolidaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holidays", abstract: "列出已知的放假和调休上班日期；载入放假通知时，看它读成了什么。",
        discussion: "用 --calendar 载入国务院办公厅的放假通知，核对无误后可用 --json 存成文件。")

    @Argument(help: ArgumentHelp("年份；不写时为已知的各年。", valueName: "年份"))
    var years: [Int] = []

    @OptionGroup var options: CalendarOptions

    @Flag(help: "输出 JSON，可以用 --calendar 再载入。")
    var json = false

    func run() throws {
        let calendar = try options.load()
        let known = calendar.known.lowerBound.year...calendar.known.upperBound.year
        if let year = years.first(where: { !known.contains($0) }) {
            throw Refusal("没有\(year)年的放假安排（已知\(known.lowerBound)至\(known.upperBound)年）。请用 --calendar 载入放假通知。")
        }
        let plans = (years.isEmpty ? Array(known) : years).map { calendar.plan(of: $0) }
        if json {
            return Console.print(HolidayFile.json(plans).description)
        }
        for plan in plans {
            let isProvisional = calendar.provisionalFrom.map { plan.year >= $0.year } ?? false
            Console.print("\(plan.year)年\(isProvisional ? "（暂定：只按周末计算）" : "")")
            for (day, name) in plan.off.sorted(by: { $0.key < $1.key }) { Console.print("  \(day) \(day.weekdayName) \(name)") }
            for day in plan.work.sorted() { Console.print("  \(day) \(day.weekdayName) 上班") }
        }
    }
}
