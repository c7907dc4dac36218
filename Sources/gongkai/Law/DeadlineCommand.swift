import ArgumentParser
import Law

/// `gongkai law deadline`
struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "从收到申请之日和后来发生的事，计算每一个期限。",
        discussion: """
            例：gongkai law deadline --received 2020-01-20 --explain
            起算日已知的期限才列出；要求补正而尚未收到补正、通知缴费而尚未缴费时，没有答复期限。
            征求意见写成 2020-03-09..2020-03-20（征求之日..收到意见之日）；尚未收到意见写成 2020-03-09..
            """)

    @Option(help: ArgumentHelp("收到申请之日（第三十一条）。", valueName: "日期"))
    var received: Day

    @Option(help: ArgumentHelp("收到申请的方式：inperson 当面、post 邮寄、ordinarypost 平常信函、internet 互联网、fax 传真。", valueName: "方式"))
    var channel: ReceiptChannel?

    @Option(help: ArgumentHelp("要求补正之日。", valueName: "日期"))
    var supplementAsked: Day?

    @Option(help: ArgumentHelp("收到补正之日。", valueName: "日期"))
    var supplementReceived: Day?

    @Option(help: ArgumentHelp("补正告知书所定的补正期限。", valueName: "工作日"))
    var supplementDays = ReplyPeriod.Settings().supplementDays

    @Option(help: ArgumentHelp("征求第三方意见的起止；可以写多次。", valueName: "日期..日期"))
    var consulted: [DayInterval] = []

    @Option(help: ArgumentHelp("征求其他机关意见的起止；可以写多次。", valueName: "日期..日期"))
    var askedBody: [DayInterval] = []

    @Option(help: ArgumentHelp("本机关给其他机关定的期限；不写时不截断。", valueName: "工作日"))
    var bodyDays: Int?

    @Option(help: ArgumentHelp("延长答复的工作日数，1至20。", valueName: "工作日"))
    var extended: Int?

    @Option(help: ArgumentHelp("申请人收到收费通知之日。", valueName: "日期"))
    var feeNotified: Day?

    @Option(help: ArgumentHelp("缴费之日。", valueName: "日期"))
    var feePaid: Day?

    @Option(help: ArgumentHelp("答复送达之日。", valueName: "日期"))
    var served: Day?

    @Option(help: ArgumentHelp("答复结果的键，与年度报告表三相同。", valueName: "键"))
    var outcome: OutcomeKey?

    @Option(help: ArgumentHelp("答复所依据的条款，如 36.1.4。", valueName: "条款"))
    var article: Article?

    @Option(help: ArgumentHelp("作出答复的机关：department、government、vertical、tax、justice、ministry。", valueName: "类型"))
    var body: BodyKind = .department

    @Option(help: ArgumentHelp("申请人收到行政复议决定之日。", valueName: "日期"))
    var reviewDecided: Day?

    @OptionGroup var options: CalendarOptions

    @Flag(help: "逐日说明：哪天算、哪天不算、为什么。")
    var explain = false

    @Flag(help: "输出 JSON。")
    var json = false

    func validate() throws {
        for days in [supplementDays] + [bodyDays].compactMap({ $0 }) where !(1...250).contains(days) {
            throw ValidationError("所定期限应为1至250个工作日，不能是\(days)。")
        }
    }

    func run() throws {
        let calendar = try options.load()
        let events = events
        let errors = events.errors
        guard errors.isEmpty else { try refuse(errors) }
        var settings = ReplyPeriod.Settings()
        settings.supplementDays = supplementDays
        let deadlines = try ReplyPeriod(events, calendar: calendar, settings: settings).deadlines()
        let sheet = DeadlineSheet(deadlines: deadlines, calendar: calendar)
        if json {
            Console.print(sheet.json.description)
        } else {
            Console.print(sheet.text(events, explain: explain))
        }
        let problems = sheet.problems
        guard problems.isEmpty else {
            for problem in problems { Console.complain("错误：\(problem)") }
            throw Exit.unreadable
        }
    }

    private var events: ReplyEvents {
        var events = ReplyEvents(received: received)
        events.channel = channel
        events.supplementAsked = supplementAsked
        events.supplementReceived = supplementReceived
        events.consultations =
            consulted.map { Consultation(.thirdParty, asked: $0.from, answered: $0.to) }
            + askedBody.map { Consultation(.otherBody(workdays: bodyDays), asked: $0.from, answered: $0.to) }
        events.extended = extended
        events.feeNotified = feeNotified
        events.feePaid = feePaid
        events.served = served
        events.outcome = outcome?.outcome
        events.article = article
        events.body = body
        events.reviewDecided = reviewDecided
        return events
    }

    private func refuse(_ errors: [EventError]) throws -> Never {
        if json { Console.print(DeadlineSheet.json(errors: errors).description) }
        for error in errors { Console.complain("错误：\(error)") }
        throw Exit.unreadable
    }
}

/// Two days as one word: 2020-03-09..2020-03-20. The second may be awaited still.
struct DayInterval: ExpressibleByArgument {
    let from: Day
    let to: Day?

    init?(argument: String) {
        guard let dots = argument.firstRange(of: ".."), let from = Day(iso: argument[..<dots.lowerBound]) else { return nil }
        let end = argument[dots.upperBound...]
        self.from = from
        to = Day(iso: end)
        if to == nil, !end.isEmpty { return nil }
    }
}
