import Markup

/// What is wrong with a form, on top of it, each line linked to its field.
package enum ErrorSummary {
    package struct Problem: Sendable {
        package var message: String
        /// The id of the field.
        package var field: String

        package init(message: String, field: String) {
            self.message = message
            self.field = field
        }
    }

    package static func render(_ problems: [Problem]) -> HTML {
        guard !problems.isEmpty else { return "" }
        return """
            <div class="summary" role="alert" aria-labelledby="summary-title">
            <h2 id="summary-title">需要修改</h2>
            <ul>\(problems.map { problem -> HTML in "<li><a href=\"#\(problem.field)\">\(problem.message)</a></li>" })</ul>
            </div>
            """
    }
}
