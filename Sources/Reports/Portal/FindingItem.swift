import AnnualReport
import Markup
import Office
import Web

/// A finding with its number on the page.
struct FindingItem {
    /// Among all findings of the page, from 1, errors first.
    var place: Int
    /// Among those of its severity, from 1: what a reader sees.
    var number: Int
    var finding: Finding
    /// The report on the year before that it was found with.
    var previousVersionID: Int?

    var anchor: String { "f\(place)" }
    var severity: Severity { finding.severity }

    /// The findings of a report, errors first, otherwise in their order.
    static func items(_ findings: [(finding: Finding, previousVersionID: Int?)]) -> [FindingItem] {
        var items: [FindingItem] = []
        for severity in Severity.allCases {
            for (index, (finding, previousVersionID)) in findings.filter({ $0.finding.severity == severity }).enumerated() {
                items.append(
                    FindingItem(place: items.count + 1, number: index + 1, finding: finding, previousVersionID: previousVersionID))
            }
        }
        return items
    }
}

/// Which findings speak of which cells and rows.
struct CellMarks {
    private var cells: [CellName: [FindingItem]] = [:]
    private var rows: [RowName: [FindingItem]] = [:]

    /// - Parameter lines: the rows on the page. A finding that names every cell of a row is marked once, at the row.
    init(_ items: [FindingItem], rows lines: [Row]) {
        for item in items {
            for name in item.finding.cells {
                if let cell = CellName(name) {
                    cells[cell, default: []].append(item)
                } else if let row = RowName(name) {
                    // A group of table four has no label of its own beside its figures: its total bears the mark.
                    if case .reviews = row {
                        cells[CellName(row, .outcome(.total)), default: []].append(item)
                    } else {
                        rows[row, default: []].append(item)
                    }
                }
            }
        }
        for line in lines where line.columns.count > 1 && line.name.table != .reviews { gather(line) }
    }

    private mutating func gather(_ line: Row) {
        let names = line.cells.map(\.name)
        let common = (cells[names[0]] ?? []).filter { item in
            names.allSatisfy { cells[$0]?.contains { $0.place == item.place } ?? false }
        }
        guard !common.isEmpty else { return }
        let places = Set(common.map(\.place))
        for name in names { cells[name]?.removeAll { places.contains($0.place) } }
        rows[line.name] = ((rows[line.name] ?? []) + common).sorted { $0.place < $1.place }
    }

    /// The findings that name the cell itself.
    subscript(cell: CellName) -> [FindingItem] { cells[cell] ?? [] }
    /// The findings that name the whole row.
    subscript(row: RowName) -> [FindingItem] { rows[row] ?? [] }

    /// The class of a cell with findings, by the gravest.
    static func classes(_ items: [FindingItem]) -> String {
        items.map(\.severity).min().map { "marked \($0.rawValue)" } ?? ""
    }

    /// A word for each finding, linked to its text.
    static func render(_ items: [FindingItem]) -> HTML {
        HTML.join(
            items.map { item in
                "<a class=\"mark \(item.severity.rawValue)\" href=\"#\(item.anchor)\">\(item.severity.title) \(item.number)</a>"
            })
    }
}
