import CXML2

/// What a parser calls, within the limits of a reading. The sink's type is hidden behind a subclass, since the C functions that
/// libxml2 calls cannot be generic.
class XMLDriver {
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

final class SinkDriver<Sink: XMLSink>: XMLDriver {
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
