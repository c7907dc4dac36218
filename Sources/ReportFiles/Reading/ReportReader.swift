import AnnualReport
import Crypto
import Formats
import Markup

/// A report and the document that it was read from, so that every figure can be shown in its source.
package struct ReportReading: Sendable {
    package var report: AnnualReport
    package var document: SourceDocument

    package init(report: AnnualReport, document: SourceDocument) {
        self.report = report
        self.document = document
    }
}

/// Reads annual reports out of files of any format: bytes become lines and grids, in these the three tables are
/// found by their labels, and every figure is put below its head. What cannot be placed without doubt is left open.
package enum ReportReader {
    /// Reads all formats but PDF.
    ///
    /// - Throws: `FormatError` where the file cannot be read at all. A readable file without any table is no error.
    package static func read(_ bytes: [UInt8], name: String, limits: Limits = .standard) throws(FormatError) -> ReportReading {
        let limits = limits.started()
        return try reading(SourceDocument(reading: bytes, name: name, limits: limits), bytes, name, limits)
    }

    /// Reads all formats.
    ///
    /// - Throws: `FormatError` where the file cannot be read at all.
    package static func readAny(
        _ bytes: [UInt8], name: String, limits: Limits = .standard
    ) async throws(FormatError) -> ReportReading {
        let limits = limits.started()
        return try reading(await DocumentReader.read(bytes: bytes, name: name, limits: limits), bytes, name, limits)
    }

    private static func reading(
        _ document: SourceDocument, _ bytes: [UInt8], _ name: String, _ limits: Limits
    ) throws(FormatError) -> ReportReading {
        let source = AnnualReport.Source(
            name: name.cut(at: "/").last ?? name, format: document.format.rawValue, bytes: bytes.count, sha256: digest(bytes))
        let report =
            document.format == .json
            ? try JSONReport.read(document, source: source, limits: limits) : try read(document, source: source, limits: limits)
        return ReportReading(report: report, document: document)
    }

    /// Finds the report in a document.
    ///
    /// - Throws: `FormatError` where the document has more cells than the limits allow, or its time is over.
    package static func read(
        _ document: SourceDocument, source: AnnualReport.Source, limits: Limits = .standard
    ) throws(FormatError) -> AnnualReport {
        try document.utf8.withUnsafeBufferPointer { (utf8) throws(FormatError) in
            let list = try DocumentPieces(document, utf8, limits)
            var scanner = TableScanner(list.pieces, utf8, rows: list.rowCount)
            try scanner.scan(limits.budget)
            let narrative = try NarrativeReader(document, list, utf8, taken: scanner.taken).read(limits.budget)
            let maker = RowMaker(utf8: utf8, grids: list.grids)
            var report = AnnualReport(source: source)
            report.organization = narrative.organization
            report.year = narrative.year

            var remarks = narrative.remarks
            let proactive = ProactiveAssembly(scanner.tables, year: report.year, maker: maker)
            let requests = RequestAssembly(
                scanner.tables, template: proactive.template, year: report.year, maker: maker)
            let reviews = ReviewAssembly(scanner.tables, maker: maker)
            report.template = proactive.template
            report.proactive = proactive.table
            report.requests = requests.table
            report.reviews = reviews.table
            remarks += proactive.maker.remarks + requests.maker.remarks + reviews.maker.remarks
            remarks += scanner.tables.extraRows.map { table, row, _ in
                .extraRow(
                    label: row.label.words, table: table, subtotal: false, found: ColumnLayout.found(row.cells, in: utf8),
                    origin: row.label.origin)
            }
            if !document.hidden.isEmpty {
                remarks.append(.hidden(SourceDocument.Hidden.allCases.filter(document.hidden.contains).map(\.rawValue)))
            }
            report.remarks = remarks
            report.narrative = narrative.narrative
            return report
        }
    }

    /// SHA-256 in hexadecimal.
    static func digest(_ bytes: [UInt8]) -> String { Hex.text(SHA256.hash(data: bytes)) }
}
