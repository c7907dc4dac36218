import Law

/// What stands in single cells: numbers, units, money.
extension Check {
    /// A cell that counts things holds no money.
    static func unitInCount(_ report: AnnualReport) -> [Finding] {
        (report.proactive?.rows ?? []).flatMap { row in
            row.cells.compactMap { name, entry in
                guard case .amount(let amount) = entry.cell, name.column != .proactive(.amount) else { return nil }
                let printed = entry.cell.text
                return Finding(
                    .unitInCount,
                    amount.unit == nil
                        ? "「\(title(row, report))」的\(name.column.title)应为件数，填的是带小数的数 \(printed)"
                        : "「\(title(row, report))」的\(name.column.title)应为件数，填的是金额 \(printed)",
                    cells: [name.description], found: .text(printed), origin: entry.origin)
            }
        }
    }

    /// An amount of money names its unit; 0 needs none.
    static func unitMissing(_ report: AnnualReport) -> [Finding] {
        var findings: [Finding] = []
        for row in [ProactiveRow.fees, .procurement] {
            let name = CellName(.proactive(row), .proactive(.amount))
            guard let entry = report[name] else { continue }
            let missing: Bool =
                switch entry.cell {
                case .count(let n): n != 0
                case .amount(let amount): amount.unit == nil && !amount.isZero
                default: false
                }
            if missing {
                findings.append(
                    Finding(
                        .unitMissing, "「\(row.title)」的金额 \(entry.cell.text) 没有写明单位（元、万元或亿元）", cells: [name.description],
                        found: .text(entry.cell.text), origin: entry.origin))
            }
        }
        for case .cutUnit(let name, let text, let origin) in report.remarks {
            findings.append(
                Finding(
                    .unitMissing, "「\(name.row.title)」的金额「\(text)」单位不全，应写明万元或亿元", cells: [name.description],
                    found: .text(text), origin: origin))
        }
        return findings
    }

    /// An amount is in the unit that its column's heading names.
    static func unitDiffers(_ report: AnnualReport) -> [Finding] {
        report.remarks.compactMap { remark in
            guard case .unitDiffers(let name, let text, let heading, let origin) = remark else { return nil }
            return Finding(
                .unitDiffers, "「\(name.row.title)」的金额写的是「\(text)」，表头的单位是\(heading.rawValue)，请核对并换算", cells: [name.description],
                found: .text(text), origin: origin)
        }
    }

    /// The fees of a town, in 万元, that would be ten million yuan and more: probably they are in yuan.
    static func amountDoubtful(_ report: AnnualReport) -> [Finding] {
        let name = CellName(.proactive(.fees), .proactive(.amount))
        guard let entry = report[name], case .amount(let amount) = entry.cell, amount.unit == .tenThousandYuan,
            amount.wholes.map({ $0 >= 1_000 }) ?? true, let organization = report.organization,
            OrganizationName.isTownOrStreet(organization)
        else { return [] }
        return [
            Finding(
                .amountDoubtful, "「行政事业性收费」的金额为 \(entry.cell.text)，乡镇、街道不大可能有这么多，请核对是不是以元为单位的数",
                cells: [name.description], found: .text(entry.cell.text), origin: entry.origin)
        ]
    }

    /// A cell holds one number, a dash or nothing.
    static func notANumber(_ report: AnnualReport) -> [Finding] {
        report.remarks.compactMap { remark in
            guard case .notANumber(let name, let text, let origin) = remark else { return nil }
            return Finding(
                .notANumber, "\(name.title)一格写的是「\(text)」，应填一个数", cells: [name.description], found: .text(text),
                origin: origin)
        }
    }
}
