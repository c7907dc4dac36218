import CXML2

/// Reads web pages: libxml2's forgiving parser reports elements and text as it meets them, and no tree is built.
enum HTMLReader {
    /// Reads a page that is UTF-8 already; whatever encoding it declares no longer holds.
    static func read(_ utf8: [UInt8], limits: Limits) throws(FormatError) -> SourceDocument {
        if utf8.count > limits.pageBytes { throw .tooLarge(bytes: utf8.count, limit: limits.pageBytes) }
        LibXML.prepare()
        try TagGuard.check(utf8, .html, limits: limits)
        var sink = HTMLSink(limits: limits, capacity: utf8.count)
        let parsed = utf8.withUnsafeBytes { bytes in
            withUnsafeMutablePointer(to: &sink) { parse(bytes, into: $0, strayLimit: limits.strayTags) }
        }
        guard parsed else { throw .outOfResources(detail: "内存") }
        sink.flow.finish()
        if let failure = sink.flow.failure { throw failure }
        var document = SourceDocument(
            format: .html, utf8: sink.flow.utf8, blocks: sink.flow.blocks, metadata: sink.metadata)
        document.hidden = sink.hidden
        return document
    }

    /// What the callbacks need: the sink, and the parser to stop when the sink has failed.
    private struct Context {
        let sink: UnsafeMutablePointer<HTMLSink>
        let parser: htmlParserCtxtPtr
        let strayLimit: Int
        let budget: ReadingBudget
        var strayTags = 0
    }

    private static func parse(
        _ bytes: UnsafeRawBufferPointer, into sink: UnsafeMutablePointer<HTMLSink>, strayLimit: Int
    ) -> Bool {
        guard
            let parser = htmlCreateMemoryParserCtxt(
                bytes.assumingMemoryBound(to: CChar.self).baseAddress, CInt(bytes.count))
        else { return false }
        defer { htmlFreeParserCtxt(parser) }
        guard let handler = parser.pointee.sax else { return false }
        handler.pointee = Self.handler()
        var context = Context(sink: sink, parser: parser, strayLimit: strayLimit, budget: sink.pointee.flow.limits.budget)
        // With the input known to be UTF-8 the parser neither guesses nor converts.
        htmlCtxtUseOptions(
            parser,
            CInt(
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                    | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
        parser.pointee.charset = CInt(XML_CHAR_ENCODING_UTF8.rawValue)
        withUnsafeMutablePointer(to: &context) { context in
            parser.pointee.userData = UnsafeMutableRawPointer(context)
            htmlParseDocument(parser)
            parser.pointee.userData = nil
        }
        return true
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { context, name, attributes in
            guard let context = context?.assumingMemoryBound(to: Context.self), let name else { return }
            if let over = context.pointee.budget.failure { context.pointee.sink.pointee.flow.fail(over) }
            context.pointee.sink.pointee.start(name, attributes)
            HTMLReader.stopIfFailed(context)
        }
        handler.endElement = { context, name in
            guard let context = context?.assumingMemoryBound(to: Context.self), let name else { return }
            context.pointee.sink.pointee.end(name)
        }
        handler.characters = { context, text, count in
            guard let context = context?.assumingMemoryBound(to: Context.self) else { return }
            if let over = context.pointee.budget.failure { context.pointee.sink.pointee.flow.fail(over) }
            HTMLReader.stopIfFailed(context)
            context.pointee.sink.pointee.characters(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        // Blanks between words count; the flow knows where they do not.
        handler.ignorableWhitespace = handler.characters
        // An end tag that closes nothing makes no other call. The mark is what lets the parser call `serror` at all.
        handler.initialized = 0xDEED_BEAF
        handler.serror = { context, error in
            guard let context = context?.assumingMemoryBound(to: Context.self), let error,
                error.pointee.code == CInt(XML_ERR_TAG_NAME_MISMATCH.rawValue)
            else { return }
            context.pointee.strayTags += 1
            if context.pointee.strayTags > context.pointee.strayLimit {
                context.pointee.sink.pointee.flow.fail(.tooManyStrayTags(limit: context.pointee.strayLimit))
                HTMLReader.stopIfFailed(context)
            }
        }
        return handler
    }

    @inline(__always)
    private static func stopIfFailed(_ context: UnsafeMutablePointer<Context>) {
        if context.pointee.sink.pointee.flow.failure != nil { xmlStopParser(context.pointee.parser) }
    }
}
