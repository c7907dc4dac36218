import Markup
import Testing

import Formats

struct JSONValueTests {
    private func value(_ text: String) throws -> JSONValue? { try JSONValue.values(in: Array(text.utf8)).first }

    @Test func valuesOfEveryKindAreRead() throws {
        let text = " {\"a\" : [1, -2.5e3, true, false, null, \"x\"], \"b\": {}} "
        #expect(
            try value(text)
                == .object([
                    .init(key: "a", value: .array([.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null, .string("x")])),
                    .init(key: "b", value: .object([])),
                ]))
    }

    @Test func escapesAndHalvesOfCharactersAreJoined() throws {
        #expect(try value(#""\u4e2d\n\"\\\/\ud842\udfb7\t文""#) == .string("中\n\"\\/𠮷\t文"))
    }

    @Test func valuesFollowEachOtherInJSONLines() throws {
        #expect(try JSONValue.values(in: Array("{}\n[1]\n".utf8)).count == 2)
    }

    @Test(arguments: [
        ("{\"a\" 1}", 1), ("{\n\"a\":1,}", 2), ("[1 2]", 1), ("\n\n\"abc", 3), ("01", 1), ("1.", 1), ("nul", 1),
        ("\"\\ud842x\"", 1), ("\"\\q\"", 1), ("{", 1), ("[1,\n", 2), ("\"a\nb\"", 1), ("+1", 1),
    ])
    func whatIsNoJSONIsRefusedAtItsLine(_ text: String, _ line: Int) throws {
        let error = try #require(throws: JSONValue.SyntaxError.self) { try value(text) }
        #expect(error.line == line, "\(error.detail)")
    }
}
