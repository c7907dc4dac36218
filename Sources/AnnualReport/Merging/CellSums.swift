/// Adds the cells of reports one by one and keeps what each contributed.
struct CellSums {
    let reports: [AnnualReport]
    let form: ReportForm
    private(set) var contributions: [CellName: [Contribution]] = [:]
    private var notes = MergeNotes()
    /// For each report the cells whose unit is not that of their column's heading, as its own check says.
    private let foreign: [Set<String>]

    init(reports: [AnnualReport], form: ReportForm) {
        self.reports = reports
        self.form = form
        let checks = Check.all.filter { $0.rule == .unitDiffers }
        foreign = reports.map { report in
            // What was read from our own JSON brings what the check said of the file.
            let inherited = (report.inherited ?? []).filter { $0.rule == .unitDiffers }
            return Set((checks.flatMap { $0.run(report, Check.Beside()) } + inherited).flatMap(\.cells))
        }
    }

    /// What is said of cells that are not added.
    var findings: [Finding] { notes.findings(of: reports.map(\.label)) }

    /// The row of sums; every cell's contributions are kept.
    mutating func row(_ name: RowName, _ columns: [ColumnName]) -> Row {
        Row(name, columns: columns, entries: columns.map { Entry(sum(CellName(name, $0))) })
    }

    private mutating func sum(_ name: CellName) -> Cell {
        let values = reports.map { $0[name]?.cell ?? .absent }
        contributions[name] = zip(reports, values).map { report, value in
            Contribution(source: report.source.name, organization: report.organization, value: value)
        }
        var counts: [Int] = []
        var amounts: [Amount] = []
        let isMoney = name.column == .proactive(.amount)
        let heading = isMoney ? MoneyUnit(heading: name, form) : nil
        for (index, value) in values.enumerated() {
            switch value {
            case .absent: notes.add(.missingRow, name, index)
            case .blank: notes.add(.missingCell, name, index)
            case .notApplicable: break
            case .count(let count) where !isMoney: counts.append(count)
            case .amount where !isMoney: notes.add(.unitInCount, name, index)
            case .count(0): amounts.append(Amount(value: "0", unit: heading))
            case .count: notes.add(.unitMissing, name, index)
            case .amount(let amount) where amount.isZero: amounts.append(Amount(value: "0", unit: amount.unit ?? heading))
            case .amount(let amount) where amount.unit == nil: notes.add(.unitMissing, name, index)
            case .amount(let amount):
                if foreign[index].contains(name.description) || (heading != nil && amount.unit != heading) {
                    notes.add(.unitDiffers, name, index)
                } else {
                    amounts.append(amount)
                }
            }
        }
        let sum = isMoney ? money(amounts, values, heading) : total(counts, values)
        // Each of them is a number and together they are none: what no office can have counted.
        if sum == nil { notes.add(.notANumber, name, nil) }
        return sum ?? .absent
    }

    /// Whole counts added; `/` where all say so, blank or absent where nothing at all was counted. Nil beyond counting.
    private func total(_ counts: [Int], _ stated: [Cell]) -> Cell? {
        if counts.isEmpty { return nothing(stated) }
        var sum = 0
        for count in counts {
            guard let next = sum.adding(count) else { return nil }
            sum = next
        }
        return .count(sum)
    }

    /// Amounts in the unit of the form's heading or the one that all name, else in yuan. Nil beyond counting.
    private func money(_ amounts: [Amount], _ stated: [Cell], _ heading: MoneyUnit?) -> Cell? {
        if amounts.isEmpty { return nothing(stated) }
        let units = Set(amounts.compactMap { $0.isZero ? nil : $0.unit })
        guard let unit = heading ?? (units.count > 1 ? .yuan : units.first ?? amounts.compactMap(\.unit).first) else {
            return .count(0)
        }
        var sum = Decimals.zero
        for amount in amounts {
            guard let value = Decimals(amount.value, shiftedBy: (amount.unit ?? unit).power - unit.power), let next = sum.adding(value)
            else { return nil }
            sum = next
        }
        return .amount(Amount(value: sum.description, unit: unit))
    }

    /// The cell where no report gave a number to add: what was refused is not known, whatever the others say.
    private func nothing(_ stated: [Cell]) -> Cell {
        let isRefused = stated.contains { cell in
            switch cell {
            case .count, .amount: true
            case .notApplicable, .blank, .absent: false
            }
        }
        if isRefused { return .absent }
        if stated.contains(.notApplicable) { return .notApplicable }
        return stated.contains(.blank) ? .blank : .absent
    }
}

extension MoneyUnit {
    /// The unit that the form prints in a column's heading: the fees of the 2021 form are in 万元.
    init?(heading cell: CellName, _ form: ReportForm) {
        guard cell == CellName(.proactive(.fees), .proactive(.amount)), form == .form2021 else { return nil }
        self = .tenThousandYuan
    }
}
