/// The texts that cells refer to by number, each kept once however many cells show it.
struct SharedStringsSink: XMLSink {
    private(set) var utf8: [UInt8] = []
    private(set) var ranges: [TextRange] = []
    private(set) var failure: FormatError?
    private let limits: Limits
    private var start = 0
    private var text = SheetText(from: 0)
    private var isInText = false
    private var phoneticDepth = 0

    init(limits: Limits) { self.limits = limits }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        if CString.equal(name, "si") {
            start = utf8.count
            text = SheetText(from: start)
        }
        text.element(name, attributes)
        if CString.equal(name, "t") { isInText = phoneticDepth == 0 }
        if CString.equal(name, "rPh") { phoneticDepth += 1 }
    }

    mutating func end(_ name: UnsafePointer<UInt8>) {
        if CString.equal(name, "t") { isInText = false }
        if CString.equal(name, "rPh") { phoneticDepth -= 1 }
        if CString.equal(name, "si") {
            if utf8.count > min(limits.textBytes, Int(Int32.max) / 2) {
                failure = .tooMuchText(limit: limits.textBytes)
                return
            }
            text.decodeEscapes(in: &utf8)
            if Blank.isBlank(utf8, from: start) { utf8.removeLast(utf8.count - start) }
            ranges.append(TextRange(start, utf8.count))
        }
    }

    mutating func characters(_ characters: UnsafeBufferPointer<UInt8>) {
        if isInText { text.append(characters, to: &utf8) }
    }
}
