import ArgumentParser
import Law
import Markup
import Office
import Terminal

/// `gongkai law article N`
struct ArticleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article", abstract: "说明《政府信息公开条例》某一条讲什么（摘要，不是条文原文）。")

    @Argument(help: ArgumentHelp("条的序号，如 33；写 33.2 也可以。", valueName: "条"))
    var article: Article

    @Flag(help: "输出 JSON。")
    var json = false

    func run() throws {
        guard let summary = Regulation.summary(of: article.number) else {
            throw Refusal("《政府信息公开条例》只有\(Regulation.count)条，没有第\(article.number)条。")
        }
        let since = Statute.regulation.since.map(\.description)
        guard json else {
            return Console.print("《政府信息公开条例》\(Article(article.number).chinese)（摘要，自\(since ?? "")起施行）\n\(summary)")
        }
        let answer: JSONValue = ["article": JSONValue(article.number), "text": .string(summary), "since": JSONValue(since)]
        Console.print(answer.description)
    }
}
