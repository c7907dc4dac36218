import Markup

/// The checks that need the same organization's report on the year before.
extension Check {
    /// 二 of this year = 四 of last year, in each column. A blank or `/` reads as 0 on both sides.
    static func carryForward(_ report: AnnualReport, _ previous: AnnualReport?) -> [Finding] {
        guard let previous, let table = report.requests, let last = previous.requests else { return [] }
        var findings: [Finding] = []
        // What a formula without a stored value says is not known: its cell is no 0.
        var unknown: Set<CellName> = []
        for case .formula(let name, _) in report.remarks + previous.remarks { unknown.insert(name) }
        for kind in ApplicantKind.allCases {
            guard !unknown.contains(CellName(.requests(.carriedIn), .applicant(kind))),
                !unknown.contains(CellName(.requests(.carriedOver), .applicant(kind))), let found = table.cell(.carriedIn, kind)?.operand,
                let expected = last.cell(.carriedOver, kind)?.operand,
                found != expected
            else { continue }
            findings.append(
                Finding(
                    .carryForward,
                    "\(kind.title)列：二、上年结转为 \(found)，上年报告的四、结转下年度继续办理为 \(expected)（\(previous.source.name)）",
                    cells: [CellName(.requests(.carriedIn), .applicant(kind)).description],
                    expected: .number(expected), found: .number(found), origin: table.origin(.carriedIn, kind)))
        }
        return findings
    }

    /// 现行有效 of this year = 现行有效 of last year + 制发 - 废止. Documents may also lapse, so it is no error.
    static func stock(_ report: AnnualReport, _ previous: AnnualReport?) -> [Finding] {
        guard let previous else { return [] }
        return [ProactiveRow.regulations, .normativeDocuments].compactMap { row in
            guard let made = report[row, .made].count, let repealed = report[row, .repealed].count,
                let found = report[row, .inForce].count, let last = previous[row, .inForce].count,
                let grown = last.adding(made), let expected = grown.adding(-repealed), found != expected
            else { return nil }
            let name = CellName(.proactive(row), .proactive(.inForce))
            return Finding(
                .stock,
                "「\(row.words(.form2021))」现行有效件数为 \(found)，上年现行有效 \(last)＋本年制发 \(made)－本年废止 \(repealed)＝\(expected)",
                cells: [name.description], expected: .number(expected), found: .number(found),
                origin: report[name]?.origin ?? .unknown)
        }
    }

    /// 对外公开总数量 is not below 本年新公开数量 (2019 form); 现行有效 is not below 制发 - 废止 (2021 form).
    static func stockBelowFlow(_ report: AnnualReport) -> [Finding] {
        [ProactiveRow.regulations, .normativeDocuments].compactMap { row in
            if let total = report[row, .totalDisclosed].count, let new = report[row, .newlyDisclosed].count, total < new {
                let name = CellName(.proactive(row), .proactive(.totalDisclosed))
                return Finding(
                    .stockBelowFlow, "「\(row.title)」对外公开总数量 \(total) 小于本年新公开数量 \(new)", cells: [name.description],
                    expected: .number(new), found: .number(total), origin: report[name]?.origin ?? .unknown)
            }
            if let inForce = report[row, .inForce].count, let made = report[row, .made].count,
                let repealed = report[row, .repealed].count, let flow = made.adding(-repealed), inForce < flow
            {
                let name = CellName(.proactive(row), .proactive(.inForce))
                return Finding(
                    .stockBelowFlow,
                    "「\(row.words(.form2021))」现行有效件数 \(inForce) 小于本年制发 \(made)－本年废止 \(repealed)＝\(flow)",
                    cells: [name.description], expected: .number(flow), found: .number(inForce),
                    origin: report[name]?.origin ?? .unknown)
            }
            return nil
        }
    }

    /// The text is not last year's with the figures changed.
    static func narrativeCopied(_ report: AnnualReport, _ previous: AnnualReport?) -> [Finding] {
        guard let previous, let share = report.narrative.share(copiedFrom: previous.narrative), share >= 0.9
        else { return [] }
        return [
            Finding(
                .narrativeCopied, "第一、五部分有 \(Int((share * 100).rounded(.down)))% 的文字与上年报告（\(previous.source.name)）相同",
                found: .text("\(Int((share * 100).rounded(.down)))%"))
        ]
    }
}

extension Narrative {
    /// The share of the 8-character sequences of sections one and five that stand in those of last year's text too;
    /// digits, spaces and punctuation dropped. Nil under 300 characters, and where last year's text has none.
    package func share(copiedFrom last: Narrative) -> Double? {
        let (mine, others) = (essence, last.essence)
        guard mine.count >= 300, others.count >= 8 else { return nil }
        let known = Set(Narrative.sequences(others))
        let sequences = Narrative.sequences(mine)
        return Double(sequences.count { known.contains($0) }) / Double(sequences.count)
    }

    /// Sections one and five, folded, without digits.
    private var essence: [UInt16] {
        let text = sections.filter { $0.topic == .general || $0.topic == .problems }.map(\.text).joined()
        return Folding.fold(text).filter { !$0.isASCIIDigit }
    }

    private static func sequences(_ text: [UInt16]) -> [[UInt16]] {
        text.count < 8 ? [] : (0...(text.count - 8)).map { Array(text[$0..<($0 + 8)]) }
    }
}
