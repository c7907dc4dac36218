import ArgumentParser
import Law
import Office
import Terminal

/// What a reply decides, part by part: the first `--article` belongs to the first `--outcome`, and so on.
struct ReplyPartOptions: ParsableArguments {
    @Option(help: ArgumentHelp("答复结果的键，与年度报告表三相同；一份答复有几种结果的，写多次。", valueName: "键"))
    var outcome: [OutcomeKey] = []

    @Option(help: ArgumentHelp("答复所依据的条款，如 36.1.4；与结果依次对应。", valueName: "条款"))
    var article: [Article] = []

    @Flag(help: "重复申请：以前的答复已经公开了所申请的信息。")
    var earlierDisclosed = false

    /// - Throws: `Refusal` where it is not clear which article belongs to which outcome.
    func parts() throws -> [ReplyPart] {
        try Self.articles(article, for: outcome.count).enumerated().map { place, article in
            ReplyPart(outcome[place].outcome, article: article, earlierDisclosed: earlierDisclosed)
        }.checked(earlierDisclosed: earlierDisclosed)
    }

    /// The article of each outcome; none where none is named.
    static func articles(_ articles: [Article], for count: Int) throws -> [Article?] {
        if articles.isEmpty { return Array(repeating: nil, count: count) }
        guard articles.count == count else {
            throw Refusal("写了\(count)个 --outcome、\(articles.count)个 --article。请每个结果写一个条款，依次对应；或者都不写条款。")
        }
        return articles
    }
}

extension [ReplyPart] {
    /// - Throws: `Refusal` where the flag of a repeated request stands beside none.
    func checked(earlierDisclosed: Bool) throws -> [ReplyPart] {
        if earlierDisclosed, !contains(where: { $0.ground == .repeatedDisclosed }) {
            throw Refusal("--earlier-disclosed 只用于重复申请（--outcome declinedRepeated）。")
        }
        return self
    }
}
