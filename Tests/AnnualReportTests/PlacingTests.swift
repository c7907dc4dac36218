import Testing

@testable import AnnualReport

@Suite("Placing a row by hand")
struct PlacingTests {
    private static let origin = Origin(line: 40, table: 2, row: 5, column: 1)
    private static let granted: [Cell] = [3, 1, 0, 0, 0, 0, 4].map(Cell.count)

    /// The sample, one of its rows as the reader leaves what it cannot place.
    private static func report(_ form: ReportForm = .form2021, without name: RowName, found: [String?] = ["3", "1", "4"]) -> AnnualReport {
        var report = SampleReport.make(form)
        func spoil(_ row: inout Row) {
            guard row.name == name else { return }
            row = Row(name, columns: row.columns, state: .unplaced(found: found), origin: origin)
        }
        for i in report.requests?.rows.indices ?? 0..<0 {
            if var row = report.requests?.rows[i] { spoil(&row); report.requests?.rows[i] = row }
        }
        for i in report.reviews?.rows.indices ?? 0..<0 {
            if var row = report.reviews?.rows[i] { spoil(&row); report.reviews?.rows[i] = row }
        }
        for b in report.proactive?.blocks.indices ?? 0..<0 {
            for i in report.proactive?.blocks[b].rows.indices ?? 0..<0 {
                if var row = report.proactive?.blocks[b].rows[i] { spoil(&row); report.proactive?.blocks[b].rows[i] = row }
            }
        }
        return report
    }

    private static let money = Cell.amount(Amount(value: "12.5", unit: .tenThousandYuan))

    @Test(
        "the cells stand in their columns, each where the row stands; the other rows stay",
        arguments: [
            (.form2021, .requests(.granted), granted),
            (.form2021, .reviews(.litigationDirect), [.count(0), .count(0), .notApplicable, .blank, .count(0)]),
            (.form2021, .proactive(.normativeDocuments), [.count(2), .count(1), .count(9)]),
            (.form2021, .proactive(.fees), [money]), (.form2021, .proactive(.fees), [.count(0)]),
            (.form2019, .proactive(.procurement), [.count(4), money]),
            (.form2019, .proactive(.licensing), [.count(10), .count(-1), .count(20)]),
        ] as [(ReportForm, RowName, [Cell])])
    func placed(form: ReportForm, name: RowName, cells: [Cell]) throws {
        let before = Self.report(form, without: name)
        #expect(before.unplacedRows.map(\.name) == [name])
        let after = try before.placing(name, cells)
        let row = try #require(after.row(name))
        #expect(row.state == .placed && row.origin == Self.origin)
        #expect(row.entries == cells.map { Entry($0, Self.origin) })
        #expect(after.unplacedRows.isEmpty)
        #expect(after.rows.filter { $0.name != name } == before.rows.filter { $0.name != name })
        #expect(after.source == before.source && after.remarks == before.remarks && after.narrative == before.narrative)
        #expect(before.findings().contains { $0.rule == .unplacedRow } && !after.findings().contains { $0.rule == .unplacedRow })
    }

    @Test("what was placed is checked as if it had been read: right figures are fine, wrong ones are told")
    func checked() throws {
        let before = Self.report(without: .requests(.granted))
        #expect(try before.placing(.requests(.granted), Self.granted).findings().isEmpty)
        let wrong = try before.placing(.requests(.granted), [3, 1, 0, 0, 0, 0, 5].map(Cell.count)).findings()
        #expect(wrong.contains { $0.rule == .rowTotal && $0.line == 40 })
        let blank = try before.placing(.requests(.granted), [.count(3), .count(1), .blank, .blank, .blank, .blank, .count(4)]).findings()
        #expect(blank.map(\.rule) == [.missingCell])
    }

    @Test(
        "what cannot be placed is refused with its reason",
        arguments: [
            (.requests(.granted), Array(granted.dropLast()), .cellCount(.requests(.granted), expected: 7, found: 6)),
            (.requests(.granted), granted.dropLast() + [.absent], .unfit(CellName(.requests(.granted), .applicant(.total)))),
            (.requests(.granted), [money] + granted.dropFirst(), .unfit(CellName(.requests(.granted), .applicant(.naturalPerson)))),
            (.requests(.granted), Array(repeating: .blank, count: 7), .nothingPlaced(.requests(.granted))),
            (.requests(.total), granted, .alreadyPlaced(.requests(.total))),
            (.requests(.other), granted, .noSuchRow(.requests(.other))),
            (.proactive(.procurement), [.count(1), .count(1)], .noSuchRow(.proactive(.procurement))),
        ] as [(RowName, [Cell], PlacingError)])
    func refused(name: RowName, cells: [Cell], error: PlacingError) {
        let report = Self.report(without: .requests(.granted))
        #expect(throws: error) { try report.placing(name, cells) }
        #expect(error.description.contains("「\(name.title)」"))
    }

    @Test("rows that are not printed do not wait to be placed")
    func otherStates() throws {
        var report = SampleReport.make(.form2021)
        report.requests?.rows[3].state = .missing
        #expect(report.unplacedRows.isEmpty)
        let name = try #require(report.requests?.rows[3].name)
        #expect(throws: PlacingError.alreadyPlaced(name)) { try report.placing(name, Self.granted) }
    }

    @Test("a report from our own JSON keeps what was said of its form, without what is mended")
    func inherited() throws {
        var report = Self.report(without: .reviews(.reconsideration))
        report.inherited = [
            Finding(.wrongTerm, "用语"),
            Finding(.unplacedRow, "表四", cells: ["reviews.reconsideration", "reviews.litigationDirect"]),
            Finding(.unplacedRow, "另一行", cells: ["requests.granted"]),
        ]
        let after = try report.placing(.reviews(.reconsideration), [.count(1), .blank, .count(0), .count(1), .count(2)])
        let inherited = try #require(after.inherited)
        #expect(inherited.map(\.rule) == [.wrongTerm, .unplacedRow, .unplacedRow, .missingCell])
        #expect(inherited[1].cells == ["reviews.litigationDirect"] && inherited[3].cells == ["reviews.reconsideration.corrected"])
        report.inherited = [Finding(.unplacedRow, "表四", cells: ["reviews.reconsideration"])]
        let last = try report.placing(.reviews(.reconsideration), [1, 0, 0, 1, 2].map(Cell.count))
        #expect(last.inherited == [])
    }

    @Test("rows that share one line are placed one by one: what is said of them names the rest, and falls away with the last")
    func shared() throws {
        var report = SampleReport.make()
        let names: [RowName] = [.requests(.refusedStateSecret), .requests(.refusedForbiddenByLaw)]
        let found = Array(repeating: String?("0"), count: 7)
        for name in names { report.set(name.description, .merged(found: found)) }
        report.remarks = [.mergedRows(names, label: "1.属于国家秘密", found: found, origin: Self.origin)]
        #expect(report.unplacedRows.map(\.name) == names)
        let zeros = Array(repeating: Cell.count(0), count: 7)
        let half = try report.placing(names[0], zeros)
        #expect(half.findings(.mergedRows).map(\.cells) == [[names[1].description]])
        let whole = try half.placing(names[1], zeros)
        #expect(whole.findings(.mergedRows).isEmpty)
        #expect(whole.unplacedRows.isEmpty)
        #expect(throws: PlacingError.alreadyPlaced(names[0])) { try whole.placing(names[0], zeros) }
    }
}
