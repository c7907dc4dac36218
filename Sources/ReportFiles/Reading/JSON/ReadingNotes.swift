import AnnualReport

/// What the findings that came with a report say of its rows: a null alone does not tell why it is null.
struct ReadingNotes {
    private var blank: Set<String> = []
    private var states: [RowName: RowState] = [:]

    init(_ findings: [Finding]) {
        for finding in findings {
            switch finding.rule {
            case .missingCell: blank.formUnion(finding.cells)
            case .missingRow: note(finding) { _ in .missing }
            case .unplacedRow: note(finding) { .unplaced(found: $0) }
            case .mergedRows: note(finding) { .merged(found: $0) }
            default: break
            }
        }
    }

    private mutating func note(_ finding: Finding, _ state: ([String?]) -> RowState) {
        var found: [String?] = []
        if case .list(let values) = finding.found { found = values.map { $0?.description } }
        for cell in finding.cells {
            if let row = RowName(cell) { states[row] = state(found) }
        }
    }

    /// True where the row's finding of blank cells names the cell or the whole row.
    func isBlank(_ cell: CellName) -> Bool {
        blank.contains(cell.description) || blank.contains(cell.row.description)
    }

    func state(_ row: RowName) -> RowState { states[row] ?? .placed }
}
