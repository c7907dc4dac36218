import Markup

/// A piece of a page that takes parameters. Interpolated as it is: `"\(FormField(…))"`.
package protocol Component {
    var html: HTML { get }
}

extension HTML.StringInterpolation {
    /// A component.
    package mutating func appendInterpolation(_ component: some Component) { appendInterpolation(component.html) }
    /// A component; nothing for nil.
    package mutating func appendInterpolation(_ component: (some Component)?) { if let component { appendInterpolation(component.html) } }
    /// An address, escaped.
    package mutating func appendInterpolation(_ address: Address) { appendInterpolation(address.text) }
}

extension HTML {
    /// A part that is there under a condition.
    package static func when(_ condition: Bool, _ part: () -> HTML) -> HTML { condition ? part() : HTML() }
}
