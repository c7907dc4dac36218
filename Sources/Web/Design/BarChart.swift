import Markup

/// Bars drawn by the server: each with its label above and its figure at its end, told apart by pattern as well as by
/// colour. The same figures stand in a table beside.
package struct BarChart {
    package struct Bar {
        package var label: String
        package var value: Int
        /// Which of the patterns fills it, from 0.
        package var pattern = 0

        package init(label: String, value: Int, pattern: Int = 0) {
            self.label = label
            self.value = value
            self.pattern = pattern
        }
    }

    package struct Group {
        package var title: String?
        package var bars: [Bar]

        package init(title: String? = nil, bars: [Bar]) {
            self.title = title
            self.bars = bars
        }
    }

    /// Unique on the page: other ids are made of it.
    package var id: String
    package var title: String
    /// What the picture shows, in one sentence.
    package var description: String
    package var groups: [Group]

    package init(id: String, title: String, description: String, groups: [Group]) {
        self.id = id
        self.title = title
        self.description = description
        self.groups = groups
    }

    private static let width = 320
    /// Room for the longest figure at a bar's end.
    private static let room = 72
    private static let colours = ["#0b4fa8", "#8a5300", "#2f6b3a", "#5c5f66", "#a3141c"]

    package func render() -> HTML {
        var y = 8
        var marks: [HTML] = []
        for group in groups {
            if let title = group.title {
                marks.append("<text x=\"0\" y=\"\(y + 16)\" font-weight=\"600\">\(title)</text>\n")
                y += 28
            }
            for bar in group.bars {
                marks.append(mark(bar, y))
                y += 46
            }
            y += 8
        }
        let used = Set(groups.flatMap(\.bars).map { $0.pattern % Self.colours.count }).sorted()
        return """
            <svg role="img" aria-labelledby="\(id)-title \(id)-desc" viewBox="0 0 \(Self.width) \(y)" width="\(Self.width)" height="\(y)">
            <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(description)</desc>
            <defs>\(used.map(pattern))</defs>
            \(marks)</svg>
            """
    }

    private func mark(_ bar: Bar, _ y: Int) -> HTML {
        let most = max(1, groups.flatMap(\.bars).map(\.value).max() ?? 1)
        let length = max(0, bar.value) * (Self.width - Self.room) / most
        // A bar of nothing is a line, so that a zero is seen as one.
        let shown = bar.value > 0 ? max(2, length) : 0
        let rectangle: HTML =
            shown == 0
            ? ""
            : "<rect x=\"1\" y=\"\(y + 22)\" width=\"\(shown)\" height=\"16\" fill=\"url(#\(id)-p\(bar.pattern % Self.colours.count))\" stroke=\"\(Self.colours[bar.pattern % Self.colours.count])\"/>"
        return """
            <text x="0" y="\(y + 15)">\(bar.label)</text><line class="axis" x1="0.5" x2="0.5" y1="\(y + 20)" y2="\(y + 40)"/>\(rectangle)<text class="value" x="\(shown + 8)" y="\(y + 36)">\(bar.value)</text>

            """
    }

    private func pattern(_ index: Int) -> HTML {
        let colour = Self.colours[index]
        let lines: HTML =
            switch index {
            case 0: "<rect width=\"8\" height=\"8\" fill=\"\(colour)\"/>"
            case 1: "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" stroke=\"\(colour)\" stroke-width=\"3\"/>"
            case 2: "<circle cx=\"4\" cy=\"4\" r=\"2.6\" fill=\"\(colour)\"/>"
            case 3: "<path d=\"M0 2H8M0 6H8\" stroke=\"\(colour)\" stroke-width=\"2\"/>"
            default: "<path d=\"M2 0V8M6 0V8\" stroke=\"\(colour)\" stroke-width=\"2\"/>"
            }
        return """
            <pattern id="\(id)-p\(index)" width="8" height="8" patternUnits="userSpaceOnUse">\(lines)</pattern>
            """
    }
}
