/// An entry of a list to choose one from.
package struct Choice: Sendable {
    /// What is sent.
    package var value: String
    package var title: String

    package init(value: String, title: String) { (self.value, self.title) = (value, title) }

    /// The values of an enumeration, which are sent by their names.
    package static func list<Value: RawRepresentable<String>>(_ values: [Value], _ title: KeyPath<Value, String>) -> [Choice] {
        values.map { Choice(value: $0.rawValue, title: $0[keyPath: title]) }
    }
}
