import TestValues
import Testing

@testable import Formats

/// The parser of plain XML against libxml2: what it reads, libxml2 reads alike; all else it leaves.
@Suite struct PlainXMLTests {
    /// Writes down what a parser tells, text in one piece.
    private struct Recorder: XMLSink {
        var events: [String] = []
        private var text = ""
        var failure: FormatError? { nil }

        mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
            flush()
            let values = ["a", "b", "val", "space", "w"].compactMap { name in attributes.text(name).map { "\(name)=\($0)" } }
            events.append("<\(String(cString: name))> \(values) \(attributes.count)")
        }

        mutating func end(_ name: UnsafePointer<UInt8>) {
            flush()
            events.append("</\(String(cString: name))>")
        }

        mutating func characters(_ characters: UnsafeBufferPointer<UInt8>) { text += String(decoding: characters, as: UTF8.self) }

        private mutating func flush() {
            if !text.isEmpty { events.append(text) }
            text = ""
        }
    }

    private func plain(_ xml: String, limits: Limits = .standard) throws(FormatError) -> [String]? {
        var sink = Recorder()
        return try XMLPart.parsePlain(Array(xml.utf8), named: "a.xml", into: &sink, limits: limits) ? sink.events : nil
    }

    private func any(_ xml: String) throws(FormatError) -> [String] {
        var sink = Recorder()
        try XMLPart.parseAny(Array(xml.utf8), named: "a.xml", into: &sink, limits: .standard)
        return sink.events
    }

    private static let document = """
        \u{FEFF}<?xml version="1.0" encoding="UTF-8" standalone='yes'?>\r
        <w:document xmlns:w="http://a/w" xmlns="http://a"><w:p w:a="1" b='二'><w:r><w:t xml:space="preserve">一、 总体，情况</w:t><w:tab/>\
        </w:r></w:p  ><x14:c val = "a>b"/>甲&amp;乙&lt;丙&gt;&quot;&apos;]
        </w:document>

        """

    @Test func whatOfficeProgramsWriteIsRead() throws {
        let events = try #require(try plain(Self.document))
        #expect(try any(Self.document) == events)
        #expect(events.contains("甲&乙<丙>\"']\n") && events.contains("一、 总体，情况"))
        #expect(events.contains("<t> [\"space=preserve\"] 1") && events.contains("<c> [\"val=a>b\"] 1"))
    }

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<a><!-- 甲 --></a>", "<a><![CDATA[甲]]></a>", "<a><?b?></a>", "<a>&#65;</a>", "<a>&b;</a>", "<a b=\"&amp;\"/>",
        "<a b=\"1\n2\"/>", "<a>1\r\n2</a>", "<a>\u{1}</a>", "<a>\u{FFFF}</a>", "<a>]]></a>", "<a b=\"<\"/>", "<a b='1' b='2'/>",
        "<a b=\"1\"c=\"2\"/>", "<a b/>", "<a b=1/>", "<a>", "<a></b>", "<a/><b/>", "<a/>甲", "甲<a/>", "", "<:a/>", "<a:/>", "<a:b:c/>",
        "<甲/>", "<1/>", "< a/>", "<a/ >", "</a>", "<a></a", "<a b=\"1", "<?xml version=\"1.1\"?><a/>",
        "<?xml version=\"1.0\" encoding=\"GBK\"?><a/>", "<?xml encoding=\"UTF-8\"?><a/>", " <?xml version=\"1.0\"?><a/>", "<a>1 & 2</a>",
    ])
    func allElseIsLeftToLibxml2(xml: String) throws {
        #expect(try plain(xml) == nil)
    }

    @Test func theLimitsHold() throws {
        var limits = Limits.standard
        limits.depth = 2
        #expect(Samples.error { () throws(FormatError) in try plain("<a><b><c/></b></a>", limits: limits) } == .nestingTooDeep(limit: 2))
        limits.budget = ReadingBudget(seconds: 60)
        limits.budget.cancel()
        #expect(Samples.error { () throws(FormatError) in try plain("<a/>", limits: limits) } == .readingCancelled)
    }

    @Test(arguments: 0..<400) func whatItReadsLibxml2ReadsAlike(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let pieces = [
            "<", ">", "/", "\"", "'", "=", "&", "&lt;", " ", "a", "w:", ":", "<b>", "</b>", "<c/>", "]]>", "\n", "甲", "xmlns:w=\"w\"", "-",
        ]
        for _ in 0..<20 {
            var characters = Array(Self.document.unicodeScalars)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: 0..<characters.count, using: &random)
                let end = min(characters.count, at + Int.random(in: 0...4, using: &random))
                characters.replaceSubrange(at..<end, with: pieces[Int.random(in: 0..<pieces.count, using: &random)].unicodeScalars)
            }
            let xml = String(String.UnicodeScalarView(characters))
            if let events = try plain(xml) { #expect(try any(xml) == events, "\(xml)") }
        }
    }
}

extension XMLAttributes {
    /// The value of an attribute, by a name that is no literal.
    fileprivate func text(_ name: String) -> String? {
        (0..<count).first { base?[$0 * 5].map { String(cString: $0) } == name }.flatMap { i in
            guard let start = base?[i * 5 + 3], let end = base?[i * 5 + 4] else { return nil }
            return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
    }
}
