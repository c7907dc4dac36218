import AnnualReport
import Office
import Web

/// A cell of a statutory table as a person types it.
enum TypedCell {
    /// Nothing is a blank, `/` not applicable, digits a count; in a column of money an amount, where a unit is chosen or
    /// decimals are typed.
    static func read(_ typed: String, unit: String, in column: ColumnName) throws(TypedCellError) -> Cell {
        let text = typed.trimmingSpaces.narrowed
        if text.isEmpty { return .blank }
        if text == "/" { return .notApplicable }
        guard let number = number(text) else { throw column.isMoney ? .noAmount(typed) : .noCount(typed) }
        guard number.utf8.count <= 18 else { throw .tooLong(typed) }
        if number.hasPrefix("-"), column != .proactive(.change) { throw .negative(typed) }
        let chosen = MoneyUnit(rawValue: unit)
        guard unit.isEmpty || chosen != nil else { throw .noUnit(unit) }
        if column.isMoney, chosen != nil || number.contains(".") { return .amount(Amount(value: number, unit: chosen)) }
        guard let count = Int(number) else { throw column.isMoney ? .noAmount(typed) : .noCount(typed) }
        return .count(count)
    }

    /// Digits with an optional sign and decimals, separators of thousands dropped; nil for anything else.
    private static func number(_ text: String) -> String? {
        let pattern = /([+\-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]{1,6})?/
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        return (match.1 == "-" ? "-" : "") + match.2.replacing(",", with: "") + (match.3 ?? "")
    }
}

/// Why what was typed is no cell.
enum TypedCellError: Error, Equatable {
    case noCount(String)
    case noAmount(String)
    case negative(String)
    case tooLong(String)
    case noUnit(String)
}

extension TypedCellError: CustomStringConvertible {
    var description: String {
        switch self {
        case .noCount(let typed): "「\(typed)」不是整数。请填整数，不适用的填“/”，原文空白的留空。"
        case .noAmount(let typed): "「\(typed)」不是金额。请只填数字，最多六位小数，单位在旁边选。"
        case .negative(let typed): "「\(typed)」是负数，这一格不会有负数。请对照原件。"
        case .tooLong(let typed): "「\(typed)」太长，不可能是这一格的数。请对照原件。"
        case .noUnit(let unit): "「\(unit)」不是金额的单位。请选元、万元或亿元。"
        }
    }
}
