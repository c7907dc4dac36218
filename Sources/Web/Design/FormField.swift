import Markup

/// A labelled field of a form: its hint under the label, what is wrong under that, both told to screen readers.
package struct FormField: Component {
    /// The name that is sent, and the id.
    package var name: String
    package var label: String
    package var isOptional = false
    package var hint: String?
    package var error: String?
    package var control: Control

    package init(
        name: String, label: String, isOptional: Bool = false, hint: String? = nil, error: String? = nil, control: Control
    ) {
        (self.name, self.label, self.isOptional, self.hint) = (name, label, isOptional, hint)
        (self.error, self.control) = (error, control)
    }

    /// A field that finds what is wrong with it among the problems of its form.
    package init(
        name: String, label: String, isOptional: Bool = false, hint: String? = nil, in state: FormState, control: Control
    ) {
        self.init(name: name, label: label, isOptional: isOptional, hint: hint, error: state.problems[name], control: control)
    }

    package enum Control {
        /// A day; text that is none is kept in a line of text, since a date field would drop it.
        ///
        /// - `iso`: the day as 2026-11-21; nil if there is none.
        case date(_ iso: String?, typed: String?)
        /// A line of text.
        case text(String, autocomplete: String = "off")
        /// Several lines of text.
        case lines(String)
        /// Never shown again, so nothing is kept.
        case password(autocomplete: String)
        /// A code of the second factor.
        case code
        /// A short number, typed.
        case number(String?)
        /// One of a list, its entries in groups; `any` is the entry for none.
        case choice([Group], chosen: String?, any: String?)
        case box(isTicked: Bool)

        /// One of a few, without groups.
        package static func options(_ options: [Choice], chosen: String?, any: String? = nil) -> Control {
            .choice([Group(options: options)], chosen: chosen, any: any)
        }
    }

    /// Options under a common title; without a title they stand free.
    package struct Group {
        package var title: String?
        package var options: [Choice]

        package init(title: String? = nil, options: [Choice]) { (self.title, self.options) = (title, options) }
    }

    package var html: HTML {
        let described = [hint == nil ? nil : "\(name)-hint", error == nil ? nil : "\(name)-error"].compactMap { $0 }
        let about: HTML = described.isEmpty ? "" : " aria-describedby=\"\(described.joined(separator: " "))\""
        let wrong: HTML = error == nil ? "" : " aria-invalid=\"true\""
        let hint: HTML = self.hint.map { "<span class=\"hint\" id=\"\(name)-hint\">\($0)</span>" } ?? ""
        let problem: HTML = error.map { "<span class=\"field-error\" id=\"\(name)-error\">\($0)</span>" } ?? ""
        let optional: HTML = isOptional ? "<span class=\"optional\">（选填）</span>" : ""
        let label: HTML = "<label for=\"\(name)\">\(self.label)\(optional)</label>"
        let common: HTML = "id=\"\(name)\" name=\"\(name)\"\(about)\(wrong)"
        let content: HTML
        switch control {
        case .date(let iso?, _): content = "\(label)\(hint)\(problem)<input type=\"date\" \(common) value=\"\(iso)\">"
        case .date(nil, let typed?): content = "\(label)\(hint)\(problem)<input type=\"text\" \(common) value=\"\(typed)\">"
        case .text(let typed, let autocomplete):
            content = "\(label)\(hint)\(problem)<input type=\"text\" \(common) autocomplete=\"\(autocomplete)\" value=\"\(typed)\">"
        // A browser drops the first line break of what stands in the element.
        case .lines(let typed): content = "\(label)\(hint)\(problem)<textarea \(common)>\n\(typed)</textarea>"
        case .password(let autocomplete):
            content = "\(label)\(hint)\(problem)<input type=\"password\" \(common) autocomplete=\"\(autocomplete)\">"
        case .code:
            content =
                "\(label)\(hint)\(problem)<input type=\"text\" inputmode=\"numeric\" class=\"short\" \(common) autocomplete=\"one-time-code\">"
        case .date: content = "\(label)\(hint)\(problem)<input type=\"date\" \(common)>"
        case .number(let typed):
            content =
                "\(label)\(hint)\(problem)<input type=\"text\" inputmode=\"numeric\" class=\"short\" \(common) value=\"\(typed ?? "")\">"
        case .choice(let groups, let chosen, let any):
            content =
                "\(label)\(hint)\(problem)<select \(common)>\(any.map { "<option value=\"\">\($0)</option>" as HTML })\(groups.map { Self.group($0, chosen) })</select>"
        case .box(let isTicked):
            content =
                "<div class=\"box\"><input type=\"checkbox\" \(common) value=\"on\"\(HTML.when(isTicked) { " checked" })>\(label)</div>\(hint)\(problem)"
        }
        return "<div class=\"field\(error == nil ? "" : " wrong")\">\(content)</div>\n"
    }

    private static func group(_ group: Group, _ chosen: String?) -> HTML {
        let options = group.options.map { option -> HTML in
            "<option value=\"\(option.value)\"\(HTML.when(option.value == chosen) { " selected" })>\(option.title)</option>"
        }
        return group.title.map { "<optgroup label=\"\($0)\">\(options)</optgroup>" } ?? HTML.join(options)
    }
}
