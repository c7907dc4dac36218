import CXML2

/// What an XML part of an Office file is made into. Elements come by their local names: prefixes are the writer's choice.
protocol XMLSink {
    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes)
    mutating func end(_ name: UnsafePointer<UInt8>)
    mutating func characters(_ text: UnsafeBufferPointer<UInt8>)
    /// Set when the part cannot be used; the parser then stops.
    var failure: FormatError? { get }
    /// Whether there is a failure: asked at every element. Mutating, so that the whole sink is not copied to ask.
    var hasFailed: Bool { mutating get }
}

extension XMLSink {
    var hasFailed: Bool { mutating get { failure != nil } }
}

/// An element's attributes, valid during the callback.
struct XMLAttributes {
    /// libxml2's quintuples: local name, prefix, URI, value, end of value.
    let base: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let count: Int

    /// The value of the attribute with a local name, whatever its prefix.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let base else { return nil }
        for i in 0..<count {
            let entry = base + i * 5
            if let key = entry[0], CString.equal(key, name), let start = entry[3], let end = entry[4] {
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

/// Parses XML parts as a stream of events, plain ones by `PlainXML`, all others with libxml2's SAX interface: no tree, no network, no document types, no entities but XML's five.
enum XMLPart {
    static func parse<Sink: XMLSink>(
        _ bytes: [UInt8], named part: String, into sink: inout Sink, limits: Limits
    ) throws(FormatError) {
        if bytes.isEmpty { throw .damagedXML(part: part, line: 1) }
        try TagGuard.check(bytes, .xml, limits: limits)
        if try parsePlain(bytes, named: part, into: &sink, limits: limits) { return }
        try parseAny(bytes, named: part, into: &sink, limits: limits)
    }

    /// Reads XML that holds nothing unusual, as office programs write it.
    ///
    /// - Returns: false, with the sink as it was, for any other: whether that is XML at all, libxml2 says.
    static func parsePlain<Sink: XMLSink>(
        _ bytes: [UInt8], named part: String, into sink: inout Sink, limits: Limits
    ) throws(FormatError) -> Bool {
        var attempt = sink
        let (isPlain, error) = withUnsafeMutablePointer(to: &attempt) { sink -> (Bool, FormatError?) in
            let driver = SinkDriver(sink, part, limits)
            return (bytes.withUnsafeBufferPointer { PlainXML.read($0, driver) }, driver.error)
        }
        guard isPlain else { return false }
        sink = attempt
        if let failure = sink.failure { throw failure }
        if let error { throw error }
        return true
    }

    /// Reads any XML with libxml2.
    static func parseAny<Sink: XMLSink>(
        _ bytes: [UInt8], named part: String, into sink: inout Sink, limits: Limits
    ) throws(FormatError) {
        LibXML.prepare()
        let error = bytes.withUnsafeBytes { bytes in
            withUnsafeMutablePointer(to: &sink) { run(bytes, SinkDriver($0, part, limits)) }
        }
        if let failure = sink.failure { throw failure }
        if let error { throw error }
    }

    private static func run(_ bytes: UnsafeRawBufferPointer, _ driver: XMLDriver) -> FormatError? {
        guard let parser = xmlNewParserCtxt() else { return .outOfResources(detail: "内存") }
        defer { xmlFreeParserCtxt(parser) }
        guard let handler = parser.pointee.sax else { return .outOfResources(detail: "内存") }
        handler.pointee = Self.handler()
        let options = CInt(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_HUGE.rawValue)
        driver.parser = parser
        // The driver outlives the parser, which holds it without counting references.
        return withExtendedLifetime(driver) {
            parser.pointee.userData = Unmanaged.passUnretained(driver).toOpaque()
            // No tree is built, so there is no document to free.
            _ = xmlCtxtReadMemory(
                parser, bytes.assumingMemoryBound(to: CChar.self).baseAddress, CInt(bytes.count), nil, nil, options)
            parser.pointee.userData = nil
            if let error = driver.error { return error }
            if parser.pointee.wellFormed == 0 {
                return .damagedXML(part: driver.part, line: Int(parser.pointee.lastError.line))
            }
            return nil
        }
    }

    /// Calls the driver that a callback got, unless it has stopped.
    @inline(__always)
    private static func drive(_ raw: UnsafeMutableRawPointer?, _ body: (XMLDriver) -> Void) {
        guard let raw else { return }
        Unmanaged<XMLDriver>.fromOpaque(raw)._withUnsafeGuaranteedRef { if !$0.hasStopped { body($0) } }
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC: use the callbacks that know namespaces.
        handler.internalSubset = { raw, _, _, _ in
            XMLPart.drive(raw) { $0.stop(.documentTypeForbidden(part: $0.part)) }
        }
        handler.startElementNs = { raw, name, _, _, _, _, count, _, attributes in
            guard let name else { return }
            XMLPart.drive(raw) { driver in
                guard driver.enter() else { return }
                driver.start(name, XMLAttributes(base: attributes, count: Int(count)))
            }
        }
        handler.endElementNs = { raw, name, _, _ in
            guard let name else { return }
            XMLPart.drive(raw) { driver in
                driver.depth -= 1
                driver.end(name)
            }
        }
        handler.characters = { raw, text, count in
            XMLPart.drive(raw) { driver in
                guard driver.isInTime() else { return }
                driver.characters(UnsafeBufferPointer(start: text, count: Int(count)))
            }
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        return handler
    }
}
