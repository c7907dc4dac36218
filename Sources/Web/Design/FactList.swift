import Markup

/// What is known of a thing, as the small table on top of it.
package enum FactList {
    package static func render(_ facts: [(name: String, value: HTML)], caption: String) -> HTML {
        """
        <table class="facts"><caption class="hidden">\(caption)</caption><tbody>
        \(facts.map { fact -> HTML in "<tr><th scope=\"row\">\(fact.name)</th><td>\(fact.value)</td></tr>\n" })</tbody></table>
        """
    }
}
