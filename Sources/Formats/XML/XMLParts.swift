import CXML2

/// What an XML part of an Office file is made into. Elements come by their local names: prefixes are the writer's choice.
protocol XMLSink {
    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes)
    mutating func end(_ name: UnsafePointer<UInt8>)
    mutating func characters(_ text: UnsafeBufferPointer<UInt8>)
    /// Set when the part cannot be used; the parser then stops.
    var failure: FormatError? { get }
}

/// An element's attributes, valid during the callback.
struct XMLAttributes {
    /// libxml2's quintuples: local name, prefix, URI, value, end of value.
    fileprivate let base: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    fileprivate let count: Int

    /// The value of the attribute with a local name, whatever its prefix.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let base else { return nil }
        for i in 0..<count {
            let entry = base + i * 5
            if let key = entry[0], Bytes.equal(key, name), let start = entry[3], let end = entry[4] {
                return UnsafeBufferPointer(start: start, count: end - start)
            }
        }
        return nil
    }

    func string(_ name: StaticString) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    func int(_ name: StaticString) -> Int? { string(name).flatMap { Int($0) } }

    /// A number of things, never below `least` and never so large that adding to it could overflow; `least` where the
    /// attribute is absent or no number.
    func count(_ name: StaticString, least: Int) -> Int { min(max(int(name) ?? least, least), Int(Int32.max)) }

    /// False where an on/off attribute says so; true where it is absent.
    func isOn(_ name: StaticString = "val") -> Bool {
        guard let value = string(name) else { return true }
        return value != "0" && value != "false" && value != "off"
    }
}

/// Parses XML parts with libxml2's SAX interface: no tree, no network, no document types, no entities but XML's five.
enum XMLPart {
    static func parse<Sink: XMLSink>(
        _ bytes: [UInt8], named part: String, into sink: inout Sink, limits: Limits
    ) throws(FormatError) {
        LibXML.prepare()
        if bytes.isEmpty { throw .damagedXML(part: part, line: 1) }
        try TagGuard.check(bytes, .xml, limits: limits)
        let error = bytes.withUnsafeBytes { bytes in
            withUnsafeMutablePointer(to: &sink) { run(bytes, part, $0, limits) }
        }
        if let failure = sink.failure { throw failure }
        if let error { throw error }
    }

    /// What the callbacks need. The sink's type is hidden behind closures, since C functions cannot be generic.
    private struct Context {
        let start: (UnsafePointer<UInt8>, XMLAttributes) -> FormatError?
        let end: (UnsafePointer<UInt8>) -> Void
        let characters: (UnsafeBufferPointer<UInt8>) -> Void
        let parser: xmlParserCtxtPtr
        let part: String
        let depthLimit: Int
        let budget: ReadingBudget
        var depth = 0
        var error: FormatError?

        mutating func stop(_ failure: FormatError?) {
            guard let failure else { return }
            if error == nil { error = failure }
            xmlStopParser(parser)
        }
    }

    private static func run<Sink: XMLSink>(
        _ bytes: UnsafeRawBufferPointer, _ part: String, _ sink: UnsafeMutablePointer<Sink>, _ limits: Limits
    ) -> FormatError? {
        guard let parser = xmlNewParserCtxt() else { return .outOfResources(detail: "内存") }
        defer { xmlFreeParserCtxt(parser) }
        guard let handler = parser.pointee.sax else { return .outOfResources(detail: "内存") }
        handler.pointee = Self.handler()
        let options = CInt(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_HUGE.rawValue)
        var context = Context(
            start: {
                sink.pointee.start($0, $1)
                return sink.pointee.failure
            },
            end: { sink.pointee.end($0) }, characters: { sink.pointee.characters($0) },
            parser: parser, part: part, depthLimit: limits.depth, budget: limits.budget)
        return withUnsafeMutablePointer(to: &context) { context in
            parser.pointee.userData = UnsafeMutableRawPointer(context)
            // No tree is built, so there is no document to free.
            _ = xmlCtxtReadMemory(
                parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, CInt(bytes.count), nil, nil, options)
            parser.pointee.userData = nil
            if let error = context.pointee.error { return error }
            if parser.pointee.wellFormed == 0 {
                return .damagedXML(part: part, line: Int(parser.pointee.lastError.line))
            }
            return nil
        }
    }

    private static func context(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Context>? {
        raw?.assumingMemoryBound(to: Context.self)
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC: use the callbacks that know namespaces.
        handler.internalSubset = { raw, _, _, _ in
            guard let context = XMLPart.context(raw) else { return }
            context.pointee.stop(.documentTypeForbidden(part: context.pointee.part))
        }
        handler.startElementNs = { raw, name, _, _, _, _, count, _, attributes in
            guard let context = XMLPart.context(raw), let name, context.pointee.error == nil else { return }
            context.pointee.depth += 1
            if context.pointee.depth > context.pointee.depthLimit {
                return context.pointee.stop(.nestingTooDeep(limit: context.pointee.depthLimit))
            }
            if let over = context.pointee.budget.failure { return context.pointee.stop(over) }
            context.pointee.stop(
                context.pointee.start(name, XMLAttributes(base: attributes, count: Int(count))))
        }
        handler.endElementNs = { raw, name, _, _ in
            guard let context = XMLPart.context(raw), let name, context.pointee.error == nil else { return }
            context.pointee.depth -= 1
            context.pointee.end(name)
        }
        handler.characters = { raw, text, count in
            guard let context = XMLPart.context(raw), context.pointee.error == nil else { return }
            if let over = context.pointee.budget.failure { return context.pointee.stop(over) }
            context.pointee.characters(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        return handler
    }
}
