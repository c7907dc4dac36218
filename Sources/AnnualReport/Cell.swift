/// What stands in one place of a statutory table. The five are never confused: a blank is not a zero, and
/// 'not applicable' is not a blank.
package enum Cell: Hashable, Sendable {
    /// A bare count, its sign kept (+8 is 8).
    case count(Int)
    /// Anything with decimals or a unit of money.
    case amount(Amount)
    /// `/`, `-` or `—`: the office says that nothing of the kind exists.
    case notApplicable
    /// The cell is there, at its own place, and empty.
    case blank
    /// No cell, or one whose value cannot be told without guessing; a finding says why.
    case absent
}

/// A sum of money or a number with decimals, as printed.
package struct Amount: Hashable, Sendable {
    /// Digits with an optional sign and decimals, thousands separators dropped.
    package var value: String
    /// Nil where the source names none.
    package var unit: MoneyUnit?

    package init(value: String, unit: MoneyUnit?) {
        self.value = value
        self.unit = unit
    }

    /// The whole number before the decimals; nil where it is beyond counting.
    var wholes: Int? { value.split(separator: "." as Character).first.flatMap { Int($0) } }

    /// True for 0, 0.0, 0.00.
    package var isZero: Bool {
        value.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    }
}

package enum MoneyUnit: String, Hashable, Sendable, CaseIterable {
    case yuan = "元"
    case tenThousandYuan = "万元"
    case hundredMillionYuan = "亿元"

    /// How many zeros turn it into yuan.
    package var power: Int {
        switch self {
        case .yuan: 0
        case .tenThousandYuan: 4
        case .hundredMillionYuan: 8
        }
    }
}

extension Cell {
    /// True where no value is known: blank or absent.
    var isEmpty: Bool {
        switch self {
        case .blank, .absent: true
        case .count, .amount, .notApplicable: false
        }
    }

    /// The number that a check calculates with: `/` and a blank count as nothing; nil where the value is not known
    /// or not a whole number.
    package var operand: Int? {
        switch self {
        case .count(let n): n
        case .notApplicable, .blank: 0
        case .amount, .absent: nil
        }
    }

    /// The count, if it is one.
    package var count: Int? {
        if case .count(let n) = self { n } else { nil }
    }

    /// As a table prints it: 0 as 0, blank as nothing, not applicable as `/`.
    package var text: String {
        switch self {
        case .count(let n): "\(n)"
        case .amount(let a): a.value + (a.unit?.rawValue ?? "")
        case .notApplicable: "/"
        case .blank, .absent: ""
        }
    }
}

/// Where in the source a thing stands. Everything counts from 1; 0 means that the format has no such part.
package struct Origin: Hashable, Sendable {
    /// Line of a text source; for a PDF, of its text layer.
    package var line: Int32
    /// Table, row and column of a format with grids; for XLSX the table is the sheet.
    package var table: Int32
    package var row: Int32
    package var column: Int32

    package init(line: Int = 0, table: Int = 0, row: Int = 0, column: Int = 0) {
        self.line = Int32(truncatingIfNeeded: line)
        self.table = Int32(truncatingIfNeeded: table)
        self.row = Int32(truncatingIfNeeded: row)
        self.column = Int32(truncatingIfNeeded: column)
    }

    package static let unknown = Origin()

    /// In words: 第 77 行, or 第 2 张表第 5 行第 3 列.
    package var description: String {
        if table > 0 { return "第 \(table) 张表第 \(row) 行第 \(column) 列" }
        return line > 0 ? "第 \(line) 行" : ""
    }
}

/// A cell and where it came from.
package struct Entry: Hashable, Sendable {
    package var cell: Cell
    package var origin: Origin

    package init(_ cell: Cell, _ origin: Origin = .unknown) {
        self.cell = cell
        self.origin = origin
    }
}
