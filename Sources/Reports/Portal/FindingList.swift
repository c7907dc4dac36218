import AnnualReport
import Markup
import Office
import ReportFiles
import Web

/// Findings in words, by severity: what, where, found, expected, on what basis.
enum FindingList {
    /// What the findings speak of.
    enum Voice {
        /// A report, which has an original.
        case report
        /// A sum of reports, which has bodies behind it.
        case merge
    }

    /// Which severities there are and how many, each linked to its part of the list.
    static func counts(_ items: [FindingItem]) -> HTML {
        guard !items.isEmpty else { return "<p>没有发现问题。</p>\n" }
        return """
            <ul class="counts">\(Severity.allCases.map { severity -> HTML in
                let count = items.count { $0.severity == severity }
                return count == 0 ? "" : "<li><a class=\"tag \(severity.rawValue)\" href=\"#\(severity.rawValue)s\">\(severity.title) \(count)</a></li>"
            })</ul>

            """
    }

    /// - Parameters:
    ///   - anchors: the places that the source text beside has.
    ///   - cells: the cells that stand on the page.
    static func render(
        _ items: [FindingItem], anchors: Set<String> = [], cells: Set<CellName> = [], voice: Voice = .report
    ) -> HTML {
        HTML.join(
            Severity.allCases.map { severity in
                let group = items.filter { $0.severity == severity }
                guard !group.isEmpty else { return "" }
                return """
                    <h3 id="\(severity.rawValue)s">\(severity.title)（\(group.count)）<span class="small quiet">\(meaning(severity))</span></h3>
                    <ol class="findings">\(group.prefix(longest).map { render($0, anchors, cells, voice) })</ol>
                    \(HTML.when(group.count > longest) { "<p class=\"quiet\">还有 \(group.count - longest) 项同样程度的问题没有列出。</p>" })

                    """
            })
    }

    /// How many findings of a severity a page lists: far more than a report of any office has, and few enough for a hostile one.
    static let longest = 300

    private static func meaning(_ severity: Severity) -> String {
        switch severity {
        case .error: "　自相矛盾或与规定不符"
        case .warning: "　数字不可轻信"
        case .notice: "　形式上的问题"
        }
    }

    private static func render(_ item: FindingItem, _ anchors: Set<String>, _ cells: Set<CellName>, _ voice: Voice) -> HTML {
        let finding = item.finding
        var facts: [(String, HTML)] = []
        switch voice {
        case .report:
            if !finding.cells.isEmpty { facts.append(("单元格", places(finding.cells, cells))) }
            if let found = finding.found { facts.append(("原件中", HTML(text: found.description))) }
            if let expected = finding.expected { facts.append(("应为", HTML(text: expected.description))) }
        case .merge:
            if !finding.organizations.isEmpty { facts.append(("涉及单位", HTML(text: finding.organizations.joined(separator: "、")))) }
            if !finding.cells.isEmpty { facts.append(("单元格", HTML(text: MergeFindings.places(finding)))) }
        }
        if !finding.origin.description.isEmpty { facts.append(("位置", place(finding.origin, anchors))) }
        if let previous = item.previousVersionID {
            facts.append(("对照", "<a href=\"\(ReportsPath.report(previous))\">上一年度的报告</a>"))
        }
        facts.append(("怎么改", HTML(text: finding.rule.advice)))
        facts.append(("依据", HTML(text: finding.basis)))
        return """
            <li id="\(item.anchor)"><p>\(Tag.render(item.severity)) <strong>\(item.number). \(finding.rule.title)</strong></p>
            <p>\(finding.message)</p>
            <dl>\(facts.map { name, value -> HTML in "<dt>\(name)</dt><dd>\(value)</dd>" })</dl></li>

            """
    }

    /// The cells of one row are told together: 表三「（一）予以公开」自然人、总计.
    private static func places(_ names: [String], _ cells: Set<CellName>) -> HTML {
        var parts: [(row: RowName?, html: HTML)] = []
        for name in names {
            guard let cell = CellName(name) else {
                parts.append((nil, HTML(text: CellWords.title(name) + (RowName(name) == nil ? "" : "整行"))))
                continue
            }
            let isNew = parts.last?.row != cell.row
            let words = isNew ? CellWords.title(name) : cell.column.title
            let html: HTML = cells.contains(cell) ? "<a href=\"#\(cell.anchor)\">\(words)</a>" : HTML(text: words)
            if isNew { parts.append((cell.row, html)) } else { parts[parts.count - 1].html += "、\(html)" }
        }
        return HTML.join(parts.map(\.html), separator: "；")
    }

    private static func place(_ origin: Origin, _ anchors: Set<String>) -> HTML {
        guard let anchor = origin.anchor, anchors.contains(anchor) else { return HTML(text: origin.description) }
        return "<a href=\"#\(anchor)\">\(origin.description)</a>"
    }
}
