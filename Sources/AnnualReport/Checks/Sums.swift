/// The cross-table checks (勾稽关系) of tables three and four. They count `/` and a blank at its own place as nothing,
/// and are silent where an operand is unknown or the total itself is blank or `/`: another rule speaks of those.
extension Check {
    /// 一 + 二 = 三（七） + 四, in each of the seven columns. One finding for the table: which of a column's four cells is wrong
    /// the figures do not tell, so nothing is expected of any.
    static func balance(_ report: AnnualReport) -> [Finding] {
        guard let table = report.requests else { return [] }
        let rows: [RequestRow] = [.received, .carriedIn, .total, .carriedOver]
        var sums: [String] = []
        var cells: [String] = []
        var origin = Origin.unknown
        for kind in ApplicantKind.allCases {
            guard let total = table.cell(.total, kind), total.isStated,
                let received = table.operand(.received, kind), let carriedIn = table.operand(.carriedIn, kind),
                let handled = table.operand(.total, kind), let carriedOver = table.operand(.carriedOver, kind),
                let incoming = received.adding(carriedIn), let outgoing = handled.adding(carriedOver),
                incoming != outgoing
            else { continue }
            sums.append(
                "\(kind.title)列：一（\(received)）＋二（\(carriedIn)）＝\(incoming)，三（七）（\(handled)）＋四（\(carriedOver)）＝\(outgoing)"
                    + blanks(rows.map { (table, $0, kind) }))
            cells += rows.map { name($0, kind) }
            if origin == .unknown { origin = table.origin(.received, kind) }
        }
        guard !sums.isEmpty else { return [] }
        return [
            Finding(
                .balance, sums.joined(separator: "；") + "。两边应相等，请核对这\(sums.count == 1 ? "一列" : "些列")的四格", cells: cells,
                origin: origin)
        ]
    }

    /// 三（七） = the sum of 三（一） to 三（六）, in every column. Sums run over the items, not over subtotals.
    static func resultTotal(_ report: AnnualReport) -> [Finding] {
        guard let table = report.requests else { return [] }
        let rows = RequestRow.results(table.form)
        var findings: [Finding] = []
        for kind in ApplicantKind.allCases {
            guard let total = table.cell(.total, kind), total.isStated, let printed = table.operand(.total, kind),
                let sum = sum(rows.lazy.map { table.operand($0, kind) }), sum != printed
            else { continue }
            findings.append(
                Finding(
                    .resultTotal,
                    "\(kind.title)列：三（七）总计为 \(printed)，三（一）至三（六）各项之和为 \(sum)" + blanks(rows.map { (table, $0, kind) }),
                    cells: [name(.total, kind)], expected: .number(sum), found: .number(printed),
                    origin: table.origin(.total, kind)))
        }
        return findings
    }

    /// 总计 = the sum of the six applicant kinds, in every row.
    static func rowTotal(_ report: AnnualReport) -> [Finding] {
        guard let table = report.requests else { return [] }
        var findings: [Finding] = []
        for row in table.rows {
            guard case .requests(let key) = row.name, row.entries.count == 7, row.entries[6].cell.isStated,
                let printed = row.entries[6].cell.operand,
                let sum = sum(row.entries.prefix(6).lazy.map(\.cell.operand)), sum != printed
            else { continue }
            findings.append(
                Finding(
                    .rowTotal,
                    "「\(key.title)」行：总计为 \(printed)，六类申请人之和为 \(sum)"
                        + blanks(ApplicantKind.kinds.map { (table, key, $0) }),
                    cells: [name(key, .total)], expected: .number(sum), found: .number(printed),
                    origin: row.entries[6].origin))
        }
        return findings
    }

    /// 总计 = the sum of the four outcomes, in each group of table four.
    static func reviewTotal(_ report: AnnualReport) -> [Finding] {
        guard let table = report.reviews else { return [] }
        var findings: [Finding] = []
        for row in table.rows {
            guard row.entries.count == 5, row.entries[4].cell.isStated, let printed = row.entries[4].cell.operand,
                let sum = sum(row.entries.prefix(4).lazy.map(\.cell.operand)), sum != printed
            else { continue }
            let blank = row.cells.prefix(4).filter { $0.entry.cell == .blank }.map(\.name.column.title)
            findings.append(
                Finding(
                    .reviewTotal,
                    "\(row.name.title)：总计为 \(printed)，四种结果之和为 \(sum)" + blankNote(blank),
                    cells: [row.name.description + ".total"], expected: .number(sum), found: .number(printed),
                    origin: row.entries[4].origin))
        }
        return findings
    }

    private static func name(_ row: RequestRow, _ kind: ApplicantKind) -> String {
        CellName(.requests(row), .applicant(kind)).description
    }

    /// The sum, or nil where an operand is unknown or the sum is beyond counting.
    private static func sum(_ operands: some Sequence<Int?>) -> Int? {
        var sum = 0
        for operand in operands {
            guard let operand, let next = sum.adding(operand) else { return nil }
            sum = next
        }
        return sum
    }

    private static func blanks(_ cells: [(RequestTable, RequestRow, ApplicantKind)]) -> String {
        blankNote(
            cells.compactMap { table, row, kind in
                table.cell(row, kind) == .blank ? "「\(row.title)」\(kind.title)" : nil
            })
    }

    private static func blankNote(_ names: [String]) -> String {
        names.isEmpty ? "" : "（空白按 0 计：\(names.joined(separator: "、"))）"
    }
}

extension RequestTable {
    func cell(_ row: RequestRow, _ kind: ApplicantKind) -> Cell? {
        entry(row, kind)?.cell
    }

    func origin(_ row: RequestRow, _ kind: ApplicantKind) -> Origin {
        entry(row, kind)?.origin ?? .unknown
    }

    /// What the cell adds to a sum; nil where unknown. A blank total is unknown unless its row holds nothing but
    /// blanks, `/` and zeros.
    func operand(_ row: RequestRow, _ kind: ApplicantKind) -> Int? {
        guard let cell = cell(row, kind) else { return nil }
        if kind == .total, case .blank = cell, let entries = self[row]?.entries {
            return entries.prefix(6).allSatisfy { $0.cell.operand == 0 } ? 0 : nil
        }
        return cell.operand
    }
}

extension Cell {
    /// True where a total is printed at all: neither blank nor `/`.
    var isStated: Bool {
        switch self {
        case .blank, .notApplicable: false
        case .count, .amount, .absent: true
        }
    }
}
