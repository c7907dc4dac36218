import AnnualReport

extension ReportSheet {
    /// A merged report: the tables, who is missing, what was found, and for each cell what it adds up.
    package init(_ merged: MergedReport) {
        let year = merged.year.map { "\($0)年" } ?? ""
        self.init(title: "\(merged.organization)\(year)政府信息公开工作年度报告汇总")
        parts.append(.paragraph("已计入 \(merged.counted) 份报告。\(merged.own == nil ? "" : "本级政府自己的报告不计入合计，与合计不同的格列在后面。")"))
        for grid in FormGrid.tables(proactive: merged.proactive, requests: merged.requests, reviews: merged.reviews) {
            parts += [.heading(grid.table.topic.title), .form(grid)]
        }
        appendNames("应报未报的单位", merged.missing)
        appendNames("重复报送的单位（以第一份为准）", merged.doubled)
        appendNames("年度不符、未计入的单位", merged.wrongYear)
        if !merged.leftOut.isEmpty { parts += [.heading("未计入的报告"), .list(Self.leftOut(merged.leftOut))] }
        if !merged.differing.isEmpty { parts += [.heading("与本级政府自己的报告不同的格"), .list(Self.differing(merged))] }
        if !merged.findings.isEmpty {
            parts += [.heading("汇总中发现的问题"), .list(MergeFindings.sheet("汇总中发现的问题", merged.findings))]
        }
        if !merged.contributions.isEmpty {
            parts += [.heading("各单元格的来源"), .list(Self.contributions(merged))]
        }
    }

    private static func leftOut(_ reports: [LeftOutReport]) -> SheetList {
        SheetList(
            caption: "未计入的报告", header: ["单位", "文件", "原因"], widths: [20, 30, 50],
            rows: reports.map { [$0.organization, $0.source, $0.reason.words] })
    }

    private static func differing(_ merged: MergedReport) -> SheetList {
        let rows = merged.rows.flatMap(\.cells).compactMap { name, entry -> [String]? in
            guard let own = merged.differing[name] else { return nil }
            return [name.description, name.title, CellWords.shown(entry.cell), CellWords.shown(own)]
        }
        return SheetList(
            caption: "与本级政府自己的报告不同的格", header: ["单元格", "名称", "各单位合计", "本级政府的报告"], widths: [26, 34, 20, 20], rows: rows,
            isFolded: true)
    }

    private mutating func appendNames(_ heading: String, _ names: [String]) {
        guard !names.isEmpty else { return }
        parts += [.heading(heading), .paragraph(names.joined(separator: "、"))]
    }

    /// One row a cell. Reports that say 0 are counted, not named; whoever says anything else is named.
    private static func contributions(_ merged: MergedReport) -> SheetList {
        let values = Dictionary(
            merged.rows.flatMap { row in row.cells.map { ($0.name, $0.entry.cell) } }, uniquingKeysWith: { first, _ in first })
        let rows = merged.contributedCells.map { name in
            let list = merged.contributions[name] ?? []
            var words: [String] = []
            for contribution in list where !contribution.isZero {
                words.append("\(contribution.organization ?? contribution.source) \(CellWords.shown(contribution.value))")
            }
            let zeros = list.count { $0.isZero }
            if zeros > 0 { words.append(words.isEmpty ? "\(zeros) 份均为 0" : "另 \(zeros) 份为 0") }
            return [name.description, name.title, CellWords.shown(values[name] ?? .absent), words.joined(separator: "；")]
        }
        return SheetList(
            caption: "各单元格的来源", header: ["单元格", "名称", "汇总数", "各单位所报"], widths: [22, 26, 8, 44], rows: rows,
            isFolded: true)
    }
}

extension Contribution {
    fileprivate var isZero: Bool {
        switch value {
        case .count(let count): count == 0
        case .amount(let amount): amount.isZero
        case .notApplicable, .blank, .absent: false
        }
    }
}
