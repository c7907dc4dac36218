import Markup

/// The field of a form to choose files in.
package struct FileField: Component {
    package var label: String
    package var hint: String
    /// The endings of the names that are offered.
    package var accepts: String
    package var isMultiple = false
    package var state: FormState

    package init(label: String, hint: String, accepts: String, isMultiple: Bool = false, state: FormState) {
        (self.label, self.hint, self.accepts, self.isMultiple, self.state) = (label, hint, accepts, isMultiple, state)
    }

    package var html: HTML {
        let name = FileForm.field
        let error = state.problems[name]
        let message: HTML = error.map { "<span class=\"field-error\" id=\"file-error\">\($0)</span>\n" } ?? ""
        let wrong = HTML.when(error != nil) { " wrong" }
        let described = HTML.when(error != nil) { " file-error" }
        return """
            <div class="field\(wrong)">
            <label for="\(name)">\(label)</label>
            <span class="hint" id="file-hint">\(hint)</span>
            \(message)<input type="file" id="\(name)" name="\(name)"\(HTML.when(isMultiple) { " multiple" }) aria-describedby="file-hint\(described)" accept="\(accepts)">
            </div>

            """
    }
}
