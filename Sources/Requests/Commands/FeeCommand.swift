import ArgumentParser
import Law
import Markup
import Office
import Terminal

/// `gongkai law fee`
struct FeeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fee", abstract: "按《政府信息公开信息处理费管理办法》计算信息处理费。",
        discussion: "按件计收：同一申请人一个自然月内的件数；按量计收：一件申请的页数。两种标准只能用一种。")

    @Option(help: ArgumentHelp("按件计收：一个自然月内的件数。", valueName: "件数"))
    var items: Int?

    @Option(help: ArgumentHelp("按量计收：一件申请的页数（A4 及以下单面）。", valueName: "页数"))
    var pages: Int?

    @Option(help: ArgumentHelp("收费通知的日期，用来核对办法是否已经施行。", valueName: "日期"))
    var on: Day?

    @Flag(help: "输出 JSON。")
    var json = false

    func run() throws {
        let fee: ProcessingFee
        do {
            switch (items, pages) {
            case (let count?, nil): fee = try ProcessingFee(.items, count, on: on)
            case (nil, let count?): fee = try ProcessingFee(.pages, count, on: on)
            default: throw Refusal("请写明 --items 件数 或者 --pages 页数，只写一个。")
            }
        } catch let problem as ProcessingFee.Problem {
            throw Refusal(problem.description)
        }
        if json {
            let bands = fee.bands.map { band -> JSONValue in
                [
                    "from": JSONValue(band.from), "to": JSONValue(band.to), "count": JSONValue(band.count), "rate": JSONValue(band.rate),
                    "sum": JSONValue(band.sum),
                ]
            }
            return Console.print(
                JSONValue.object([.init(key: "total", value: JSONValue(fee.total)), .init(key: "bands", value: .array(bands))]).description)
        }
        Console.print("\(fee.count)\(fee.measure.unit)，信息处理费 \(fee.total) 元")
        for band in fee.bands {
            let range = band.to.map { "第\(band.from)至\($0)\(fee.measure.unit)" } ?? "第\(band.from)\(fee.measure.unit)起"
            Console.print("  \(range)：\(band.count)\(fee.measure.unit) × \(band.rate)元 = \(band.sum)元")
        }
        Console.print("依据：\(Basis(42))，\(Basis(.feeMeasures))")
    }
}
