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

/// What libxml2's callbacks call: C functions cannot be generic, so that the sink's type is hidden behind a subclass.
private class XMLDriver {
    let part: String
    var parser: xmlParserCtxtPtr?
    var depth = 0
    private(set) var error: FormatError?
    private(set) var hasStopped = false
    private let depthLimit: Int
    private let budget: ReadingBudget

    init(_ part: String, _ limits: Limits) {
        self.part = part
        depthLimit = limits.depth
        budget = limits.budget
    }

    func stop(_ failure: FormatError?) {
        guard !hasStopped else { return }
        error = failure
        hasStopped = true
        if let parser { xmlStopParser(parser) }
    }

    /// False, and the reading has ended, where elements are nested too deep or its time is over.
    func enter() -> Bool {
        depth += 1
        if depth > depthLimit { stop(.nestingTooDeep(limit: depthLimit)) }
        return isInTime()
    }

    func isInTime() -> Bool {
        if let over = budget.failure { stop(over) }
        return !hasStopped
    }

    func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {}
    func end(_ name: UnsafePointer<UInt8>) {}
    func characters(_ text: UnsafeBufferPointer<UInt8>) {}
}

private final class SinkDriver<Sink: XMLSink>: XMLDriver {
    private let sink: UnsafeMutablePointer<Sink>

    /// - Parameter sink: outlives the driver.
    init(_ sink: UnsafeMutablePointer<Sink>, _ part: String, _ limits: Limits) {
        self.sink = sink
        super.init(part, limits)
    }

    override func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        sink.pointee.start(name, attributes)
        if sink.pointee.hasFailed { stop(sink.pointee.failure) }
    }

    override func end(_ name: UnsafePointer<UInt8>) { sink.pointee.end(name) }

    override func characters(_ text: UnsafeBufferPointer<UInt8>) { sink.pointee.characters(text) }
}
