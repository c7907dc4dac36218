import ArgumentParser
import Law
import Markup
import Office
import Terminal

/// `gongkai law workdays FROM TO`
struct WorkdaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workdays", abstract: "数两个日期之间的工作日，首尾都算；或者找若干个工作日以后的那一天。",
        discussion: """
            例：gongkai law workdays 2020-01-20 2020-02-25
                gongkai law workdays 2020-01-20 +20（次日起第20个工作日）
            「起」写成 - 时从标准输入逐行读取「起 止」，一行一个结果。
            """)

    @Argument(help: ArgumentHelp("第一天；- 为标准输入。", valueName: "起"))
    var from: String

    @Argument(help: ArgumentHelp("最后一天，或者 +工作日数。", valueName: "止"))
    var to: String?

    @OptionGroup var options: CalendarOptions

    @Flag(help: "输出 JSON。")
    var json = false

    func run() throws {
        let calendar = try options.load()
        if from == "-", to == nil {
            while let line = readLine() {
                let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
                guard words.count == 2 else { throw Refusal("「\(line)」应为「起 止」两个词。") }
                Console.print(try answer(words[0], words[1], calendar))
            }
        } else if let to {
            Console.print(try answer(from, to, calendar))
        } else {
            throw Refusal("请写明最后一天，或者 +工作日数。")
        }
    }

    private func answer(_ first: String, _ second: String, _ calendar: WorkdayCalendar) throws -> String {
        let from = try day(first)
        do throws(CalendarError) {
            if second.hasPrefix("+"), let count = Int(second.dropFirst()), (1...100_000).contains(count) {
                let day = try calendar.day(count, workdaysAfter: from)
                return text(
                    ["from": .string("\(from)"), "add": JSONValue(count), "day": .string("\(day)")],
                    "\(from)次日起第\(count)个工作日是\(day)（\(day.weekdayName)）。", calendar.isProvisional(day))
            }
        } catch {
            throw Refusal(error.description)
        }
        let to = try day(second)
        guard from <= to else { throw Refusal("起（\(from)）晚于止（\(to)）。请对调两个日期。") }
        do throws(CalendarError) {
            let count = try calendar.count(from, to)
            return text(
                ["from": .string("\(from)"), "to": .string("\(to)"), "workdays": JSONValue(count)], "\(from)至\(to)共\(count)个工作日。",
                calendar.isProvisional(to))
        } catch {
            throw Refusal(error.description)
        }
    }

    private func day(_ text: String) throws -> Day {
        guard let day = Day(iso: text) else { throw Refusal("「\(text)」不是日期，应写成 2026-11-21。") }
        return day
    }

    private func text(_ answer: JSONValue, _ words: String, _ isProvisional: Bool) -> String {
        guard json else { return isProvisional ? words + "（暂定：含放假安排未知的日期，只按周末计算）" : words }
        guard isProvisional, case .object(let members) = answer else { return answer.description }
        return JSONValue.object(members + [.init(key: "provisional", value: true)]).description
    }
}
