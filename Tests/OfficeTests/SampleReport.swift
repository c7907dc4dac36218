import AnnualReport
import Law
import Office
import Reports

/// Reports made by hand: an invented town's, with as many figures as a test needs.
struct SampleReport {
    var report: AnnualReport
    var file: [UInt8]

    /// - Parameters:
    ///   - received: in 一, natural persons and total.
    ///   - carriedIn: in 二, natural persons and total.
    ///   - carriedOver: in 四, natural persons and total.
    ///   - text: makes the file another one.
    init(
        _ organization: String?, _ year: Int?, received: Int = 5, carriedIn: Int = 0, carriedOver: Int = 0,
        inForce: Int = 3, text: String = ""
    ) {
        let words = "\(organization ?? "-") \(year.map(String.init) ?? "-") \(received) \(carriedIn) \(carriedOver) \(inForce) \(text)"
        file = Array(words.utf8)
        let form = year.map(ReportForm.init(year:)) ?? .form2021
        report = AnnualReport(
            source: .init(
                name: "\(organization ?? "无名").txt", format: "text", bytes: file.count, sha256: FileStore.sha256(file)),
            organization: organization, year: year, template: form,
            proactive: ProactiveTable(
                blocks: ProactiveBlock.allCases.compactMap { block in
                    let rows = block.rows(form).enumerated().map { index, name in
                        let columns = block.columns(form).map { ColumnName.proactive($0) }
                        return Row(
                            .proactive(name), columns: columns,
                            entries: columns.enumerated().map { column, name in
                                Entry(
                                    name == .proactive(.inForce) ? .count(inForce) : .count(0),
                                    Origin(line: 10 * block.rawValue + index, column: column))
                            }, origin: Origin(line: 10 * block.rawValue + index))
                    }
                    return rows.isEmpty
                        ? nil : TableBlock(block, form: form, isPrinted: true, origin: Origin(line: 10 * block.rawValue), rows: rows)
                }),
            requests: RequestTable(
                form: form,
                rows: RequestRow.rows(form).enumerated().map { index, name in
                    let count =
                        switch name {
                        case .received: received
                        case .carriedIn: carriedIn
                        case .carriedOver: carriedOver
                        case .granted, .total: received + carriedIn - carriedOver
                        default: 0
                        }
                    return Row(
                        .requests(name), columns: RequestTable.columns,
                        entries: ApplicantKind.allCases.map { kind in
                            Entry(.count(kind == .naturalPerson || kind == .total ? count : 0), Origin(line: 100 + index))
                        }, origin: Origin(line: 100 + index))
                }),
            reviews: ReviewTable(
                rows: ReviewGroup.allCases.map { group in
                    Row(
                        .reviews(group), columns: ReviewTable.columns,
                        entries: ReviewOutcome.allCases.map { _ in Entry(.count(0), Origin(line: 200)) },
                        origin: Origin(line: 200))
                }))
    }

    /// The report with one cell changed; the file stays.
    mutating func set(_ row: RequestRow, _ kind: ApplicantKind, _ cell: Cell) {
        guard var table = report.requests, let r = table.rows.firstIndex(where: { $0.name == .requests(row) }),
            let c = table.rows[r].columns.firstIndex(of: .applicant(kind))
        else { return }
        table.rows[r].entries[c].cell = cell
        report.requests = table
    }
}

extension ReportStore {
    /// The current versions that everybody's list has.
    func currentVersions(region: String? = nil, year: Int? = nil) async throws -> [ReportVersion] {
        try await summaries(year: year, region: region, limit: 1000).items.map(\.version)
    }

    func regions() async throws -> [String] { Set(try await currentVersions().map(\.region)).sorted() }

    func totals(year: Int, region: String? = nil) async throws -> [CellName: CellTotal] {
        try await totals(of: currentVersions(region: region, year: year))
    }

    @discardableResult
    func add(_ sample: SampleReport, region: String = "海安县", after seconds: Double = 0) async throws -> ImportOutcome {
        try await importReport(
            sample.report, file: sample.file, region: region, at: .sample.addingTimeInterval(seconds))
    }
}
