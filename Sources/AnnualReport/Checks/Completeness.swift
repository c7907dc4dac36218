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
        report.rows.filter { $0.state == .missing }.map { row in
            Finding(.missingRow, "缺少「\(title(row, report))」一行", cells: [row.name.description], expected: .text(title(row, report)))
        }
    }

    /// One finding a row: the cells that are blank at their own place, and those whose column the table lacks.
    static func missingCell(_ report: AnnualReport) -> [Finding] {
        var noNumber: Set<CellName> = []
        for case .notANumber(let name, _, _) in report.remarks { noNumber.insert(name) }
        return report.rows.compactMap { row in
            guard row.state == .placed else { return nil }
            let blank = row.cells.filter { name, entry in
                entry.cell == .blank || entry.cell == .absent && !noNumber.contains(name)
            }
            guard let first = blank.first else { return nil }
            let whole = blank.count == row.columns.count
            let columns = blank.map(\.name.column.title).joined(separator: "、")
            return Finding(
                .missingCell,
                whole
                    ? "「\(title(row, report))」一行没有填数，没有的应填 0"
                    : "「\(title(row, report))」一行的\(columns)空白，没有的应填 0",
                cells: whole ? [row.name.description] : blank.map(\.name.description),
                origin: first.entry.origin == .unknown ? row.origin : first.entry.origin)
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
                    cells: [row.name.description],
                    expected: .number(row.name.table == .reviews && found.count > 5 ? 15 : row.columns.count),
                    found: quote, origin: row.origin))
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
            default: nil
            }
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
                cells: rows.map(\.description), expected: .text(names), found: .figures(found), origin: origin)
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
