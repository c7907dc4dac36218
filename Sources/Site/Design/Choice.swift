import Markup

/// A labelled list to choose one from.
enum Choice {
    struct Option {
        var value: String
        var title: String
    }

    static func render(
        _ label: String, name: String, id: String? = nil, options: [Option], chosen: String?, any: String? = nil
    ) -> HTML {
        let id = id ?? name
        let first: HTML = any.map { "<option value=\"\">\($0)</option>" } ?? ""
        let rest = options.map { option -> HTML in
            "<option value=\"\(option.value)\"\(option.value == chosen ? " selected" : "" as HTML)>\(option.title)</option>"
        }
        return """
            <div class="field"><label for="\(id)">\(label)</label><select id="\(id)" name="\(name)">\(first)\(rest)</select></div>
            """
    }
}
