import AnnualReport

extension FormGrid {
    /// Table four: three rows of headings over one row of fifteen figures.
    package init(_ table: ReviewTable) {
        let outcomes = ReviewOutcome.allCases
        let width = outcomes.count
        self.init(.reviews, columnCount: width * ReviewGroup.allCases.count)
        cells = [
            Cell(0, 0, columns: width, .columnHeading, ReviewGroup.reconsideration.words),
            Cell(0, width, columns: 2 * width, .columnHeading, "行政诉讼"),
        ]
        for (index, outcome) in outcomes.enumerated() {
            cells.append(Cell(1, index, rows: 2, .columnHeading, outcome.title))
        }
        let lawsuits: [ReviewGroup] = [.litigationDirect, .litigationAfterReconsideration]
        for (index, group) in lawsuits.enumerated() {
            cells.append(Cell(1, (index + 1) * width, columns: width, .columnHeading, group.words))
        }
        for index in 0..<lawsuits.count * width {
            cells.append(Cell(2, width + index, .columnHeading, outcomes[index % width].title))
        }
        for (place, group) in ReviewGroup.allCases.enumerated() {
            let row = table[group] ?? Row(.reviews(group), columns: ReviewTable.columns)
            for (index, cell) in row.cells.enumerated() {
                let text = cell.entry.cell.text
                cells.append(Cell(3, place * width + index, .figure(cell.name, cell.entry), text))
            }
        }
        rowCount = 4
    }
}
