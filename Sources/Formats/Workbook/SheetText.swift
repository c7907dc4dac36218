/// The text of a cell or shared string as it is put together: rich text comes in runs, each with a look of its own.
struct SheetText {
    private let start: Int
    /// What is struck out no longer holds.
    private var isStruck = false
    private var isRaised = false
    private var wasRaised = false

    /// A text that begins at a place in the buffer.
    init(from start: Int) { self.start = start }

    /// Takes note of a run and what it says of its look.
    mutating func element(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
        if CString.equal(name, "r") {
            isStruck = false
            isRaised = false
        } else if CString.equal(name, "strike") {
            isStruck = attributes.isOn()
        } else if CString.equal(name, "vertAlign") {
            let position = attributes.string("val")
            isRaised = position == "superscript" || position == "subscript"
        }
    }

    /// Adds text of the open run; superscripts and subscripts stand apart from what is beside them.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, to utf8: inout [UInt8]) {
        if isStruck { return }
        if isRaised != wasRaised {
            wasRaised = isRaised
            if utf8.count > start, let last = utf8.last, last > 0x20, let first = text.first, first > 0x20 {
                utf8.append(0x20)
            }
        }
        utf8.append(contentsOf: text)
    }

    /// Decodes the characters that Excel writes as `_x000D_`; a carriage return ends a line as a line feed does.
    func decodeEscapes(in utf8: inout [UInt8]) {
        guard utf8[start...].contains(0x5F) else { return }
        var write = start
        var read = start
        while read < utf8.count {
            guard let scalar = Self.escape(utf8, at: read) else {
                utf8[write] = utf8[read]
                write += 1
                read += 1
                continue
            }
            read += 7
            if scalar == "\r" {
                if read < utf8.count, utf8[read] == 0x0A { continue }
                utf8[write] = 0x0A
                write += 1
                continue
            }
            // No longer than the seven bytes of the escape.
            for byte in String(scalar).utf8 {
                utf8[write] = byte
                write += 1
            }
        }
        utf8.removeLast(utf8.count - write)
    }

    /// The character of `_xHHHH_`, nil where there is none or one that text does not have.
    private static func escape(_ utf8: [UInt8], at i: Int) -> Unicode.Scalar? {
        guard utf8[i] == 0x5F, i + 6 < utf8.count, utf8[i + 1] == 0x78, utf8[i + 6] == 0x5F else { return nil }
        var code: UInt32 = 0
        for byte in utf8[(i + 2)..<(i + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            code = code << 4 | UInt32(digit)
        }
        guard code >= 0x20 || code == 0x09 || code == 0x0A || code == 0x0D, code != 0x7F else { return nil }
        return Unicode.Scalar(code)
    }
}
