/// The fixed English words of ArgumentParser and what a user sees instead.
package enum Wording {
    /// - Parameter text: a help page or an error message as the library has made it.
    package static func chinese(_ text: String) -> String {
        var text = text
        for (english, chinese) in phrases {
            while let place = text.firstRange(of: english) { text.replaceSubrange(place, with: chinese) }
        }
        return brackets(text)
    }

    /// Puts what stands in the library's own brackets, which it opens with one of `openings`, into those of Chinese. A line may be
    /// broken anywhere within, and what stands there may have brackets of its own.
    private static func brackets(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let (place, opening) = nextOpening(rest) {
            result += rest[..<place.lowerBound]
            // No space between a full stop and a bracket; where a line begins with the bracket, its indent stays.
            if result.hasSuffix("。 ") { result.removeLast() }
            result += opening
            rest = rest[place.upperBound...].drop { $0 == " " }
            var depth = 1
            let end = rest.firstIndex { character in
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
                return depth == 0
            }
            guard let end else { return result + rest }
            result += inside(rest[..<end]) + "）"
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static let openings = [("(default as flag:", "（默认："), ("(default:", "（默认："), ("(values:", "（可选：")]

    private static func nextOpening(_ text: Substring) -> (Range<Substring.Index>, String)? {
        openings.compactMap { english, chinese in text.firstRange(of: english).map { ($0, chinese) } }.min {
            $0.0.lowerBound < $1.0.lowerBound
        }
    }

    /// `a, b; default: c` as Chinese has it. The last part may stand on a line of its own.
    private static func inside(_ text: Substring) -> String {
        var text = String(text)
        for (english, chinese) in [(", ", "、"), (",\n", "、\n"), ("; default as flag: ", "；默认："), ("; default: ", "；默认：")] {
            while let place = text.firstRange(of: english) { text.replaceSubrange(place, with: chinese) }
        }
        if let place = text.firstRange(of: ";\n") { text.replaceSubrange(place, with: "；\n") }
        if let place = text.firstRange(of: " default: ") { text.replaceSubrange(place, with: " 默认：") }
        return text
    }

    private static let phrases = [
        ("OVERVIEW: ", "说明："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "命令："), ("Show help information.", "显示帮助。"), ("Show the version.", "显示版本。"),
        ("Show subcommand help information.", "显示命令的帮助。"), ("<subcommand>", "<命令>"), ("<options>", "<选项>"),
        (". Please provide one of the following:", "。可选："),
        (". Please provide one of ", "。可选："), ("Help:  ", "帮助："), ("See '", "请看 '"), ("' for detailed help.", "'。"),
        ("' for more information.", "'。"), ("Error: Missing expected argument ", "错误：缺少参数 "),
        ("Error: Missing one of: ", "错误：缺少其中之一："), ("Error: Unknown option ", "错误：没有这个选项："),
        ("Error: Missing value for ", "错误：缺少选项的值："), ("Error: Unexpected argument ", "错误：多余的参数："),
        ("Error: The option ", "错误：选项 "), (" does not take any value, but ", " 不带值，却写了 "), (" was specified.", "。"),
        ("Error: The value ", "错误：值 "), (" is invalid for ", " 不适用于 "), ("Error: ", "错误："), (". Did you mean ", "。是不是 "),
        ("' and '", "'、'"), ("' or '", "'、'"), ("', '", "'、'"), ("'.\n", "'。\n"), ("'?\n", "'？\n"), ("  See 请看", "  请看"),
        (" unexpected arguments: ", " 个多余的参数："),
    ]
}
