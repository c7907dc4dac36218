import Markup

/// What is wrong with a form, on top of it, each line linked to its field.
enum ErrorSummary {
    struct Problem: Sendable {
        var message: String
        /// The id of the field.
        var field: String
    }

    static func render(_ problems: [Problem]) -> HTML {
        guard !problems.isEmpty else { return "" }
        return """
            <div class="summary" role="alert" aria-labelledby="summary-title">
            <h2 id="summary-title">需要修改</h2>
            <ul>\(problems.map { problem -> HTML in "<li><a href=\"#\(problem.field)\">\(problem.message)</a></li>" })</ul>
            </div>
            """
    }
}
