import AnnualReport
import ReportFiles
import TestValues
import Testing

/// One wrong figure in a balanced report does not stay unseen.
struct MutationTests {
    private let sums: Set<Rule> = [.balance, .resultTotal, .rowTotal, .reviewTotal]

    /// All cells of tables three and four, each changed by itself.
    @Test(arguments: ReportForm.allCases, [-1, 1, 1000])
    func everyChangedFigureOfTablesThreeAndFourBreaksASum(_ form: ReportForm, _ change: Int) {
        let report = RandomReport.balanced(form, seed: 5, dashes: false)
        #expect(report.findings().filter { $0.severity == .error } == [])
        for row in report.rows where row.name.table != .proactive {
            for (name, entry) in row.cells {
                var changed = report
                changed.put(name, .count((entry.cell.count ?? 0) + change))
                let speaking = changed.findings().filter { sums.contains($0.rule) }
                #expect(!speaking.isEmpty, "\(name)")
                // Nothing is said of rows and columns that it does not stand in.
                let parts = [name.row.description + ".", "." + name.column.key]
                #expect(speaking.flatMap(\.cells).allSatisfy { cell in parts.contains { cell.contains($0) } }, "\(name)")
            }
        }
    }

    /// Two figures of one row exchanged keep the row's sum, but not the columns'.
    @Test(arguments: ReportForm.allCases)
    func figuresInEachOthersColumnBreakASum(_ form: ReportForm) {
        let report = RandomReport.balanced(form, seed: 6, dashes: false)
        for row in report.requests?.rows ?? [] {
            for (left, right) in zip(row.cells, row.cells.dropFirst()) where left.entry.cell != right.entry.cell {
                var changed = report
                changed.put(left.name, right.entry.cell)
                changed.put(right.name, left.entry.cell)
                #expect(changed.findings().contains { sums.contains($0.rule) }, "\(left.name)")
            }
        }
    }

    /// The same after writing and reading, by every way of writing.
    @Test(arguments: Writing.allCases)
    func aChangedFigureIsSeenInEveryWriting(_ writing: Writing) throws {
        for seed in 0..<6 as Range<UInt64> {
            var numbers = SeededRandom(seed: seed)
            var report = RandomReport.balanced(seed % 2 == 0 ? .form2019 : .form2021, seed: seed)
            let cells = report.rows.filter { $0.name.table != .proactive }.flatMap(\.cells)
            let (name, entry) = cells[Int.random(in: cells.indices, using: &numbers)]
            report.put(name, .count((entry.cell.count ?? 0) + Int.random(in: 1...500, using: &numbers)))
            let findings = try writing.readBack(report).findings()
            let parts = [name.row.description + ".", "." + name.column.key]
            #expect(
                findings.contains { finding in
                    finding.severity == .error && finding.cells.contains { cell in parts.contains { cell.contains($0) } }
                }, "seed \(seed), \(name)")
        }
    }
}

extension AnnualReport {
    /// Puts a cell by its name.
    mutating func put(_ name: CellName, _ cell: Cell) {
        func put(_ rows: inout [Row]) {
            for row in rows.indices where rows[row].name == name.row {
                if let place = rows[row].columns.firstIndex(of: name.column) { rows[row].entries[place].cell = cell }
            }
        }
        if var table = requests {
            put(&table.rows)
            requests = table
        }
        if var table = reviews {
            put(&table.rows)
            reviews = table
        }
        if var table = proactive {
            for block in table.blocks.indices { put(&table.blocks[block].rows) }
            proactive = table
        }
    }
}
