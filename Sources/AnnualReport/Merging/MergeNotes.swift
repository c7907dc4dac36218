/// Which cells of which reports were not added, and why; gathered so that one habit of one office is one finding.
struct MergeNotes {
    private struct Key: Hashable {
        var rule: Rule
        var table: TableName
        /// Nil for what all reports together do.
        var report: Int?
    }

    private var cells: [Key: [CellName]] = [:]
    private var order: [Key] = []

    /// - Parameter report: its place among the reports; nil where no single one is at fault.
    mutating func add(_ rule: Rule, _ cell: CellName, _ report: Int?) {
        let key = Key(rule: rule, table: cell.row.table, report: report)
        if cells[key] == nil { order.append(key) }
        cells[key, default: []].append(cell)
    }

    /// More rows than this of one table are told in one finding.
    private static let mostRows = 3

    /// - Parameter labels: the reports' names, in their order.
    func findings(of labels: [String]) -> [Finding] {
        // The reports that have the same cells in the same state share a finding.
        struct Group: Hashable {
            var rule: Rule
            var cells: [CellName]
        }
        var groups: [Group: [String]] = [:]
        var sequence: [Group] = []
        for key in order {
            let own = cells[key] ?? []
            let rows = Dictionary(grouping: own, by: \.row)
            var parts = [own]
            if rows.count <= Self.mostRows {
                var seen: Set<RowName> = []
                parts = own.map(\.row).filter { seen.insert($0).inserted }.map { rows[$0] ?? [] }
            }
            for part in parts {
                let group = Group(rule: key.rule, cells: part)
                if groups[group] == nil { sequence.append(group) }
                groups[group, default: []] += key.report.map { [labels[$0]] } ?? []
            }
        }
        return sequence.map { group in
            let names = groups[group] ?? []
            var seen: Set<RowName> = []
            let rows = group.cells.map(\.row).filter { seen.insert($0).inserted }
            let place = rows.count == 1 ? "「\(rows[0].title)」" : "\(rows[0].table.number)有 \(rows.count) 行"
            return Finding(
                group.rule, "\(place)：\(names.joined(separator: "、"))\(Self.words(group.rule))", cells: group.cells.map(\.description),
                organizations: names)
        }
    }

    private static func words(_ rule: Rule) -> String {
        switch rule {
        case .missingRow: "没有可用的数字，未计入"
        case .missingCell: "留有空白，未计入"
        case .unitInCount: "填的是金额或小数，不能与件数相加，未计入"
        case .unitMissing: "的金额没有写明单位，未计入"
        case .unitDiffers: "的金额所写单位与该栏的单位不同，未计入，请核实后更正"
        default: "各单位之和超出可以表示的范围，合计空缺"
        }
    }
}
