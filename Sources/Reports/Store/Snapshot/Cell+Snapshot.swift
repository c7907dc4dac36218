import AnnualReport
import Office

/// A cell in the words of a snapshot: `12`, `=75627.00 万元`, `/`, an empty text for a blank, `~` for absent.
extension Cell {
    var snapshotText: String {
        switch self {
        case .count(let n): "\(n)"
        case .amount(let amount): "=" + amount.value + (amount.unit.map { " " + $0.rawValue } ?? "")
        case .notApplicable: "/"
        case .blank: ""
        case .absent: "~"
        }
    }

    init(snapshotText text: String) throws(SnapshotError) {
        switch text {
        case "": self = .blank
        case "/": self = .notApplicable
        case "~": self = .absent
        default:
            guard text.hasPrefix("=") else {
                guard let n = Int(text) else { throw .cell(text) }
                self = .count(n)
                return
            }
            let parts = text.dropFirst().split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            let unit = parts.count == 2 ? MoneyUnit(rawValue: String(parts[1])) : nil
            guard parts.count == 1 || unit != nil else { throw .cell(text) }
            self = .amount(Amount(value: String(parts[0]), unit: unit))
        }
    }
}

/// A place in the words of a snapshot: `77` for a line, `2.5.3` for table, row and column, `77:2.5.3` for both,
/// nothing for an unknown one.
extension Origin {
    var snapshotText: String {
        let place = table == 0 && row == 0 && column == 0 ? "" : "\(table).\(row).\(column)"
        if line == 0 { return place }
        return place.isEmpty ? "\(line)" : "\(line):\(place)"
    }

    init(snapshotText text: String) throws(SnapshotError) {
        self.init()
        guard !text.isEmpty else { return }
        var place: Substring? = text[...]
        if let colon = text.firstIndex(of: ":") {
            line = try Origin.number(text[..<colon], of: text)
            place = text[text.index(after: colon)...]
        } else if !text.contains(".") {
            line = try Origin.number(text[...], of: text)
            place = nil
        }
        guard let place else { return }
        let parts = place.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .origin(text) }
        table = try Origin.number(parts[0], of: text)
        row = try Origin.number(parts[1], of: text)
        column = try Origin.number(parts[2], of: text)
    }

    private static func number(_ digits: Substring, of text: String) throws(SnapshotError) -> Int32 {
        guard let number = Int32(digits) else { throw .origin(text) }
        return number
    }
}

/// What makes a stored snapshot unreadable.
enum SnapshotError: Error, Equatable {
    case format(Int)
    case cell(String)
    case origin(String)
    case name(String)
}
