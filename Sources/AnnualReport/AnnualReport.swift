import Law

/// One annual disclosure report (政府信息公开工作年度报告, Regulation article 49) as it was read or written.
package struct AnnualReport: Hashable, Sendable {
    package var source: Source
    /// The words of the title before the year, brackets full-width; nil in doubt.
    package var organization: String?
    /// The year reported on; nil where neither title, period nor text says.
    package var year: Int?
    /// The form that most blocks of table two follow; nil only without table two.
    package var template: ReportForm?
    package var proactive: ProactiveTable?
    package var requests: RequestTable?
    package var reviews: ReviewTable?
    package var narrative: Narrative
    /// What the source prints otherwise than the form, beside its figures.
    package var remarks: [Remark]
    /// Findings of reading and form that came with a report in our own JSON, where the source itself is gone.
    package var inherited: [Finding]?

    /// The file that the report was read from.
    package struct Source: Hashable, Sendable, Codable {
        /// The file's name without its folders.
        package var name: String
        /// text, html, docx, pdf, xlsx, csv or json.
        package var format: String
        package var bytes: Int
        /// SHA-256 of the bytes, in hexadecimal.
        package var sha256: String
        /// True where `Origin.line` counts lines of the file itself.
        package var hasLines: Bool { format == "text" || format == "csv" }

        package init(name: String, format: String, bytes: Int, sha256: String) {
            self.name = name
            self.format = format
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    package init(
        source: Source, organization: String? = nil, year: Int? = nil, template: ReportForm? = nil,
        proactive: ProactiveTable? = nil, requests: RequestTable? = nil, reviews: ReviewTable? = nil,
        narrative: Narrative = Narrative(), remarks: [Remark] = []
    ) {
        self.source = source
        self.organization = organization
        self.year = year
        self.template = template
        self.proactive = proactive
        self.requests = requests
        self.reviews = reviews
        self.narrative = narrative
        self.remarks = remarks
    }

    /// All rows of the tables that were found, in the form's order.
    package var rows: [Row] {
        (proactive?.rows ?? []) + (requests?.rows ?? []) + (reviews?.rows ?? [])
    }

    /// The rows of one table; none where it was not found.
    func rows(of table: TableName) -> [Row] {
        switch table {
        case .proactive: proactive?.rows ?? []
        case .requests: requests?.rows ?? []
        case .reviews: reviews?.rows ?? []
        }
    }

    package func row(_ name: RowName) -> Row? {
        switch name {
        case .proactive(let r): proactive?[r]
        case .requests(let r): requests?[r]
        case .reviews(let g): reviews?[g]
        }
    }

    /// The entry of a cell; nil where the report has no such cell.
    package subscript(cell: CellName) -> Entry? {
        row(cell.row)?[cell.column]
    }

    package subscript(row: RequestRow, kind: ApplicantKind) -> Cell {
        requests?[row]?[.applicant(kind)]?.cell ?? .absent
    }

    package subscript(group: ReviewGroup, outcome: ReviewOutcome) -> Cell {
        reviews?[group]?[.outcome(outcome)]?.cell ?? .absent
    }

    package subscript(row: ProactiveRow, column: ProactiveColumn) -> Cell {
        proactive?[row]?[.proactive(column)]?.cell ?? .absent
    }

    /// The form that judges the report: that of its year, without a year its own.
    package var expectedForm: ReportForm? {
        year.map(ReportForm.init(year:)) ?? template
    }
}
