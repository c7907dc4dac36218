import AnnualReport

extension ReportSheet {
    /// A single report: its sections as far as they are known, each table under the heading of its own.
    package init(_ report: AnnualReport) {
        self.init(title: Self.title(report))
        appendPreface(report.narrative)
        for section in Self.sections(report) {
            parts.append(.heading(section.heading))
            parts += section.paragraphs.map { .paragraph($0) }
            if let grid = section.grid { parts.append(.form(grid)) }
        }
    }

    /// The form's title where organization and year are known, so that both are read back; else the report's own.
    private static func title(_ report: AnnualReport) -> String {
        switch (report.organization, report.year) {
        case (let organization?, let year?): "\(organization)\(year)年政府信息公开工作年度报告"
        case (nil, let year?): report.narrative.title ?? "\(year)年政府信息公开工作年度报告"
        case (let organization?, nil): "\(organization)政府信息公开工作年度报告"
        case (nil, nil): report.narrative.title ?? "政府信息公开工作年度报告"
        }
    }

    private mutating func appendPreface(_ narrative: Narrative) {
        if let number = narrative.documentNumber { parts.append(.paragraph(number)) }
        if let period = narrative.periods.first, let first = period.first, let last = period.last {
            parts.append(.paragraph("本报告所列数据的统计期限自\(first.chinese)起至\(last.chinese)止。"))
        }
        if let publication = narrative.publication {
            parts.append(.paragraph("发布日期：\(publication.day.chinese)"))
        }
        if let contact = narrative.contact { parts.append(.paragraph("联系方式：\(contact)")) }
    }

    private struct Section {
        var topic: SectionTopic?
        var heading: String
        var paragraphs: [String] = []
        var grid: FormGrid?
    }

    private static func sections(_ report: AnnualReport) -> [Section] {
        var sections = report.narrative.sections.map { section in
            Section(
                topic: section.topic, heading: heading(section.number, section.heading),
                paragraphs: isTable(section.topic) ? [] : paragraphs(section.text))
        }
        for grid in FormGrid.tables(report) {
            let topic = grid.table.topic
            if let index = sections.firstIndex(where: { $0.topic == topic && $0.grid == nil }) {
                sections[index].grid = grid
            } else {
                let place = sections.firstIndex { $0.topic.map { $0.rawValue > topic.rawValue } ?? false }
                // Where only the tables are known, a number would tell of sections that are not written.
                let number = report.narrative.sections.isEmpty ? nil : topic.rawValue
                let section = Section(topic: topic, heading: heading(number, topic.title), grid: grid)
                sections.insert(section, at: place ?? sections.endIndex)
            }
        }
        return sections
    }

    /// The text of a table's section is the table over again.
    private static func isTable(_ topic: SectionTopic?) -> Bool {
        topic.map { topic in TableName.allCases.contains { $0.topic == topic } } ?? false
    }

    private static func heading(_ number: Int?, _ words: String) -> String {
        guard let number else { return words }
        let mark = ItemMark.section(number).text
        return words.hasPrefix(mark) ? words : mark + words
    }

    private static func paragraphs(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            String(line.drop(while: \.isWhitespace))
        }.filter { !$0.isEmpty }
    }
}

extension TableName {
    /// The statutory section that the table stands in.
    var topic: SectionTopic {
        switch self {
        case .proactive: .proactive
        case .requests: .requests
        case .reviews: .reviews
        }
    }
}
