import Markup

/// A labelled list to choose one from.
package enum Choice {
    package struct Option {
        package var value: String
        package var title: String

        package init(value: String, title: String) {
            self.value = value
            self.title = title
        }
    }

    package static func render(
        _ label: String, name: String, id: String? = nil, options: [Option], chosen: String?, any: String? = nil
    ) -> HTML {
        let id = id ?? name
        let first: HTML = any.map { "<option value=\"\">\($0)</option>" } ?? ""
        let rest = options.map { option -> HTML in
            "<option value=\"\(option.value)\"\(HTML.when(option.value == chosen) { " selected" })>\(option.title)</option>"
        }
        return """
            <div class="field"><label for="\(id)">\(label)</label><select id="\(id)" name="\(name)">\(first)\(rest)</select></div>
            """
    }
}
