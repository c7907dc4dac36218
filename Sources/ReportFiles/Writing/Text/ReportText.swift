import AnnualReport

/// A report as a sheet for the terminal: what it is, and its three tables. The five kinds of cell look different: 0 is
/// 0, a blank 空, 'not applicable' /, an unknown figure 未知, a row that is not there 缺.
package enum ReportText {
    package static func tables(_ report: AnnualReport) -> String {
        var text = (report.organization ?? "（未能识别单位）") + " · " + (report.year.map { "\($0) 年" } ?? "（未能识别年度）") + "\n"
        text += "文件：\(report.source.name)"
        if let form = report.template { text += " · 表样：\(form.notice)" }
        text += "\n"
        if let title = report.narrative.title { text += "标题：\(title)\n" }
        if let number = report.narrative.documentNumber { text += "文号：\(number)\n" }
        return text + tables(report.proactive, report.requests, report.reviews)
    }

    package static func tables(_ merged: MergedReport) -> String {
        summary(merged) + tables(merged.proactive, merged.requests, merged.reviews)
    }

    /// What a merge added up, who is missing, and what was left out and why.
    package static func summary(_ merged: MergedReport) -> String {
        var text = "\(merged.organization) · \(merged.year.map { "\($0) 年" } ?? "（未能识别年度）") · 汇总\n"
        if !merged.missing.isEmpty { text += "应报未报（\(merged.missing.count)）：\(merged.missing.joined(separator: "、"))\n" }
        text += "已计入 \(merged.counted) 份报告\n"
        if !merged.leftOut.isEmpty { text += "未计入 \(merged.leftOut.count) 份：\n" }
        for report in merged.leftOut { text += "  \(report.organization)（\(report.source)）：\(report.reason.words)\n" }
        return text
    }

    private static func tables(
        _ proactive: ProactiveTable?, _ requests: RequestTable?, _ reviews: ReviewTable?
    ) -> String {
        var text = section(.proactive)
        text += proactive.map { $0.blocks.map(block).joined(separator: "\n") } ?? missing
        text += section(.requests) + (requests.map(table) ?? missing)
        text += section(.reviews) + (reviews.map(table) ?? missing)
        return text
    }

    private static let missing = "没有找到这张表。\n"

    private static func section(_ table: TableName) -> String { "\n\(table.title)\n\n" }

    private static func block(_ block: TableBlock) -> String {
        let columns = block.item.columns(block.form)
        let header = [[block.item.title]] + columns.map { [$0.words(block.item, block.form)] }
        let rows = block.rows.map { row -> [String] in
            guard case .proactive(let name) = row.name else { return [] }
            return [name.words(block.form)] + figures(row)
        }
        return TerminalTable(header: header, rows: rows).text
    }

    private static func table(_ table: RequestTable) -> String {
        let header = [["表三"]] + ApplicantKind.allCases.map { lines($0.title, of: 4) }
        var rows: [[String]] = []
        var group: RequestGroup?
        for row in table.rows {
            guard case .requests(let name) = row.name else { continue }
            if name.group != group {
                if group == nil, name.group != nil { rows.append([RequestGroup.results.title]) }
                if let next = name.group, next != .results { rows.append(["  " + next.title]) }
                group = name.group
            }
            let indent =
                switch name.group {
                case nil: ""
                case .results: "  "
                default: "    "
                }
            rows.append([indent + label(name)] + figures(row))
        }
        return TerminalTable(header: header, rows: rows).text
    }

    /// The form's longest labels are cut to the part that names the row.
    private static func label(_ row: RequestRow) -> String {
        let words = row.shortWords ?? row.words
        return row.mark.text + (words.firstIndex(of: "（").map { String(words[..<$0]) } ?? words)
    }

    private static func table(_ table: ReviewTable) -> String {
        let header = [["表四"]] + ReviewOutcome.allCases.map { [$0.title] }
        let rows = table.rows.map { [$0.name.title] + figures($0) }
        return TerminalTable(header: header, rows: rows).text
    }

    private static func figures(_ row: Row) -> [String] {
        row.entries.map { row.state == .missing ? "缺" : CellWords.shown($0.cell) }
    }

    /// A long heading in lines of `length` characters: 法律服务 over 机构.
    private static func lines(_ words: String, of length: Int) -> [String] {
        var lines: [String] = []
        var rest = words[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return lines
    }
}
