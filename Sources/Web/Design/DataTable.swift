import Markup

/// A table of records in a frame of its own, which scrolls sideways by hand, wheel or keyboard where the screen is
/// narrow, its first column held.
package struct DataTable: Component {
    /// A column's title; as a literal where it holds no figures.
    package struct Column: ExpressibleByStringInterpolation {
        package var title: String
        /// Right-aligned figures.
        package var isFigure = false

        package init(stringLiteral title: String) { self.title = title }
        package init(title: String, isFigure: Bool = false) { (self.title, self.isFigure) = (title, isFigure) }

        package static func figure(_ title: String) -> Column { Column(title: title, isFigure: true) }
    }

    package var caption: String
    /// For screen readers alone where a heading already says it.
    package var hidesCaption = false
    package var columns: [Column]
    /// As many cells a row as columns; the first one heads its row.
    package var rows: [[HTML]]
    package var isFullWidth = true
    /// Few short columns that fit a phone: no more room between them than needed.
    package var isTight = false
    /// Sentences in its cells: they break into lines, and the table keeps to the page where it can.
    package var isTold = false

    package init(
        caption: String, hidesCaption: Bool = false, columns: [Column], rows: [[HTML]], isFullWidth: Bool = true, isTight: Bool = false,
        isTold: Bool = false
    ) {
        (self.caption, self.hidesCaption, self.columns, self.rows) = (caption, hidesCaption, columns, rows)
        (self.isFullWidth, self.isTight, self.isTold) = (isFullWidth, isTight, isTold)
    }

    package var html: HTML {
        let head = columns.map { column -> HTML in
            "<th scope=\"col\"\(Self.figure(column.isFigure))>\(column.title)</th>"
        }
        let body = rows.map { row -> HTML in
            "<tr>\(zip(columns, row).enumerated().map { index, cell -> HTML in Self.cell(cell.1, index, cell.0) })</tr>\n"
        }
        return Self.frame(
            label: caption,
            """
            <table class="held\(isFullWidth ? " list" : "")\(isTight ? " tight" : "")\(isTold ? " told" : "")"><caption\(hidesCaption ? " class=\"hidden\"" as HTML : "")>\(caption)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body)</tbody></table>
            """)
    }

    /// The frame that any wide table stands in.
    package static func frame(label: String, _ table: HTML) -> HTML { frame("frame", label, table) }

    /// The frame of a table that a phone does not scroll: each row's figures stand below its label.
    ///
    /// - Parameter heads: the columns of figures once more, which stay on top while the rows go by. Seven or five.
    package static func stackedFrame(label: String, heads: [String], _ table: HTML) -> HTML {
        let kinds: HTML = "<div class=\"kinds\" aria-hidden=\"true\">\(heads.map { "<span>\($0)</span>" as HTML })</div>\n"
        return frame(heads.count == 5 ? "frame stacked five" : "frame stacked", label, "\(kinds)\(table)")
    }

    private static func frame(_ classes: String, _ label: String, _ table: HTML) -> HTML {
        "<div class=\"\(classes)\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">\(table)</div>\n"
    }

    private static func cell(_ content: HTML, _ index: Int, _ column: Column) -> HTML {
        index == 0
            ? "<th scope=\"row\"\(figure(column.isFigure))>\(content)</th>" : "<td\(figure(column.isFigure))>\(content)</td>"
    }

    private static func figure(_ isFigure: Bool) -> HTML { isFigure ? " class=\"figure\"" : "" }
}
