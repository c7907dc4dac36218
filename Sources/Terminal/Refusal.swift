/// A command cannot do what it was asked, for a reason that the person can mend.
package struct Refusal: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
