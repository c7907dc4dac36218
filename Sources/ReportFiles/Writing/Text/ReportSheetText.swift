extension ReportSheet {
    /// The whole sheet as plain text, its tables in a layout; lists as tab-separated rows.
    package func text(_ layout: TextLayout) -> String {
        var text = title + "\n\n"
        for part in parts {
            switch part {
            case .heading(let words): text += "\n" + words + "\n"
            case .subheading(let words), .paragraph(let words): text += words + "\n"
            case .form(let grid): text += "\n" + grid.text(layout) + "\n"
            case .list(let list):
                text += ([list.header] + list.rows).map { $0.joined(separator: "\t") + "\n" }.joined()
            }
        }
        return text
    }
}
