/// Reads DOCX: paragraphs and tables of the main text, with the numbers that Word puts before paragraphs by itself.
enum WordReader {
    static func read(_ bytes: [UInt8], limits: Limits) throws(FormatError) -> SourceDocument {
        let main = "word/document.xml"
        let wanted: Set<String> = [main, "word/numbering.xml", "word/styles.xml"]
        let parts = try ArchiveReader.entries(of: bytes, limits: limits) { wanted.contains($0) }
        guard let document = parts.first(where: { $0.name == main }) else { throw .missingPart(main) }
        var numbering = WordNumbering()
        if let part = parts.first(where: { $0.name == "word/numbering.xml" }) {
            var sink = WordNumberingSink()
            try XMLPart.parse(part.bytes, named: part.name, into: &sink, limits: limits)
            numbering.lists = sink.lists
        }
        if let part = parts.first(where: { $0.name == "word/styles.xml" }) {
            var sink = WordStylesSink()
            try XMLPart.parse(part.bytes, named: part.name, into: &sink, limits: limits)
            numbering.styles = sink.styles
        }
        var sink = WordSink(limits: limits, capacity: document.bytes.count / 4, numbering: numbering)
        try XMLPart.parse(document.bytes, named: main, into: &sink, limits: limits)
        sink.flow.finish()
        if let failure = sink.flow.failure { throw failure }
        var source = SourceDocument(format: .docx, utf8: sink.flow.utf8, blocks: sink.flow.blocks)
        source.hidden = sink.hidden
        return source
    }
}
