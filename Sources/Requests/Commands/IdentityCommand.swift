import ArgumentParser
import Foundation
import Law
import Markup
import Office
import Terminal

/// `gongkai law identity NUMBER`
struct IdentityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity", abstract: "核对证件号码：居民身份证、统一社会信用代码、护照、港澳台居民通行证。",
        discussion: "只核对号码的格式和校验码，不能证明证件真实。号码有误时退出码为 1。")

    @Argument(help: ArgumentHelp("证件号码。", valueName: "号码"))
    var number: String

    @Flag(help: "输出 JSON。")
    var json = false

    func run() throws {
        let identity = IdentityNumber(number, today: Day.today())
        if json {
            let answer: JSONValue = [
                "kind": JSONValue(identity.kind?.rawValue), "valid": .bool(identity.isValid), "masked": .string(identity.masked),
                "reasons": .array(identity.reasons.map { .string($0) }),
            ]
            Console.print(answer.description)
        } else {
            Console.print("\(identity.kind?.title ?? "无法辨认的号码") \(identity.masked)：\(identity.isValid ? "格式和校验码正确" : "有误")")
            for reason in identity.reasons { Console.print("  \(reason)") }
        }
        if !identity.isValid { throw Exit.error }
    }
}

extension Day {
    /// Today in China.
    static func today(_ now: Date = Date()) -> Day {
        Day(ordinal: Int((now.timeIntervalSince1970 + 8 * 3600).rounded(.down)) / 86_400)
    }
}
