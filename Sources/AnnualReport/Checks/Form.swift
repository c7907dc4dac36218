/// Whether the report is printed on the form that its year requires, in the form's words and order.
extension Check {
    /// The form fits the year: one finding a block of table two and one for table three that is of the other form.
    static func wrongForm(_ report: AnnualReport) -> [Finding] {
        guard let form = report.expectedForm else { return [] }
        let should = "\(report.year.map { "\($0)年度" } ?? "本")报告应使用 \(form.rawValue) 年表样（\(form.notice)）"
        var findings: [Finding] = []
        for block in report.proactive?.blocks ?? [] where block.isPrinted && block.form != form {
            findings.append(
                Finding(
                    .wrongForm, "\(block.item.title)用的是 \(block.form.rawValue) 年表样，\(should)",
                    cells: block.rows.map(\.name.description), expected: .text(form.rawValue),
                    found: .text(block.form.rawValue), origin: block.origin))
        }
        if let table = report.requests, table.form != form {
            let origin = table.rows.first { $0.state != .missing }?.origin ?? .unknown
            findings.append(
                Finding(
                    .wrongForm, "表三用的是 \(table.form.rawValue) 年表样，\(should)", cells: ["requests"],
                    expected: .text(form.rawValue), found: .text(table.form.rawValue), origin: origin))
        }
        return findings
    }

    /// Each block of table two cites its own item of article 20.
    static func wrongArticle(_ report: AnnualReport) -> [Finding] {
        report.remarks.compactMap { remark in
            guard case .citedArticle(let block, let printed, let origin) = remark else { return nil }
            return Finding(
                .wrongArticle, "写的是「\(printed)」，应为「\(block.title)」",
                cells: report.proactive?.blocks.first { $0.item == block }?.rows.map(\.name.description) ?? [],
                expected: .text(block.title), found: .text(printed), origin: origin)
        }
    }

    /// The form's own words are used; one finding a distinct term.
    static func wrongTerm(_ report: AnnualReport) -> [Finding] {
        var seen: Set<String> = []
        return report.remarks.compactMap { remark in
            guard case .label(let printed, let word, let origin) = remark,
                seen.insert(Folding.text(printed)).inserted
            else { return nil }
            return Finding(
                .wrongTerm, "写的是「\(printed)」，表样为「\(word)」", expected: .text(word), found: .text(printed), origin: origin)
        }
    }

    /// Rows and columns stand in the form's order; one finding for the rows and one for the columns of a table.
    static func wrongOrder(_ report: AnnualReport) -> [Finding] {
        report.remarks.compactMap { remark in
            guard case .order(let table, let rows, let printed, let origin) = remark else { return nil }
            return Finding(
                .wrongOrder, "\(table.title)的\(rows ? "行" : "列")与表样的顺序不同，原文为：\(printed.joined(separator: "、"))",
                cells: [table.rawValue], found: .list(printed.map { .text($0) }), origin: origin)
        }
    }

    /// Sections, the items right below them and row labels number on without a gap.
    static func numbering(_ report: AnnualReport) -> [Finding] {
        report.remarks.compactMap { remark in
            guard case .numbering(let scope, let mark, let expected, let origin) = remark else { return nil }
            let should =
                switch mark {
                case .section: ItemMark.section(expected)
                case .bracketed: ItemMark.bracketed(expected)
                case .digit: ItemMark.digit(expected)
                }
            return Finding(
                .numbering, "\(scope)编号不连续：写的是「\(mark.text)」，应为「\(should.text)」", expected: .number(expected),
                found: .number(mark.number), origin: origin)
        }
    }

    /// The six statutory sections are there; a heading counts by its key words.
    static func missingSection(_ report: AnnualReport) -> [Finding] {
        let present = Set(report.narrative.sections.compactMap(\.topic))
        return SectionTopic.allCases.filter { !present.contains($0) }.map { topic in
            Finding(
                .missingSection, "缺少「\(ItemMark.section(topic.rawValue).text)\(topic.title)」", expected: .text(topic.title))
        }
    }
}
