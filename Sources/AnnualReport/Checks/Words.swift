import Law

/// What the text says: period, year, publication, statutory topics, figures and sums.
extension Check {
    /// The statistical period is 1 January to 31 December of the report's year; silent where none is stated.
    static func period(_ report: AnnualReport) -> [Finding] {
        for stated in report.narrative.periods {
            let year = report.year ?? stated.first?.year ?? stated.last?.year ?? 0
            let first = Day(year: year, month: 1, day: 1)
            let last = Day(year: year, month: 12, day: 31)
            if let first, let last, stated.first != first || stated.last != last {
                let expected = "\(first.chinese)至\(last.chinese)"
                return [
                    Finding(
                        .period, "统计期限写的是「\(stated.quote)」，应为\(expected)", expected: .text(expected),
                        found: .text(stated.quote), origin: stated.origin)
                ]
            }
        }
        return []
    }

    /// The title, the period and the words '2020年…年度报告' of the text name the same year.
    static func yearMismatch(_ report: AnnualReport) -> [Finding] {
        let narrative = report.narrative
        guard let year = narrative.titleYear ?? report.year else { return [] }
        var seen: Set<Int> = [year]
        var findings: [Finding] = []
        func name(_ other: Int, _ what: String, _ quote: String, _ origin: Origin) {
            guard seen.insert(other).inserted else { return }
            findings.append(
                Finding(
                    .yearMismatch, "\(narrative.titleYear == nil ? "报告" : "标题")为 \(year) 年，\(what)「\(quote)」为 \(other) 年",
                    expected: .number(year), found: .number(other), origin: origin))
        }
        if narrative.titleYear != nil {
            for stated in narrative.periods {
                if let other = stated.first?.year ?? stated.last?.year { name(other, "统计期限", stated.quote, stated.origin) }
            }
        }
        for named in narrative.namedYears { name(named.year, "正文", named.quote, named.origin) }
        return findings
    }

    /// Published by the day that is due for whoever the name says it is (article 49). Of reports before the Regulation, and
    /// of an unknown body before the later day, nothing is said.
    static func late(_ report: AnnualReport, _ towns: TownReportDay) -> [Finding] {
        guard let year = report.year, let publication = report.narrative.publication else { return [] }
        let reporter = report.organization.map(OrganizationName.reporter) ?? .government
        guard let due = ReportDue(on: year, by: reporter, towns: towns), publication.day > due.day else { return [] }
        let isTown = reporter == .town
        return [
            Finding(
                .late,
                "\(publication.basis.rawValue)的日期是\(publication.day.chinese)，\(isTown ? "按当地要求" : "")应在\(due.day.chinese)前公布",
                expected: .text(due.day.description), found: .text(publication.day.description), origin: publication.origin,
                basis: isTown ? due.basis : nil)
        ]
    }

    /// The report of a people's government tells assessment, public rating and accountability (article 50).
    static func missingTopic(_ report: AnnualReport) -> [Finding] {
        let missing = Narrative.Topic.allCases.filter { !report.narrative.topics.contains($0) }
        guard !missing.isEmpty, let organization = report.organization, OrganizationName.isGovernment(organization) else { return [] }
        let names = missing.map(\.rawValue).joined(separator: "、")
        return [
            Finding(
                .missingTopic, "人民政府的年度报告还应写明工作考核、社会评议和责任追究结果，文中没有：\(names)",
                expected: .list(missing.map { .text($0.rawValue) }))
        ]
    }

    /// A figure in the text agrees with the table that it speaks of; one finding a figure.
    static func narrativeMismatch(_ report: AnnualReport) -> [Finding] {
        report.narrative.figures.compactMap { figure in
            guard let (accepted, cells, subject) = tabulated(figure.meaning, report), let expected = accepted.first,
                !accepted.contains(figure.value)
            else { return nil }
            return Finding(
                .narrativeMismatch, "正文「\(figure.quote)」说\(subject) \(figure.value)，表格为 \(expected)",
                cells: cells.map(\.description), expected: .number(expected), found: .number(figure.value), origin: figure.origin)
        }
    }

    /// What the tables say on the subject of a figure: the values that agree with it, the first being the table's
    /// own; nil where the table does not say.
    private static func tabulated(_ meaning: Narrative.Figure.Meaning, _ report: AnnualReport) -> ([Int], [CellName], String)? {
        func requests(_ row: RequestRow, _ kind: ApplicantKind) -> (Int, CellName)? {
            let name = CellName(.requests(row), .applicant(kind))
            guard let n = report.requests?.cell(row, kind)?.count else { return nil }
            return (n, name)
        }
        func reviews(_ group: ReviewGroup) -> (Int, CellName)? {
            guard let n = report[group, .total].count else { return nil }
            return (n, CellName(.reviews(group), .outcome(.total)))
        }
        switch meaning {
        case .received:
            guard let (n, name) = requests(.received, .total) else { return nil }
            // 'Received' may be said of all that was handled in the year, with what was carried in.
            let carriedIn = requests(.carriedIn, .total)?.0 ?? 0
            return ([n, n.adding(carriedIn) ?? n], [name], "收到申请")
        case .receivedFromPersons:
            guard let (n, name) = requests(.received, .naturalPerson) else { return nil }
            return ([n], [name], "自然人申请")
        case .receivedFromOrganizations:
            var sum = 0
            var names: [CellName] = []
            for kind in ApplicantKind.kinds.dropFirst() {
                guard let cell = report.requests?.cell(.received, kind), let n = cell.operand, let next = sum.adding(n)
                else { return nil }
                sum = next
                names.append(CellName(.requests(.received), .applicant(kind)))
            }
            return ([sum], names, "法人或其他组织申请")
        case .granted:
            guard let (n, name) = requests(.granted, .total) else { return nil }
            return ([n], [name], "予以公开")
        case .carriedOver:
            guard let (n, name) = requests(.carriedOver, .total) else { return nil }
            return ([n], [name], "结转下年度继续办理")
        case .reconsiderations:
            guard let (n, name) = reviews(.reconsideration) else { return nil }
            return ([n], [name], "行政复议")
        case .lawsuits:
            guard let (direct, first) = reviews(.litigationDirect), let (after, second) = reviews(.litigationAfterReconsideration),
                let sum = direct.adding(after)
            else { return nil }
            return ([sum], [first, second], "行政诉讼")
        }
    }

    /// Parts that one sentence lists add up to the whole it gives.
    static func narrativeSum(_ report: AnnualReport) -> [Finding] {
        report.narrative.sums.compactMap { sum in
            guard let total = Narrative.total(sum.parts), total != sum.whole else { return nil }
            return Finding(
                .narrativeSum,
                "正文「\(sum.quote)」：\(sum.parts.map(String.init).joined(separator: "＋"))＝\(total)，不等于 \(sum.whole)",
                expected: .number(sum.whole), found: .number(total), origin: sum.origin)
        }
    }
}
