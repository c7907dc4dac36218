import Markup

/// What is known of a thing, as the small table on top of it.
package struct FactList: Component {
    package var facts: [(name: String, value: HTML)]
    /// For screen readers.
    package var caption: String

    package init(_ facts: [(name: String, value: HTML)], caption: String) { (self.facts, self.caption) = (facts, caption) }

    package var html: HTML {
        """
        <table class="facts"><caption class="hidden">\(caption)</caption><tbody>
        \(facts.map { fact -> HTML in "<tr><th scope=\"row\">\(fact.name)</th><td>\(fact.value)</td></tr>\n" })</tbody></table>
        """
    }
}
