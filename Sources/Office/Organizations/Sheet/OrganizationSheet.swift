import Formats

/// A list of organizations as it stands in a CSV or XLSX file: rows of text under known headings.
package struct OrganizationSheet: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// As the spreadsheet counts it, from 1.
        package var number: Int
        package var cells: [OrganizationColumn: String]

        package init(number: Int, cells: [OrganizationColumn: String]) {
            self.number = number
            self.cells = cells
        }

        /// What stands in a cell; nil where it is blank.
        package subscript(column: OrganizationColumn) -> String? { cells[column] }
    }

    package var columns: [OrganizationColumn]
    package var rows: [Row]
    /// Headings that are not known: what stands under them is left out.
    package var ignored: [String] = []

    /// Headings stand within the first rows, under a title at most.
    private static let headingRows = 10

    /// Reads a file.
    ///
    /// - Parameter name: to tell the format.
    /// - Throws: `OrganizationSheetError`.
    package init(_ bytes: [UInt8], name: String) throws(OrganizationSheetError) {
        let document: SourceDocument
        do throws(FormatError) {
            document = try SourceDocument(reading: bytes, name: name)
        } catch {
            throw .unreadable(error.description)
        }
        guard document.format == .csv || document.format == .xlsx else { throw .unreadable("名单应为 CSV 或 XLSX 文件。") }
        for case .grid(let grid) in document.blocks {
            if let sheet = try Self(grid, document) {
                self = sheet
                return
            }
        }
        throw .noHeading
    }

    /// - Parameter rows: numbered as they will be written.
    package init(columns: [OrganizationColumn], rows: [[OrganizationColumn: String]]) {
        self.columns = columns
        self.rows = rows.enumerated().map { Row(number: $0.offset + 2, cells: $0.element) }
    }

    /// Nil for a grid without the headings.
    private init?(_ grid: Grid, _ document: SourceDocument) throws(OrganizationSheetError) {
        // Apostrophes guard what a spreadsheet would run as a formula; only text files need them.
        let isGuarded = document.format == .csv
        var lines: [Int: [Int: String]] = [:]
        for cell in grid.cells {
            let text = document.string(cell.text)
            guard let value = Typed.text(isGuarded ? FormulaGuard.removed(text) : text) else { continue }
            // One cell over several rows says the same of each.
            for row in cell.row..<cell.row + cell.rowSpan { lines[Int(row), default: [:]][Int(cell.column)] = value }
        }
        let isHeading = { (line: [Int: String]) in
            line.count > 1 && line.values.contains { OrganizationColumn(heading: $0) == .name }
        }
        guard let heading = (0..<Self.headingRows).first(where: { lines[$0].map(isHeading) ?? false }) else { return nil }
        columns = []
        var places: [Int: OrganizationColumn] = [:]
        for (place, word) in (lines[heading] ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let column = OrganizationColumn(heading: word) else {
                ignored.append(word)
                continue
            }
            if columns.contains(column) { throw .doubledHeading(column.title) }
            columns.append(column)
            places[place] = column
        }
        rows = lines.keys.sorted().filter { $0 > heading }.compactMap { line in
            var cells: [OrganizationColumn: String] = [:]
            for (place, column) in places { cells[column] = lines[line]?[place] }
            return cells.isEmpty ? nil : Row(number: line + 1, cells: cells)
        }
    }

    // MARK: Writing

    /// As CSV that Excel opens.
    package func csv() -> [UInt8] {
        CSVWriter.write(table.map { $0.map(FormulaGuard.added) })
    }

    /// As XLSX.
    package func workbook() throws(FormatError) -> [UInt8] {
        let cells = table.enumerated().flatMap { row, fields in
            fields.enumerated().map { column, text in
                Workbook.Cell(
                    row: row, column: column, value: text.isEmpty ? .blank : .text(text),
                    style: .init(bold: row == 0, wraps: true, border: true, fill: row == 0 ? 0xF4F4F5 : nil))
            }
        }
        let widths: [Double?] = columns.map { column in
            switch column {
            case .parent, .name, .leaders, .contact(.address), .contact(.disclosureOfficeAddress): 28
            default: 16
            }
        }
        return try WorkbookWriter.write(
            Workbook(sheets: [.init(name: "机构", cells: cells, columnWidths: widths, frozenRows: 1)]))
    }

    private var table: [[String]] {
        [columns.map(\.title)] + rows.map { row in columns.map { row[$0] ?? "" } }
    }
}
