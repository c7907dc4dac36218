import ArgumentParser
import Law
import Office
import Terminal

/// `gongkai law deadline`
struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "从收到申请之日和后来发生的事，计算每一个期限，并判断答复是否按期。",
        discussion: """
            例：gongkai law deadline --received 2026-05-07 --dispatched 2026-06-01 --served 2026-06-08
            起算日已知的期限才列出；要求补正而尚未收到补正、通知缴费而尚未缴费时，没有答复期限。
            答复有两个日期：发出之日（邮寄的为交邮之日）决定是否按期，申请人收到之日决定复议、起诉的期限。
            征求意见写成 2020-03-09..2020-03-20（征求之日..收到意见之日）；尚未收到意见写成 2020-03-09..；
            知道对方何时收到征求意见书的，写成 2020-03-09/2020-03-12..2020-03-20。
            """)

    @Option(help: ArgumentHelp("收到申请之日（第三十一条）。", valueName: "日期"))
    var received: Day

    @Option(help: ArgumentHelp("收到申请的方式：inperson 当面、post 邮寄、ordinarypost 平常信函、internet 互联网、fax 传真。", valueName: "方式"))
    var channel: ReceiptChannel?

    @OptionGroup(title: "补正") var supplement: SupplementOptions

    @Option(help: ArgumentHelp("征求第三方意见的起止；可以写多次。", valueName: "日期..日期"))
    var consulted: [DayInterval] = []

    @Option(help: ArgumentHelp("征求共同制作机关意见的起止（第三十四条，15个工作日）；可以写多次。", valueName: "日期..日期"))
    var joint: [DayInterval] = []

    @Option(help: ArgumentHelp("征求其他机关意见的起止；可以写多次。", valueName: "日期..日期"))
    var askedBody: [DayInterval] = []

    @Option(help: ArgumentHelp("本机关给其他机关定的期限；不写时不截断。", valueName: "工作日"))
    var bodyDays: Int?

    @Flag(help: "征求意见的当天也不计入期限（有争议；不写时当天计入）。")
    var skipDayOfAsking = false

    @Option(help: ArgumentHelp("延长答复的工作日数，1至20。", valueName: "工作日"))
    var extended: Int?

    @Option(help: ArgumentHelp("告知申请人延长答复之日；晚于原期限的，延长无效。", valueName: "日期"))
    var extensionTold: Day?

    @OptionGroup(title: "收费") var fee: FeeOptions

    @OptionGroup(title: "答复") var letter: ReplyLetterOptions

    @OptionGroup var content: ReplyPartOptions

    @Option(help: ArgumentHelp("作出答复的机关：\(BodyKind.keys)。", valueName: "类型"))
    var body: BodyKind = .department

    @Option(help: ArgumentHelp("申请人收到行政复议决定之日。", valueName: "日期"))
    var reviewDecided: Day?

    @OptionGroup(title: "重新处理") var order: NewDecisionOptions

    @OptionGroup var options: CalendarOptions

    @Flag(help: "逐日说明：哪天算、哪天不算、为什么。")
    var explain = false

    @Flag(help: "输出 JSON。")
    var json = false

    func validate() throws {
        let periods = [supplement.supplementDays] + [bodyDays, order.newDecisionDays, order.newDecisionWorkdays].compactMap { $0 }
        for days in periods where !(1...250).contains(days) {
            throw ValidationError("所定期限应为1至250日，不能是\(days)。")
        }
    }

    func run() throws {
        let calendar = try options.load()
        let events = try events()
        let errors = events.errors
        guard errors.isEmpty else { try refuse(errors) }
        var settings = ReplyPeriod.Settings()
        (settings.supplementDays, settings.skipsDayOfAsking) = (supplement.supplementDays, skipDayOfAsking)
        let period = ReplyPeriod(events, calendar: calendar, settings: settings)
        let sheet = DeadlineSheet(period, deadlines: try period.deadlines())
        if json {
            Console.print(sheet.json.description)
        } else {
            Console.print(sheet.text(explain: explain))
        }
        let problems = sheet.problems
        guard problems.isEmpty else {
            for problem in problems { Console.complain("错误：\(problem)") }
            throw Exit.unreadable
        }
    }

    private func events() throws -> ReplyEvents {
        var events = ReplyEvents(received: received)
        events.channel = channel
        events.supplementNotice = LetterService(dispatched: supplement.supplementAsked, received: supplement.supplementNoticeReceived)
        events.supplementUntil = supplement.supplementUntil
        events.supplementReceived = supplement.supplementReceived
        events.consultations =
            consulted.map { $0.consultation(.thirdParty) } + joint.map { $0.consultation(.jointMaker) }
            + askedBody.map { $0.consultation(.otherBody(workdays: bodyDays)) }
        events.extended = extended
        events.extensionNotice.dispatched = extensionTold
        events.feeNotice = LetterService(dispatched: fee.feeSent, received: fee.feeNotified)
        events.feePaid = fee.feePaid
        events.replyLetter = LetterService(method: letter.method, dispatched: letter.dispatched, received: letter.served)
        events.parts = try content.parts()
        events.body = body
        events.reviewDecided = reviewDecided
        events.order = try order.order()
        return events
    }

    private func refuse(_ errors: [EventError]) throws -> Never {
        if json { Console.print(DeadlineSheet.json(errors: errors).description) }
        for error in errors { Console.complain("错误：\(error)") }
        throw Exit.unreadable
    }
}

