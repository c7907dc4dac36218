import ArgumentParser
import Formats
import Law

/// `gongkai law remedy`
struct RemedyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remedy", abstract: "说明不服答复时的救济途径：由条款、日期和机关类型决定。",
        discussion: """
            结果的键与年度报告表三相同，如 refusedInternalAffairs；noReply 表示逾期没有答复。
            条款写成 36.1.4（条、款、项）；不写时用该结果通常的条款。
            """)

    @Option(help: ArgumentHelp("答复结果的键，或者 noReply。", valueName: "键"))
    var outcome: String

    @Option(help: ArgumentHelp("作出答复之日；没有答复的，为期限届满次日。", valueName: "日期"))
    var on: Day

    @Option(help: ArgumentHelp("作出答复的机关：department 部门、government 政府、vertical 垂直领导、tax 税务、justice 司法行政、ministry 国务院部门。", valueName: "类型"))
    var body: BodyKind = .department

    @Option(help: ArgumentHelp("答复所依据的条款。", valueName: "条款"))
    var article: Article?

    @Flag(help: "输出 JSON。")
    var json = false

    func run() throws {
        let ground: Ground
        if outcome == Ground.noReply.rawValue {
            ground = .noReply
        } else if let key = OutcomeKey(argument: outcome) {
            ground = key.outcome.ground(article: article)
        } else {
            throw Refusal("没有「\(outcome)」这个结果。可用：\((OutcomeKey.allValueStrings + [Ground.noReply.rawValue]).joined(separator: "、"))。")
        }
        let remedy: Remedy
        do { remedy = try RemedyTable.standard.remedy(ground, on: on, body: body) } catch { throw Refusal(error.description) }
        if json { Console.print(answer(remedy).description) } else { tell(remedy) }
    }

    private func answer(_ remedy: Remedy) -> JSONValue {
        let lawsuit: String? =
            switch remedy.lawsuit {
            case .afterReview(let days): "\(days) days after review"
            case .months(let months): "\(months) months"
            case nil: nil
            }
        return [
            "route": .string(remedy.route.rawValue), "reviewDays": JSONValue(remedy.reviewDays), "lawsuit": JSONValue(lawsuit),
            "reviewBody": JSONValue(remedy.reviewBody), "court": JSONValue(remedy.court),
            "sources": .array(remedy.sources.map { .string($0.description) }), "confirmed": .bool(remedy.isConfirmed),
        ]
    }

    private func tell(_ remedy: Remedy) {
        Console.print(remedy.route.title + "。")
        if let days = remedy.reviewDays, let body = remedy.reviewBody { Console.print("行政复议：\(days)日内，向\(body)申请。") }
        switch remedy.lawsuit {
        case .afterReview(let days): Console.print("行政诉讼：收到复议决定（或者不予受理决定、复议期限届满）之日起\(days)日内，向\(remedy.court ?? "")起诉。")
        case .months(let months): Console.print("行政诉讼：\(months)个月内，向\(remedy.court ?? "")起诉。")
        case nil: break
        }
        if !remedy.sources.isEmpty { Console.print("依据：" + remedy.sources.map(\.description).joined(separator: "；")) }
        if !remedy.isConfirmed { Console.print("注意：这一规则待确认，尚未见到条文原文。") }
    }
}
