import HTTPTypes

/// The hops that a request came by, as the proxies' header lists them (`X-Forwarded-For`, or `Forwarded` of RFC 7239).
///
/// Read from the right, as each proxy appends: what an attacker sends stands to the left, so that nothing in it, such as
/// a quotation mark that is never closed, can change how the proxy's own entry is read. Bytes are compared, not
/// characters: a combining mark joins itself to the comma behind it and would make one hop of two.
package struct ForwardedChain: IteratorProtocol {
    /// One entry of the list.
    package struct Hop: Equatable {
        /// Nil where the entry names no address that can be read: `unknown`, `_hidden`, or what is no entry at all.
        package var address: NetworkAddress?
        /// The scheme that the hop was asked by; nil where the entry does not say.
        package var isSecure: Bool?

        package init(address: NetworkAddress? = nil, isSecure: Bool? = nil) {
            self.address = address
            self.isSecure = isSecure
        }
    }

    private let header: ProxyTrust.Header
    /// What is still to be read; nil at the end.
    private var rest: ArraySlice<UInt8>?

    package init(_ headers: HTTPFields, header: ProxyTrust.Header) {
        self.header = header
        let lines = headers[values: header == .forwarded ? .forwarded : .xForwardedFor]
        // Several lines of a field are one list (RFC 9110, section 5.2).
        rest = lines.isEmpty ? nil : Array(lines.map { Array($0.utf8) }.joined(separator: [UInt8(ascii: ",")]))[...]
    }

    package mutating func next() -> Hop? {
        guard let list = rest else { return nil }
        switch header {
        case .xForwardedFor:
            let comma = list.lastIndex(of: UInt8(ascii: ","))
            rest = comma.map { list[..<$0] }
            return Hop(address: Self.node(list[(comma.map { $0 + 1 } ?? list.startIndex)...].trimmingBlanks))
        case .forwarded:
            // The shortest end of the list that is an entry: a comma within quotes leaves no entry to its right.
            var comma = list.lastIndex(of: UInt8(ascii: ","))
            while true {
                if let hop = Self.element(list[(comma.map { $0 + 1 } ?? list.startIndex)...].trimmingBlanks) {
                    rest = comma.map { list[..<$0] }
                    return hop
                }
                guard let at = comma else { break }
                comma = list[..<at].lastIndex(of: UInt8(ascii: ","))
            }
            rest = nil
            return Hop()
        }
    }

    /// `forwarded-element` of RFC 7239: pairs of a token and a token or quoted string, each name once. Nil for anything else.
    private static func element(_ text: ArraySlice<UInt8>) -> Hop? {
        var hop = Hop()
        var names: Set<[UInt8]> = []
        var rest = text
        while true {
            let name = rest.prefix { $0.isToken }
            rest = rest[name.endIndex...]
            guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "="), let value = takeValue(&rest),
                names.insert(name.map(\.lowercasedASCII)).inserted
            else { return nil }
            if name.isEqual("for", ignoringCase: true) { hop.address = node(value[...]) }
            if name.isEqual("proto", ignoringCase: true) { hop.isSecure = value[...].isEqual("https", ignoringCase: true) }
            rest = rest.trimmingBlanks
            guard let separator = rest.popFirst() else { return hop }
            guard separator == UInt8(ascii: ";") else { return nil }
            rest = rest.trimmingBlanks
            if rest.isEmpty { return hop }
        }
    }

    /// A token, or what a quoted string holds. An address stands without quotes in the headers of many proxies, though
    /// `[` and `:` are of no token.
    private static func takeValue(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.prefix { $0.isToken || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
            rest = rest[token.endIndex...]
            return token.isEmpty ? nil : Array(token)
        }
        rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return value
            case UInt8(ascii: "\\"):
                guard let escaped = rest.popFirst() else { return nil }
                value.append(escaped)
            default: value.append(byte)
            }
        }
        return nil
    }

    /// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]:4711`.
    private static func node(_ text: ArraySlice<UInt8>) -> NetworkAddress? {
        if text.first == UInt8(ascii: "[") {
            guard let end = text.firstIndex(of: UInt8(ascii: "]")), isPort(text[(end + 1)...]) else { return nil }
            return address(text[(text.startIndex + 1)..<end])
        }
        if let address = address(text) { return address }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), isPort(text[colon...]) else { return nil }
        return address(text[..<colon])
    }

    private static func address(_ text: ArraySlice<UInt8>) -> NetworkAddress? {
        // A zone names a link of the machine that wrote it: in a list that travels it is of no address.
        text.contains(UInt8(ascii: "%")) ? nil : NetworkAddress(String(decoding: text, as: UTF8.self))
    }

    /// Nothing, or a colon and a number.
    private static func isPort(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.first else { return true }
        let digits = text.dropFirst()
        return colon == UInt8(ascii: ":") && (1...5).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