/// The supplement of an unclear request (article 30).
struct SupplementOptions: ParsableArguments {
    @Option(help: ArgumentHelp("要求补正之日（发出补正告知书）。", valueName: "日期"))
    var supplementAsked: Day?

    @Option(help: ArgumentHelp("申请人收到补正告知书之日；补正期限从这一天起算。", valueName: "日期"))
    var supplementNoticeReceived: Day?

    @Option(help: ArgumentHelp("补正告知书写明的最后一天。", valueName: "日期"))
    var supplementUntil: Day?

    @Option(help: ArgumentHelp("收到补正之日。", valueName: "日期"))
    var supplementReceived: Day?

    @Option(help: ArgumentHelp("补正告知书所定的补正期限。", valueName: "工作日"))
    var supplementDays = ReplyPeriod.Settings().supplementDays
}

/// The processing fee (article 42).
struct FeeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("发出收费通知之日。", valueName: "日期"))
    var feeSent: Day?

    @Option(help: ArgumentHelp("申请人收到收费通知之日。", valueName: "日期"))
    var feeNotified: Day?

    @Option(help: ArgumentHelp("缴费之日。", valueName: "日期"))
    var feePaid: Day?
}

/// The two days of the reply.
struct ReplyLetterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("发出答复之日：邮寄的为交邮之日。决定是否按期。", valueName: "日期"))
    var dispatched: Day?

    @Option(help: ArgumentHelp("申请人收到答复之日。复议、起诉的期限从这一天起算。", valueName: "日期"))
    var served: Day?

    @Option(help: ArgumentHelp("送达方式：direct 直接送达、entrusted 委托送达、post 邮寄、email 电子邮件、portal 网上平台。", valueName: "方式"))
    var method: ServiceMethod?
}

/// A judgment or a review decision that orders a new decision.
struct NewDecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("判决生效之日，或者收到复议决定之日。", valueName: "日期"))
    var newDecision: Day?

    @Option(help: ArgumentHelp("所定的期限（自然日）；都不写时为20个工作日。", valueName: "日"))
    var newDecisionDays: Int?

    @Option(help: ArgumentHelp("所定的期限（工作日）。", valueName: "工作日"))
    var newDecisionWorkdays: Int?

    @Option(help: ArgumentHelp("由谁要求重新处理：court 法院、review 复议机关。", valueName: "机关"))
    var orderedBy: NewDecisionOrder.Source = .court

    func order() throws -> NewDecisionOrder? {
        guard newDecisionDays == nil || newDecisionWorkdays == nil else {
            throw Refusal("--new-decision-days 和 --new-decision-workdays 只写一个。")
        }
        guard let newDecision else {
            if newDecisionDays != nil || newDecisionWorkdays != nil { throw Refusal("写了重新处理的期限，却没有 --new-decision 的日期。请一并填写。") }
            return nil
        }
        let period = newDecisionDays.map(Period.days) ?? newDecisionWorkdays.map(Period.workdays)
        return NewDecisionOrder(newDecision, period: period, source: orderedBy)
    }
}

/// Two days as one word: 2020-03-09..2020-03-20. The second may be awaited still; behind the first may stand the day on
/// which the letter arrived: 2020-03-09/2020-03-12..
struct DayInterval: ExpressibleByArgument {
    let from: Day
    let delivered: Day?
    let to: Day?

    init?(argument: String) {
        guard let dots = argument.firstRange(of: "..") else { return nil }
        let first = argument[..<dots.lowerBound].split(separator: "/", omittingEmptySubsequences: false)
        let days = first.compactMap { Day(iso: $0) }
        guard (1...2).contains(first.count), days.count == first.count else { return nil }
        let end = argument[dots.upperBound...]
        (from, delivered, to) = (days[0], days.count > 1 ? days[1] : nil, Day(iso: end))
        if to == nil, !end.isEmpty { return nil }
    }

    func consultation(_ kind: Consultation.Kind) -> Consultation {
        Consultation(kind, asked: from, delivered: delivered, answered: to)
    }
}
