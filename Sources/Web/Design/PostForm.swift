import Markup

/// A form that changes something, with its CSRF token: none is written by hand.
///
///     PostForm(to: AccountPath.account(id), view.state, button: "保存") { "\(FormField(…))" }
package struct PostForm: Component {
    package enum Look {
        case plain
        /// Fields as wide as what is usually typed into them.
        case wide
        /// One button in a line of text or the cell of a table.
        case inline
    }

    /// A button that sends the form.
    package struct Button: ExpressibleByStringInterpolation {
        package var title: String
        /// What it is about, for those who hear it apart from its line.
        package var about: String?
        package var isSecond = false
        /// What it sends, where the form has several.
        package var value: (name: String, value: String)?

        package init(stringLiteral title: String) { self.title = title }

        package init(_ title: String, about: String? = nil, isSecond: Bool = false, sends value: (name: String, value: String)? = nil) {
            (self.title, self.about, self.isSecond, self.value) = (title, about, isSecond, value)
        }

        /// One that is not the page's main button.
        package static func second(_ title: String, about: String? = nil, sends value: (name: String, value: String)? = nil) -> Button {
            Button(title, about: about, isSecond: true, sends: value)
        }

        var html: HTML {
            let sent: HTML = value.map { " name=\"\($0.name)\" value=\"\($0.value)\"" } ?? ""
            return
                "<button class=\"button\(HTML.when(isSecond) { " second" })\" type=\"submit\"\(sent)>\(title)\(about.map { "<span class=\"hidden\">\($0)</span>" as HTML })</button>"
        }
    }

    /// The way out without a change.
    package struct Cancel {
        package var title: String
        package var address: Address

        package init(_ title: String, _ address: Address) { (self.title, self.address) = (title, address) }
    }

    private let address: Address
    private let token: HTML
    private let look: Look
    private let isUpload: Bool
    private let hidden: KeyValuePairs<String, String>
    private let buttons: [Button]
    private let cancel: Cancel?
    private let content: HTML

    /// - Parameters:
    ///   - look: how its fields stand.
    ///   - isUpload: true if it carries files.
    ///   - hidden: what it sends besides its fields.
    ///   - buttons: at its end, the main one first.
    ///   - cancel: the way out without a change.
    package init(
        to address: Address, _ state: FormState, look: Look = .plain, isUpload: Bool = false, hidden: KeyValuePairs<String, String> = [:],
        buttons: [Button], cancel: Cancel? = nil, content: () -> HTML = { HTML() }
    ) {
        (self.address, token, self.look, self.isUpload) = (address, state.token, look, isUpload)
        (self.hidden, self.buttons, self.cancel, self.content) = (hidden, buttons, cancel, content())
    }

    /// The same with one button.
    package init(
        to address: Address, _ state: FormState, look: Look = .plain, isUpload: Bool = false, hidden: KeyValuePairs<String, String> = [:],
        button: Button, cancel: Cancel? = nil, content: () -> HTML = { HTML() }
    ) {
        self.init(
            to: address, state, look: look, isUpload: isUpload, hidden: hidden, buttons: [button], cancel: cancel, content: content)
    }

    package var html: HTML {
        let classes: HTML =
            switch look {
            case .plain: ""
            case .wide: " class=\"wide-input\""
            case .inline: " class=\"inline\""
            }
        let fields = hidden.map { name, value -> HTML in "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
        let buttons = HTML.join(buttons.map(\.html), separator: "\n")
        let out: HTML = cancel.map { "\n<a class=\"button second\" href=\"\($0.address)\">\($0.title)</a>" } ?? ""
        let opening: HTML =
            "<form\(classes) method=\"post\" action=\"\(address)\"\(HTML.when(isUpload) { " enctype=\"multipart/form-data\"" })>"
        // A form in a line has no line breaks, which would be blanks.
        if look == .inline { return "\(opening)\(token)\(fields)\(content)\(buttons)\(out)</form>" }
        return "\(opening)\n\(token)\(fields)\n\(content)\n\(buttons)\(out)\n</form>\n"
    }
}
