import Testing

@testable import Office
@testable import Reports

/// Names searched in memory, without a database.
@Suite struct NameIndexTests {
    private static func names(_ list: [(Int, String)]) -> FoldedNames {
        var names = FoldedNames()
        for (id, name) in list { names.add(id, name) }
        return names
    }

    private static func ids(_ words: [String], _ list: [(Int, String)], most: Int = .max) -> [Int] {
        names(list).ids(with: words.map { Array($0.utf8) }, most: most)
    }

    private static let list = [(1, "青溪县石桥镇"), (2, "青溪县公安局"), (2, "青溪县公安分局"), (3, "石桥"), (4, "")]

    @Test("a name is found by any part of it, by all words in one name, each body once")
    func words() {
        #expect(Self.ids(["石桥"], Self.list) == [1, 3])
        #expect(Self.ids(["公安"], Self.list) == [2])
        #expect(Self.ids(["青溪", "镇"], Self.list) == [1])
        #expect(Self.ids(["公安局", "分局"], Self.list) == [])
        #expect(Self.ids(["县"], Self.list, most: 1) == [1])
        #expect(Self.ids(["石\0桥"], Self.list) == [])
        #expect(Self.ids([], Self.list) == [] && Self.ids(["石"], []) == [])
    }

    @Test("a word is never found over the end of a name, whatever a name has in it")
    func ends() {
        #expect(Self.ids(["镇青"], Self.list) == [])
        #expect(Self.ids(["甲乙"], [(1, "甲\0乙"), (2, "乙")]) == [1])
        // A needle of many equal bytes in a text of many more is looked for in time linear in both.
        let long = String(repeating: "甲", count: 2_000)
        #expect(Self.ids([long + "乙"], (0..<200).map { ($0, long) }) == [])
    }

    @Test("names are kept until the data has another revision")
    func revisions() {
        let index = NameIndex()
        func names(_ revision: Int, _ name: String) -> [Int] {
            let names = index.names(at: Revision([revision, 0])) { Self.names([(revision, name)]) }
            return names.ids(with: [Array("甲".utf8)])
        }
        #expect(names(1, "甲") == [1])
        #expect(names(1, "乙") == [1])
        #expect(names(2, "乙") == [])
    }
}
