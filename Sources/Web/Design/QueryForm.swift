import Markup

/// A form that asks and changes nothing: what is typed stands in the address (GET).
package struct QueryForm: Component {
    package enum Look: Sendable {
        /// One row of fields on top of a list.
        case filter
        case plain
    }

    private let address: Address
    private let look: Look
    private let label: String?
    private let isSearch: Bool
    private let hidden: KeyValuePairs<String, String>
    private let button: PostForm.Button
    private let cancel: PostForm.Cancel?
    private let content: HTML

    /// - Parameters:
    ///   - label: what it is for, for screen readers.
    ///   - isSearch: true if it finds something in a list.
    ///   - hidden: what it sends besides its fields.
    package init(
        to address: Address, look: Look = .filter, label: String? = nil, isSearch: Bool = false,
        hidden: KeyValuePairs<String, String> = [:], button: PostForm.Button, cancel: PostForm.Cancel? = nil, content: () -> HTML
    ) {
        (self.address, self.look, self.label, self.isSearch, self.hidden) = (address, look, label, isSearch, hidden)
        (self.button, self.cancel, self.content) = (button, cancel, content())
    }

    package var html: HTML {
        let classes = HTML.when(look == .filter) { " class=\"filter\"" }
        let role = HTML.when(isSearch) { " role=\"search\"" }
        let label: HTML = self.label.map { " aria-label=\"\($0)\"" } ?? ""
        let fields = hidden.map { name, value -> HTML in "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
        let out: HTML = cancel.map { "\n<a class=\"button second\" href=\"\($0.address)\">\($0.title)</a>" } ?? ""
        let sending: HTML = look == .filter ? "<div class=\"field\">\(button.html)</div>" : "\(button.html)\(out)"
        return "<form\(classes) method=\"get\" action=\"\(address)\"\(role)\(label)>\n\(fields)\(content)\n\(sending)\n</form>\n"
    }
}
