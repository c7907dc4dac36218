/// A JSON text as a value. Numbers keep their digits, members their order.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Equatable, Sendable {
        package var key: String
        package var value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// Why bytes are no JSON text.
    package struct SyntaxError: Error, Equatable {
        /// Of the text, from 1.
        package var line: Int
        /// In Chinese: what is wrong there.
        package var detail: String
    }

    /// The value of a member; nil where the object has none or this is no object.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The values that stand one after another in a text, white space between them: one in a JSON file, many in
    /// JSON Lines.
    ///
    /// - Parameter most: how many values they may be in all, those inside others among them; each takes many times the
    ///   memory of its text.
    package static func values(in utf8: [UInt8], most: Int = 1_000_000) throws(SyntaxError) -> [JSONValue] {
        var parser = JSONParser(utf8, most: most)
        return try parser.values()
    }
}

/// Reads JSON (RFC 8259) from UTF-8. Nesting is bounded, since each level is a call.
private struct JSONParser {
    private static let depthLimit = 64
    private let bytes: [UInt8]
    private var place = 0
    private let most: Int
    private var count = 0

    init(_ bytes: [UInt8], most: Int) {
        self.bytes = bytes
        self.most = most
    }

    mutating func values() throws(JSONValue.SyntaxError) -> [JSONValue] {
        var values: [JSONValue] = []
        skipSpace()
        while place < bytes.count {
            values.append(try value(depth: 0))
            skipSpace()
        }
        return values
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func error(_ detail: String) -> JSONValue.SyntaxError {
        let line = 1 + bytes[..<min(place, bytes.count)].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        return JSONValue.SyntaxError(line: line, detail: detail)
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONValue.SyntaxError) -> JSONValue {
        count += 1
        guard count <= most else { throw error("的值超过了 \(most) 个") }
        guard depth < Self.depthLimit else { throw error("嵌套超过 \(Self.depthLimit) 层") }
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw error("文件到此中断，缺少一个值")
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONValue.SyntaxError) -> JSONValue {
        place += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw error("应为带引号的键") }
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw error("键「\(key)」后缺少冒号") }
            skipSpace()
            members.append(.init(key: key, value: try value(depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw error("键「\(key)」的值后缺少逗号或右花括号") }
        }
    }

    private mutating func array(depth: Int) throws(JSONValue.SyntaxError) -> JSONValue {
        place += 1
        var values: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(values) }
        while true {
            skipSpace()
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(values) }
            guard take(UInt8(ascii: ",")) else { throw error("数组的值后缺少逗号或右方括号") }
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONValue.SyntaxError) -> JSONValue {
        let text = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[place...].starts(with: text) else { throw error("有不能识别的字") }
        place += text.count
        return value
    }

    private mutating func number() throws(JSONValue.SyntaxError) -> JSONValue {
        let start = place
        _ = take(UInt8(ascii: "-"))
        let whole = digits()
        var isValid = whole == 1 || (whole > 1 && bytes[place - whole] != UInt8(ascii: "0"))
        if take(UInt8(ascii: ".")) { isValid = digits() > 0 && isValid }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            isValid = digits() > 0 && isValid
        }
        guard isValid else { throw error("有不能识别的字") }
        return .number(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func digits() -> Int {
        let start = place
        while let byte = next, byte.isASCIIDigit { place += 1 }
        return place - start
    }

    private mutating func string() throws(JSONValue.SyntaxError) -> String {
        place += 1
        let start = place
        // Most strings have no escape and are decoded in one go.
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { place += 1 }
        if take(UInt8(ascii: "\"")) { return String(decoding: bytes[start..<place - 1], as: UTF8.self) }
        var text = Array(bytes[start..<place])
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                place += 1
                try escape(&text)
            case 0..<0x20: throw error("字符串里有未转义的控制字符")
            default:
                text.append(byte)
                place += 1
            }
        }
        throw error("字符串没有结束")
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONValue.SyntaxError) {
        guard let byte = next else { throw error("字符串没有结束") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var value = try fourDigits()
            // Two halves of one character beyond the basic plane.
            if (0xD800..<0xDC00).contains(value) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw error("字符串里有半个字符") }
                let low = try fourDigits()
                guard (0xDC00..<0xE000).contains(low) else { throw error("字符串里有半个字符") }
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(value) else { throw error("字符串里有半个字符") }
            text.append(contentsOf: Array(String(Character(scalar)).utf8))
        default: throw error("字符串里有不能识别的转义")
        }
    }

    private mutating func fourDigits() throws(JSONValue.SyntaxError) -> UInt32 {
        guard place + 4 <= bytes.count else { throw error("字符串没有结束") }
        var value: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw error("字符串里有不能识别的转义") }
            value = value << 4 | UInt32(digit)
        }
        place += 4
        return value
    }
}
