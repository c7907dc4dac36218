/// The fields of a form, as a browser sends them. Passwords keep the spaces around them; all else is trimmed.
package struct PostedForm: Sendable {
    private var values: [String: [String]] = [:]

    package init() {}

    package init(_ body: [UInt8]) throws(PageError) {
        for (name, value) in try QueryString.pairs(body, longest: 100_000) { values[name, default: []].append(value) }
    }

    /// The value without white space around it; nil if it is missing or empty.
    package func text(_ name: String) -> String? {
        guard let value = typed(name), !value.isEmpty else { return nil }
        return value
    }

    /// The value without white space around it; nil if there was no such field.
    package func typed(_ name: String) -> String? { values[name]?.first?.trimmingSpaces }

    /// As typed; empty if it is missing.
    package func raw(_ name: String) -> String { values[name]?.first ?? "" }

    /// All values of a name, such as ticked boxes.
    package func all(_ name: String) -> [String] { values[name] ?? [] }

    package func int(_ name: String) -> Int? { text(name).flatMap(Int.init) }
}
