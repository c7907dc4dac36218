/// Whether tables, rows and cells are all there, each in its place.
extension Check {
    static func missingTable(_ report: AnnualReport) -> [Finding] {
        var missing: [TableName] = []
        if report.proactive == nil { missing.append(.proactive) }
        if report.requests == nil { missing.append(.requests) }
        if report.reviews == nil { missing.append(.reviews) }
        return missing.map { Finding(.missingTable, "没有找到\($0.title)", cells: [$0.rawValue], expected: .text($0.title)) }
    }

    static func missingRow(_ report: AnnualReport) -> [Finding] {
        TableName.allCases.flatMap { table in
            report.rows(of: table).filter(\.state.isMissing).map { row in
                Finding(
                    .missingRow, "缺少「\(title(row, report))」一行", cells: [row.name.description], expected: .text(title(row, report)))
            }
        }
    }

    /// How many rows of a table may have blank cells before it is one habit and one finding.
    private static let fewRows = 3

    /// The cells that are blank at their own place, and those whose column the table lacks: one finding a row, or one for a
    /// table of which many rows have some.
    static func missingCell(_ report: AnnualReport) -> [Finding] {
        var noNumber: Set<CellName> = []
        var formulas: Set<CellName> = []
        for remark in report.remarks {
            switch remark {
            case .notANumber(let name, _, _): noNumber.insert(name)
            case .formula(let name, _): formulas.insert(name)
            default: break
            }
        }
        let noteOnFormulas = "（格中有公式，但文件没有保存算出的数，请用表格软件打开后重新保存）"
        return TableName.allCases.flatMap { table -> [Finding] in
            let rows = report.rows(of: table)
            // Most rows have no blank at all.
            let blanks = rows.filter { $0.state.isPlaced && $0.entries.contains(where: \.cell.isEmpty) }.map { row in
                (row, row.cells.filter { name, entry in entry.cell.isEmpty && (entry.cell == .blank || !noNumber.contains(name)) })
            }.filter { !$0.1.isEmpty }
            func cells(_ row: Row, _ blank: [(name: CellName, entry: Entry)]) -> [String] {
                blank.count == row.columns.count ? [row.name.description] : blank.map(\.name.description)
            }
            func origin(_ row: Row, _ blank: [(name: CellName, entry: Entry)]) -> Origin {
                blank.first.map { $0.entry.origin == .unknown ? row.origin : $0.entry.origin } ?? row.origin
            }
            let isUnfilled = blanks.count > 1 && rows.allSatisfy { !$0.state.isPlaced || $0.entries.allSatisfy { $0.cell == .blank } }
            guard blanks.count > fewRows || isUnfilled, let first = blanks.first else {
                return blanks.map { row, blank in
                    let columns = blank.map(\.name.column.title).joined(separator: "、")
                    let note = blank.contains { formulas.contains($0.name) } ? noteOnFormulas : ""
                    return Finding(
                        .missingCell,
                        blank.count == row.columns.count
                            ? "「\(title(row, report))」一行没有填数，没有的应填 0" + note
                            : "「\(title(row, report))」一行的\(columns)空白，没有的应填 0" + note,
                        cells: cells(row, blank), origin: origin(row, blank))
                }
            }
            let note = blanks.contains { $0.1.contains { formulas.contains($0.name) } } ? noteOnFormulas : ""
            let names = blanks.map { "「\(title($0.0, report))」" }.joined(separator: "、")
            return [
                Finding(
                    .missingCell,
                    isUnfilled
                        ? "\(table.title)没有填写，没有的应填 0" + note
                        : "\(table.title)有 \(blanks.count) 行留有空白，没有的应填 0：\(names)" + note,
                    cells: blanks.flatMap { cells($0.0, $0.1) }, origin: origin(first.0, first.1))
            ]
        }
    }

    /// A row whose figures could not be put into columns without guessing. Table four is one line of figures, so its
    /// groups share one finding.
    static func unplacedRow(_ report: AnnualReport) -> [Finding] {
        var findings: [Finding] = []
        for row in report.rows {
            guard case .unplaced(let found) = row.state else { continue }
            if row.name.table == .reviews, let last = findings.last, last.origin == row.origin,
                last.cells.first?.hasPrefix("reviews.") == true, last.found == .figures(found)
            {
                findings[findings.count - 1].cells.append(row.name.description)
                continue
            }
            let title = row.name.table == .reviews ? TableName.reviews.title : title(row, report)
            let quote = FindingValue.figures(found)
            findings.append(
                Finding(
                    .unplacedRow,
                    "「\(title)」一行的数字无法对位：应有 \(row.name.table == .reviews && found.count > 5 ? 15 : row.columns.count) 格，原文为 \(found.count) 格（\(quote.description)）",
                    cells: [row.name.description], found: quote, origin: row.origin))
        }
        return findings
    }

    static func extraRow(_ report: AnnualReport) -> [Finding] {
        report.remarks.compactMap { remark in
            switch remark {
            case .extraRow(let label, let table, let subtotal, let found, let origin):
                Finding(
                    .extraRow,
                    subtotal
                        ? "「\(label)」是分组标题，其下各项俱在，标题行的数字未计入（\(FindingValue.figures(found).description)）"
                        : "表样没有「\(label)」一行，其数字未计入（\(FindingValue.figures(found).description)）",
                    cells: [table.rawValue], found: .text(label), origin: origin)
            case .extraColumn(let label, let table, let origin):
                Finding(.extraRow, "表样没有「\(label)」一列，其数字未计入", cells: [table.rawValue], found: .text(label), origin: origin)
            case .repeatedRow(let row, let found, let origin):
                Finding(
                    .extraRow, "「\(row.title)」一行重复出现，以第一次为准（\(FindingValue.figures(found).description)）",
                    cells: [row.description], found: .figures(found), origin: origin)
            case .secondReport(let title, let origin):
                Finding(
                    .extraRow, "同一个文件里还有另一份报告「\(title)」，没有读取。请把它另存为一个文件，分别检查", found: .text(title), origin: origin)
            default: nil
            }
        }
    }

    /// What the file hides from whoever opens it is not read; one finding names the kinds.
    static func hiddenContent(_ report: AnnualReport) -> [Finding] {
        report.remarks.compactMap { remark in
            guard case .hidden(let kinds) = remark, !kinds.isEmpty else { return nil }
            let names = kinds.joined(separator: "、")
            return Finding(.hiddenContent, "文件中有隐藏的\(names)，没有读取。请取消隐藏，或者删去", found: .text("隐藏的\(names)"))
        }
    }

    static func mergedRows(_ report: AnnualReport) -> [Finding] {
        report.remarks.compactMap { remark in
            guard case .mergedRows(let shared, let label, let found, let origin) = remark else { return nil }
            // Those that a person placed stand apart now.
            let rows = shared.filter { report.row($0)?.isUnplaced ?? true }
            if rows.isEmpty { return nil }
            let names = shared.map { "「\($0.title)」" }.joined(separator: "、")
            return Finding(
                .mergedRows, "「\(label)」带有数字（\(FindingValue.figures(found).description)），与\(names)合为一行，无法分开",
                cells: rows.map(\.description), found: .figures(found), origin: origin)
        }
    }

    /// The row's words as its own form prints them.
    static func title(_ row: Row, _ report: AnnualReport) -> String {
        guard case .proactive(let name) = row.name,
            let block = report.proactive?.blocks.first(where: { $0.item == name.block })
        else { return row.name.title }
        return name.words(block.form)
    }
}
