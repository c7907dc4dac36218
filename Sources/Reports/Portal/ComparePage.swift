import AnnualReport
import Markup
import Office
import Web

/// Two reports side by side, every difference marked with a word.
struct CompareView {
    var first: StoredReport
    var second: StoredReport
    var comparison: Comparison

    /// What the two are called beside each other: by what tells them apart.
    var labels: (first: String, second: String)

    /// The older of the two stands first, so that 增 is what grew in time; of two on one year the one given first, of two
    /// versions of one report the earlier.
    init(_ a: StoredReport, _ b: StoredReport) {
        let isLater: Bool =
            if let x = a.version.year, let y = b.version.year, x != y {
                x > y
            } else {
                a.version.organizationID == b.version.organizationID && a.version.number > b.version.number
            }
        (first, second) = isLater ? (b, a) : (a, b)
        comparison = Comparison(first.report, second.report)
        labels = Self.labels(first.version, second.version)
    }

    private static func labels(_ first: ReportVersion, _ second: ReportVersion) -> (String, String) {
        func year(_ version: ReportVersion) -> String { version.year.map { "\($0)年" } ?? "年度不明" }
        if first.organizationID == second.organizationID {
            return first.year == second.year && first.year != nil
                ? ("第\(first.number)版", "第\(second.number)版") : (year(first), year(second))
        }
        if first.year == second.year, first.displayName != second.displayName { return (first.displayName, second.displayName) }
        return ("\(first.displayName)\(year(first))", "\(second.displayName)\(year(second))")
    }
}

enum ComparePage {
    static let trail = [HomePath.crumb, ReportsPath.crumb]

    static func render(_ view: CompareView) -> Page {
        let (cells, different, unknown) = view.comparison.compared
        return Page(
            title: "两份报告比较", section: .reports, trail: trail, width: .wide,
            body: """
                <h1>两份报告比较</h1>
                \(DataTable(caption: "比较的两份报告", hidesCaption: true, columns: ["报告", "地区", .figure("年度"), "版本"], rows: [row(view.first), row(view.second)]))
                <p>两份报告都写明的 \(cells) 格中，\(different == 0 ? "没有不同。" : "有 \(different) 格不同，标有“增”“减”或“不同”，是\(view.labels.second)与\(view.labels.first)相比。")\(unknown == 0 ? "" : "另有 \(unknown) 格至少一份没有写明或未能对位，无法比较。")</p>
                <ul class="actions"><li><a href="\(ReportsPath.compare(view.first.version.id))">换一份来比</a></li></ul>
                \(proactive(view))
                \(grouped(view, .requests, head: ApplicantKind.allCases.map(\.title)))
                \(grouped(view, .reviews, head: ReviewOutcome.allCases.map(\.title)))
                """)
    }

    private static func row(_ stored: StoredReport) -> [HTML] {
        let version = stored.version
        return [
            "<a href=\"\(ReportsPath.report(version.id))\">\(version.displayName)</a>", HTML(text: version.region),
            HTML(text: version.year.map { "\($0)" } ?? "不明"), "第 \(version.number) 版",
        ]
    }

    /// Table two has other columns in each block, so that each cell is a row here.
    private static func proactive(_ view: CompareView) -> HTML {
        let lines = view.comparison.lines(.proactive)
        guard !lines.isEmpty else { return missing(.proactive) }
        let rows = lines.flatMap { line in
            zip(line.columns, line.pairs).map { column, pair -> [HTML] in
                [
                    HTML(text: words(column, line.name, view)), value(pair.first, line.name, view.first),
                    value(pair.second, line.name, view.second), HTML(text: word(pair.difference)),
                ]
            }
        }
        let marked = zip(rows, lines.flatMap(\.pairs)).map { row, pair -> [HTML] in
            guard pair.difference.isDifferent else { return row }
            return [row[0], row[1], "<strong>\(row[2])</strong>", "<strong>\(row[3])</strong>"]
        }
        return """
            <h2>\(TableName.proactive.title)</h2>
            \(DataTable(caption: TableName.proactive.title, hidesCaption: true, columns: ["项目", .figure(view.labels.first), .figure(view.labels.second), "差别"], rows: marked, isFullWidth: false))
            """
    }

    /// Tables three and four: the two reports one above the other in each row, so that columns can be compared.
    private static func grouped(_ view: CompareView, _ table: TableName, head: [String]) -> HTML {
        let lines = view.comparison.lines(table)
        guard !lines.isEmpty else { return missing(table) }
        let body = lines.map { line -> HTML in
            """
            <tr class="first"><th scope="rowgroup" rowspan="2">\(line.name.fullTitle)</th><td class="which">\(view.labels.first)</td>\(whole(line, view.first) ?? HTML.join(line.pairs.map { "<td class=\"figure\">\(value($0.first, line.name, view.first))</td>" }))</tr>
            <tr class="second"><td class="which">\(view.labels.second)</td>\(whole(line, view.second) ?? HTML.join(line.pairs.map { second($0, line.name, view.second) }))</tr>

            """
        }
        return """
            <h2>\(table.title)</h2>
            \(DataTable.stackedFrame(label: table.title, heads: head, """
            <table class="held pair"><caption class="hidden">\(table.title)</caption>
            <thead><tr><th scope="col">项目</th><th scope="col">报告</th>\(head.map { title -> HTML in "<th scope=\"col\" class=\"figure\">\(title)</th>" })</tr></thead>
            <tbody>
            \(body)</tbody></table>
            """))
            """
    }

    /// A row of which no cell is known says so once.
    private static func whole(_ line: Comparison.Line, _ stored: StoredReport) -> HTML? {
        guard let row = stored.report.row(line.name), row.state != .placed else { return nil }
        return "<td class=\"whole\" colspan=\"\(line.pairs.count)\">整行\(CellText.unknown(row.state))</td>"
    }

    private static func second(_ pair: Comparison.Pair, _ row: RowName, _ stored: StoredReport) -> HTML {
        let shown = value(pair.second, row, stored)
        guard pair.difference.isDifferent else { return "<td class=\"figure\">\(shown)</td>" }
        return "<td class=\"figure differs\">\(shown)<span class=\"word\">\(word(pair.difference))</span></td>"
    }

    private static func value(_ cell: Cell?, _ row: RowName, _ stored: StoredReport) -> HTML {
        guard let cell else { return "<span class=\"word quiet\">无此项</span>" }
        return CellText.html(cell, in: stored.report.row(row)?.state ?? .placed)
    }

    private static func word(_ difference: Comparison.Difference) -> String {
        switch difference {
        case .same: ""
        case .more(let n): "增 \(n)"
        case .less(let n): "减 \(n)"
        case .notOnForm: "表样不同"
        case .unknown: "无法比较"
        case .other: "不同"
        }
    }

    /// The row's and the column's words on the form of the report that has them.
    private static func words(_ column: ColumnName, _ row: RowName, _ view: CompareView) -> String {
        guard case .proactive(let name) = column, case .proactive(let rowName) = row else { return column.title }
        let blocks = (view.first.report.proactive?.blocks ?? []) + (view.second.report.proactive?.blocks ?? [])
        let form = blocks.first { $0.rows.contains { $0.name == row && $0.columns.contains(column) } }?.form
        return rowName.words(form ?? .form2019) + "：" + name.words(rowName.block, form ?? .form2019)
    }

    private static func missing(_ table: TableName) -> HTML {
        "<h2>\(table.title)</h2>\n<p>两份报告都没有这张表。</p>\n"
    }
}
