/// What a page says of a change that led to it: 资料已修改。 A redirect carries its key in the query (`?done=edited`), and
/// the page at the other end, whose path knows the type, shows its text.
package protocol SuccessWord: Sendable {
    init?(key: String)
    var key: String { get }
    /// Nil if the page makes the text itself, of what it shows.
    var text: String? { get }
}

extension SuccessWord where Self: RawRepresentable, RawValue == String {
    package init?(key: String) { self.init(rawValue: key) }
    package var key: String { rawValue }
}

/// The word of pages to which no change leads.
extension Never: SuccessWord {
    package init?(key: String) { nil }
    package var key: String { switch self {} }
    package var text: String? { switch self {} }
}

/// The name of the query's parameter that carries a word.
package enum SuccessQuery {
    package static let name = "done"
}
