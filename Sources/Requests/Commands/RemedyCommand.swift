import ArgumentParser
import Law
import Markup
import Office
import Terminal

/// `gongkai law remedy`
struct RemedyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remedy", abstract: "说明不服答复时的救济途径：由条款、日期和机关类型决定。",
        discussion: """
            结果的键与年度报告表三相同，如 refusedInternalAffairs；noReply 表示逾期没有答复，correction 表示没有按申请更正（第四十一条），
            withdrawn 表示申请人撤回申请。条款写成 36.1.4（条、款、项）；不写时用该结果通常的条款。
            一份答复有几种结果的，--outcome 和 --article 各写多次，依次对应，每一部分的救济分别列出。
            """)

    @Option(help: ArgumentHelp("答复结果的键，或者 noReply、correction、withdrawn；可以写多次。", valueName: "键"))
    var outcome: [String]

    @Option(help: ArgumentHelp("作出答复之日；没有答复的，为期限届满次日。", valueName: "日期"))
    var on: Day

    @Option(help: ArgumentHelp("提起诉讼之日：有的规则看这一天，不看答复之日。", valueName: "日期"))
    var filed: Day?

    @Option(help: ArgumentHelp("作出答复的机关：\(BodyKind.keys)。", valueName: "类型"))
    var body: BodyKind = .department

    @Option(help: ArgumentHelp("答复所依据的条款；与结果依次对应。", valueName: "条款"))
    var article: [Article] = []

    @Flag(help: "重复申请：以前的答复已经公开了所申请的信息。")
    var earlierDisclosed = false

    @Flag(help: "输出 JSON。")
    var json = false

    /// What is not a result of table three, and has remedies, or none, of its own.
    private static let others: [Ground] = [.noReply, .correction, .withdrawn]

    /// One named outcome with what follows from it.
    private struct Answer {
        let key: String
        let title: String
        let ground: Ground
        let part: ReplyPart?
        let remedy: Remedy
    }

    func run() throws {
        if let filed, filed < on { throw Refusal("提起诉讼之日（\(filed)）早于作出答复之日（\(on)）。请核对两个日期。") }
        let answers = try answers()
        if json {
            let parts = JSONValue.Member(key: "parts", value: .array(answers.map { .object(members($0)) }))
            Console.print(JSONValue.object((answers.first.map(members) ?? []) + [parts]).description)
        } else {
            for (place, answer) in answers.enumerated() {
                if answers.count > 1 { Console.print("\(place > 0 ? "\n" : "")【\(answer.title)】") }
                tell(answer.remedy)
            }
        }
    }

    private func answers() throws -> [Answer] {
        let articles = try ReplyPartOptions.articles(article, for: outcome.count)
        let named = try zip(outcome, articles).map { key, article -> (String, ReplyPart?, Ground) in
            if let ground = Self.others.first(where: { $0.rawValue == key }) { return (key, nil, ground) }
            guard let outcome = OutcomeKey(argument: key)?.outcome else {
                let keys = OutcomeKey.allValueStrings + Self.others.map(\.rawValue)
                throw Refusal("没有「\(key)」这个结果。可用：\(keys.joined(separator: "、"))。")
            }
            let part = ReplyPart(outcome, article: article, earlierDisclosed: earlierDisclosed)
            return (key, part, part.ground)
        }
        _ = try named.compactMap(\.1).checked(earlierDisclosed: earlierDisclosed)
        return try named.map { key, part, ground in
            do throws(NotInForce) {
                let remedy = try RemedyTable.standard.remedy(ground, on: on, filed: filed, body: body)
                return Answer(key: key, title: part?.outcome.title ?? Self.title(ground), ground: ground, part: part, remedy: remedy)
            } catch {
                throw Refusal(error.description)
            }
        }
    }

    private static func title(_ ground: Ground) -> String {
        switch ground {
        case .correction: "没有按申请更正"
        case .withdrawn: "撤回申请"
        default: "逾期没有答复"
        }
    }

    private func members(_ answer: Answer) -> [JSONValue.Member] {
        let remedy = answer.remedy
        let lawsuit: String? =
            switch remedy.lawsuit {
            case .afterReview(let days): "\(days) days after review"
            case .months(let months): "\(months) months"
            case nil: nil
            }
        var members: [JSONValue.Member] = []
        func add(_ key: String, _ value: JSONValue) { members.append(.init(key: key, value: value)) }
        add("route", .string(remedy.route.rawValue))
        add("reviewDays", JSONValue(remedy.reviewDays))
        add("lawsuit", JSONValue(lawsuit))
        add("reviewBody", JSONValue(remedy.reviewBody))
        add("court", JSONValue(remedy.court))
        add("sources", .array(remedy.sources.map { .string($0.description) }))
        add("confirmed", .bool(remedy.isConfirmed))
        add("outcome", .string(answer.key))
        add("article", JSONValue(answer.part?.article?.description))
        add("ground", .string(answer.ground.rawValue))
        add("lastFilingDay", JSONValue(remedy.lastFilingDay?.description))
        add("notes", .array(remedy.notes.map { .string($0) }))
        add("wording", JSONValue(answer.part?.wording))
        add("letter", JSONValue((answer.part?.letter ?? (answer.ground == .correction ? .correction : nil))?.title))
        add("proof", JSONValue(answer.part?.proof))
        return members
    }

    private func tell(_ remedy: Remedy) {
        Console.print(remedy.route.title + "。")
        if let days = remedy.reviewDays, let body = remedy.reviewBody { Console.print("行政复议：\(days)日内，向\(body)申请。") }
        switch remedy.lawsuit {
        case .afterReview(let days): Console.print("行政诉讼：收到复议决定（或者不予受理决定、复议期限届满）之日起\(days)日内，向\(remedy.court ?? "")起诉。")
        case .months(let months):
            let last = remedy.lastFilingDay.map { "，但不晚于\($0.chinese)" } ?? ""
            Console.print("行政诉讼：\(months)个月内\(last)，向\(remedy.court ?? "")起诉。")
        case nil: break
        }
        if !remedy.sources.isEmpty { Console.print("依据：" + remedy.sources.map(\.description).joined(separator: "；")) }
        for note in remedy.notes { Console.print("注意：\(note)") }
    }
}
