/// Header fields as bytes. Text that decides about trust, paths or limits is never cut or compared as `Character`s: these
/// join combining marks to what stands before them, and call canonically equivalent texts equal.
extension ArraySlice<UInt8> {
    /// Without the spaces and tabs around it (OWS of RFC 9110).
    package var trimmingBlanks: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return rest
    }

    /// True for exactly these bytes, or for these letters in any case.
    package func isEqual(_ word: StaticString, ignoringCase: Bool = false) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { other in
            zip(self, other).allSatisfy { ignoringCase ? $0.lowercasedASCII == $1.lowercasedASCII : $0 == $1 }
        }
    }
}

extension UInt8 {
    package var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// `tchar` of RFC 9110: what a token is made of.
    package var isToken: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
            UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}

/// The media type of a `Content-Type` field (RFC 9110, section 8.3).
package enum MediaType {
    /// True if the field names that type, with whatever parameters.
    package static func `is`(_ type: StaticString, _ field: String) -> Bool {
        Array(field.utf8).prefix { $0 != UInt8(ascii: ";") }.trimmingBlanks.isEqual(type, ignoringCase: true)
    }
}

extension String {
    /// True for exactly the same bytes. `==` calls canonically equivalent texts equal.
    package func isSame(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
