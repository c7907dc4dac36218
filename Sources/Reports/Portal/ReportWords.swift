import AnnualReport
import Law
import Markup
import Office
import Web

/// What a body did in a year, in sentences made of its report's figures. Each figure is named by the cells that it comes
/// from, so that a page can lead to them; what the report does not tell is said to be not told, never taken for zero.
struct ReportWords {
    /// A piece of a sentence.
    enum Part: Equatable {
        case text(String)
        /// A count and the cells that it is the sum of.
        case figure(Int, [CellName])
    }

    var sentences: [[Part]] = []

    init(_ report: AnnualReport, year: Int?) {
        let words = Words(report: report)
        let time = year.map { "\($0)年" } ?? "这一年"
        sentences = [
            words.received(time), words.results(), words.applicants(), words.reviews(), words.documents(), words.decisions(),
        ].compactMap(\.self)
        if sentences.isEmpty { sentences = [[.text("这份报告的三张表中没有可以辨认的数字。")]] }
    }

    /// - Parameter link: where a figure leads, by its first cell.
    func paragraphs(link: (CellName) -> Address) -> HTML {
        HTML.join(
            sentences.map { sentence -> HTML in
                let parts = sentence.map { part -> HTML in
                    switch part {
                    case .text(let text): return HTML(text: text)
                    case .figure(let count, let cells):
                        guard let cell = cells.first else { return "\(count)" }
                        return "<a class=\"count\" href=\"\(link(cell))\">\(count)</a>"
                    }
                }
                return "<p>\(parts)</p>\n"
            })
    }
}

/// The sentences one by one; nil where the report has none of the figures.
private struct Words {
    typealias Part = ReportWords.Part
    let report: AnnualReport

    func received(_ time: String) -> [Part]? {
        guard let received = request([.received]) else {
            guard report.requests != nil else { return nil }
            return [.text("\(time)收到多少件政府信息公开申请，报告没有写明。")]
        }
        var parts: [Part] = [.text("\(time)收到政府信息公开申请 "), received, .text(" 件")]
        if let carried = request([.carriedIn]) {
            parts += count(carried) == 0 ? [.text("，没有上年结转的申请")] : [.text("，另有上年结转的申请 "), carried, .text(" 件")]
        }
        if let total = request([.total]) { parts += [.text("；办理完毕 "), total, .text(" 件")] }
        if let over = request([.carriedOver]) { parts += [.text("，结转下一年继续办理 "), over, .text(" 件")] }
        return parts + [.text("。")]
    }

    /// The families that have any; a family with a cell that is not known is left out and told.
    func results() -> [Part]? {
        guard let total = request([.total]), count(total) != 0 else { return nil }
        var parts: [Part] = []
        var unknown: [String] = []
        for family in Outcome.Family.allCases {
            let rows = family.rows.filter { report.requests?[$0] != nil }
            guard !rows.isEmpty else { continue }
            guard let figure = request(rows) else {
                unknown.append(family.title)
                continue
            }
            guard count(figure) != 0 else { continue }
            parts += [.text(parts.isEmpty ? "办理结果：\(family.title) " : "，\(family.title) "), figure, .text(" 件")]
        }
        if !unknown.isEmpty { parts.append(.text((parts.isEmpty ? "" : "；") + unknown.joined(separator: "、") + "的件数没有写明或未能辨认")) }
        return parts.isEmpty ? nil : parts + [.text("。")]
    }

    func applicants() -> [Part]? {
        guard let received = request([.received]), count(received) != 0,
            let persons = sum([CellName(.requests(.received), .applicant(.naturalPerson))]),
            let others = sum(ApplicantKind.kinds.dropFirst().map { CellName(.requests(.received), .applicant($0)) })
        else { return nil }
        return [.text("提出申请的，自然人 "), persons, .text(" 件，企业和其他组织 "), others, .text(" 件。")]
    }

    func reviews() -> [Part]? {
        func total(_ groups: [ReviewGroup], _ outcome: ReviewOutcome) -> Part? {
            sum(groups.map { CellName(.reviews($0), .outcome(outcome)) })
        }
        let lawsuits: [ReviewGroup] = [.litigationDirect, .litigationAfterReconsideration]
        guard let reviews = total([.reconsideration], .total), let suits = total(lawsuits, .total) else { return nil }
        if count(reviews) == 0, count(suits) == 0 { return [.text("没有因政府信息公开被申请行政复议或者提起行政诉讼。")] }
        var parts: [Part] = [.text("因政府信息公开被申请行政复议 "), reviews, .text(" 件")]
        parts += corrected(total([.reconsideration], .corrected))
        parts += [.text("，被提起行政诉讼 "), suits, .text(" 件")]
        parts += corrected(total(lawsuits, .corrected))
        return parts + [.text("。")]
    }

    private func corrected(_ figure: Part?) -> [Part] {
        guard let figure, count(figure) != 0 else { return [] }
        return [.text("（其中被纠正 "), figure, .text(" 件）")]
    }

    /// Documents made and in force; the words of the form that the report keeps.
    func documents() -> [Part]? {
        let rows: [(ProactiveRow, String)] = [(.regulations, "规章"), (.normativeDocuments, "行政规范性文件")]
        var parts: [Part] = []
        for (row, name) in rows {
            guard let made = proactive(row, .made) else { continue }
            let current = proactive(row, .inForce) ?? proactive(row, .totalDisclosed)
            // Most bodies make no regulations: a nought of it is no news.
            if count(made) == 0, current.map({ count($0) == 0 }) ?? true { continue }
            parts += [.text(parts.isEmpty ? "制发\(name) " : "；制发\(name) "), made, .text(" 件")]
            if let current { parts += [.text(proactive(row, .inForce) == nil ? "，对外公开共 " : "，现行有效 "), current, .text(" 件")] }
        }
        return parts.isEmpty ? nil : parts + [.text("。")]
    }

    func decisions() -> [Part]? {
        let rows: [(ProactiveRow, String)] = [(.licensing, "行政许可"), (.penalties, "行政处罚"), (.coercion, "行政强制")]
        var parts: [Part] = []
        for (row, name) in rows {
            guard let figure = proactive(row, .decisions), count(figure) != 0 else { continue }
            parts += [.text(parts.isEmpty ? "作出\(name)决定 " : "，\(name)决定 "), figure, .text(" 件")]
        }
        return parts.isEmpty ? nil : parts + [.text("。")]
    }

    private func request(_ rows: [RequestRow]) -> Part? {
        sum(rows.map { CellName(.requests($0), .applicant(.total)) })
    }

    private func proactive(_ row: ProactiveRow, _ column: ProactiveColumn) -> Part? {
        sum([CellName(.proactive(row), .proactive(column))])
    }

    /// The sum of cells; `/` counts as nothing. Nil where one of them is no count, or blank, or all are `/`.
    private func sum(_ names: [CellName]) -> Part? {
        var total = 0
        var isCounted = false
        for name in names {
            switch report[name]?.cell {
            case .count(let count):
                guard let next = total.adding(count) else { return nil }
                total = next
                isCounted = true
            case .notApplicable: break
            default: return nil
            }
        }
        return isCounted ? .figure(total, names) : nil
    }

    private func count(_ part: Part) -> Int? {
        if case .figure(let count, _) = part { count } else { nil }
    }
}
