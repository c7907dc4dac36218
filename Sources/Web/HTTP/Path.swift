/// A URL path of the site, written once: routes are registered with it, and links, forms and redirects are made of it.
///
///     static let account: Path<AccountWord, Int> = "/desk/people/{id}"
///     account(7)                                   // the address /desk/people/7
///     .done(account, 7, says: .edited)             // a redirect there, with a word of success
///
/// `Word` is what the page at the path can say of a change that led to it (`Never` for a page that says nothing), and
/// `Value` are the types of its placeholders, in their order.
package struct Path<Word: SuccessWord, each Value: PathValue>: Sendable, ExpressibleByStringLiteral {
    /// As the router takes it and the metrics name it: `/desk/people/{id}`.
    package let pattern: String
    /// The names of the placeholders, in their order.
    package let names: [String]
    /// What stands before, between and behind the placeholders: one more than there are placeholders.
    private let pieces: [String]

    /// - Parameter pattern: a path with as many `{name}` as there are values, which a test checks of every route.
    package init(stringLiteral pattern: String) {
        self.pattern = pattern
        var (pieces, names) = ([""], [String]())
        for character in pattern {
            switch character {
            case "{": names.append("")
            case "}": pieces.append("")
            case _ where names.count == pieces.count: names[names.count - 1].append(character)
            default: pieces[pieces.count - 1].append(character)
            }
        }
        (self.pieces, self.names) = (pieces, names)
    }

    /// How many values its addresses are made of.
    package static var valueCount: Int {
        var count = 0
        for _ in repeat (each Value).self { count += 1 }
        return count
    }

    /// The address with these values in the placeholders.
    package func callAsFunction(_ value: repeat each Value) -> Address {
        var texts: [String] = []
        for value in repeat each value { texts.append(value.pathText) }
        return Address(zip(pieces, texts).map { $0 + Link.encode($1) }.joined() + (pieces.last ?? ""))
    }

    /// The values of a request's path.
    ///
    /// - Parameter text: what stands in the placeholder of a name.
    /// - Returns: nil if one of them is missing or cannot be read.
    func values(_ text: (String) -> String?) -> (repeat each Value)? {
        var rest = names.makeIterator()
        func next<Next: PathValue>(_: Next.Type) throws(Unreadable) -> Next {
            guard let name = rest.next(), let text = text(name), let value = Next(pathText: text) else { throw Unreadable() }
            return value
        }
        return try? (repeat next((each Value).self))
    }

    private struct Unreadable: Error {}
}

/// What can stand in a placeholder of a path.
package protocol PathValue: Sendable {
    init?(pathText: String)
    var pathText: String { get }
}

extension Int: PathValue {
    package init?(pathText: String) { self.init(pathText) }
    package var pathText: String { String(self) }
}

extension String: PathValue {
    package init?(pathText: String) { self = pathText }
    package var pathText: String { self }
}

extension PathValue where Self: RawRepresentable, RawValue == String {
    package init?(pathText: String) { self.init(rawValue: pathText) }
    package var pathText: String { rawValue }
}

/// An address within the site: a path, with a query and a fragment where there are any.
package struct Address: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    /// The same with a query; parameters without a value are left out.
    package func with(_ query: KeyValuePairs<String, String?>) -> Address { Address(Link.to(text, query)) }

    /// The same with parameters that are known only at run time.
    package func with(_ query: [(String, String)]) -> Address { Address(Link.to(text, query)) }

    /// The same at a fragment, such as the id of a field.
    package func at(_ fragment: String) -> Address { Address(Link.to(text, fragment: fragment)) }
}
