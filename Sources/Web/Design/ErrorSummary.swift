import Markup

/// What is wrong with a form, on top of its page, each line linked to its field.
package struct ErrorSummary: Component {
    package var problems: Problems

    package var html: HTML {
        guard !problems.isEmpty else { return "" }
        return """
            <div class="summary" role="alert" aria-labelledby="summary-title">
            <h2 id="summary-title">需要修改</h2>
            <ul>\(problems.list.map { problem -> HTML in "<li><a href=\"#\(problem.field)\">\(problem.message)</a></li>" })</ul>
            </div>

            """
    }
}
