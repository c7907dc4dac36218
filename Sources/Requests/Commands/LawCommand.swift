import ArgumentParser
import Formats
import Law
import Office
import Terminal

/// `gongkai law …`
struct LawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law", abstract: "按《政府信息公开条例》计算期限、费用和救济途径。",
        discussion: """
            每个结果都写明条款。日期写成 2026-11-21。
            用法有误、日期早于规则施行或者超出已知的放假安排时，退出码为 2。
            """,
        subcommands: [
            WorkdaysCommand.self, DeadlineCommand.self, FeeCommand.self, ArticleCommand.self, RemedyCommand.self, IdentityCommand.self,
            HolidaysCommand.self,
        ])
}

/// Which days off a command knows.
struct CalendarOptions: ParsableArguments {
    @OptionGroup var files: CalendarFiles

    @Flag(help: "放假安排未知的年份只按周末暂定，结果标明“暂定”。")
    var provisional = false

    func load() throws -> WorkdayCalendar {
        // Two years are enough for any period of the law.
        try files.workdays(provisionalYears: provisional ? 2 : 0)
    }
}

extension Article: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}

extension ReceiptChannel: ExpressibleByArgument {}
extension ServiceMethod: ExpressibleByArgument {}
extension NewDecisionOrder.Source: ExpressibleByArgument {}

extension BodyKind: ExpressibleByArgument {
    /// department 地方政府的工作部门、government 地方人民政府 …
    static var keys: String { allCases.map { "\($0.rawValue) \($0.title)" }.joined(separator: "、") }
}

/// The key of a result, as report.schema.json has it.
struct OutcomeKey: ExpressibleByArgument {
    let outcome: Outcome

    init?(argument: String) {
        // The one row of the 2019 form that the later form parts in three.
        guard let outcome = argument == "other" ? .otherRemaining : Outcome(rawValue: argument) else { return nil }
        self.outcome = outcome
    }

    static var allValueStrings: [String] { Outcome.allCases.map(\.rawValue) + ["other"] }
}
