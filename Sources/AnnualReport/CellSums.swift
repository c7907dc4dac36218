/// Adds the cells of reports one by one and keeps what each contributed.
struct CellSums {
    let reports: [AnnualReport]
    private(set) var contributions: [CellName: [Contribution]] = [:]
    private(set) var findings: [Finding] = []

    init(reports: [AnnualReport]) {
        self.reports = reports
    }

    /// The row of sums; every cell's contributions are kept.
    mutating func row(_ name: RowName, _ columns: [ColumnName]) -> Row {
        Row(name, columns: columns, entries: columns.map { Entry(sum(CellName(name, $0))) })
    }

    private mutating func sum(_ name: CellName) -> Cell {
        let parts = reports.map { report in
            Contribution(
                source: report.source.name, organization: report.organization, value: report[name]?.cell ?? .absent)
        }
        contributions[name] = parts
        note(parts.filter { $0.value == .absent }, of: name, as: .missingRow, "没有可用的数字")
        note(parts.filter { $0.value == .blank }, of: name, as: .missingCell, "空白，未计入")
        let values = parts.map(\.value)
        let isMoney = name.column == .proactive(.amount)
        if isMoney { return money(name, parts) }
        let amounts = parts.filter { if case .amount = $0.value { true } else { false } }
        note(amounts, of: name, as: .unitInCount, "是金额或小数，不能与件数相加，未计入")
        return total(values.compactMap(\.count), stated: values)
    }

    /// Whole counts added; `/` where all say so, blank or absent where nothing at all was counted.
    private func total(_ counts: [Int], stated: [Cell]) -> Cell {
        if counts.isEmpty {
            if stated.contains(.notApplicable) { return .notApplicable }
            return stated.contains(.blank) ? .blank : .absent
        }
        var sum = 0
        for count in counts {
            guard let next = sum.adding(count) else { return .absent }
            sum = next
        }
        return .count(sum)
    }

    /// Amounts in one unit are added in it, amounts in several in yuan; without a unit an amount other than zero
    /// has no place in the sum.
    private mutating func money(_ name: CellName, _ parts: [Contribution]) -> Cell {
        var amounts: [Amount] = []
        var unknown: [Contribution] = []
        for part in parts {
            switch part.value {
            case .amount(let amount):
                if amount.unit != nil {
                    amounts.append(amount)
                } else if amount.isZero {
                    amounts.append(Amount(value: "0", unit: nil))
                } else {
                    unknown.append(part)
                }
            case .count(0): amounts.append(Amount(value: "0", unit: nil))
            case .count: unknown.append(part)
            default: break
            }
        }
        note(unknown, of: name, as: .unitMissing, "没有单位，未计入")
        let units = Set(amounts.compactMap(\.unit))
        if units.isEmpty { return total(amounts.map { _ in 0 }, stated: unknown.isEmpty ? parts.map(\.value) : [.absent]) }
        let unit = units.count == 1 ? units.first ?? .yuan : .yuan
        var sum = Decimals.zero
        for amount in amounts {
            guard let value = Decimals(amount.value, shiftedBy: (amount.unit ?? unit).power - unit.power),
                let next = sum.adding(value)
            else { return .absent }
            sum = next
        }
        return .amount(Amount(value: sum.description, unit: unit))
    }

    private mutating func note(_ parts: [Contribution], of name: CellName, as rule: Rule, _ what: String) {
        guard !parts.isEmpty else { return }
        // One finding a row and reason names the cells: seven blanks of a row are one thing to mend.
        let who = parts.map { $0.organization ?? $0.source }.joined(separator: "、")
        let message = "「\(name.row.title)」：\(who)\(what)"
        if let last = findings.lastIndex(where: { $0.rule == rule && $0.message == message }) {
            findings[last].cells.append(name.description)
        } else {
            findings.append(Finding(rule, message, cells: [name.description], found: .text(who)))
        }
    }
}

/// A decimal number held as a whole number of its last place, so that adding money rounds nothing.
struct Decimals: CustomStringConvertible {
    private var units: Int
    private var places: Int

    static let zero = Decimals(units: 0, places: 0)

    private init(units: Int, places: Int) {
        self.units = units
        self.places = places
    }

    /// Reads `+1108.67`, times ten to the power of `shift`; nil where it is beyond 18 digits.
    init?(_ text: String, shiftedBy shift: Int) {
        let parts = text.split(separator: "." as Character, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard var units = Int(whole + fraction) else { return nil }
        var places = fraction.utf8.count - shift
        while places < 0 {
            let (next, overflow) = units.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            units = next
            places += 1
        }
        self.init(units: units, places: places)
    }

    func adding(_ other: Decimals) -> Decimals? {
        let places = max(places, other.places)
        guard let a = scaled(to: places), let b = other.scaled(to: places), let sum = a.adding(b) else { return nil }
        return Decimals(units: sum, places: places)
    }

    private func scaled(to places: Int) -> Int? {
        var value = units
        for _ in self.places..<places {
            let (next, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = next
        }
        return value
    }

    var description: String {
        let digits = "\(units.magnitude)"
        let sign = units < 0 ? "-" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        var whole = String(padded.dropLast(places))
        var fraction = String(padded.suffix(places))
        while fraction.hasSuffix("0") { fraction.removeLast() }
        if whole.isEmpty { whole = "0" }
        return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }
}
