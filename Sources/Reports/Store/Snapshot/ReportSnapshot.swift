import AnnualReport
import Foundation
import Office

/// A report as one JSON text, from which it is rebuilt whole: what was read once stays as it was read, however the
/// reader changes later.
///
/// Its types mirror those of `AnnualReport` on purpose: the model may change, the stored form must not. A new field
/// of the model becomes an optional field here.
struct ReportSnapshot: Codable {
    private static let currentFormat = 1

    private var format = ReportSnapshot.currentFormat
    private var source: AnnualReport.Source
    private var organization: String?
    private var year: Int?
    private var template: String?
    private var proactive: [BlockSnapshot]?
    private var requests: RequestTableSnapshot?
    private var reviews: [RowSnapshot]?
    private var narrative: NarrativeSnapshot
    private var remarks: [RemarkSnapshot]
    private var inherited: [FindingSnapshot]?

    init(_ report: AnnualReport) {
        source = report.source
        organization = report.organization
        year = report.year
        template = report.template?.rawValue
        proactive = report.proactive?.blocks.map(BlockSnapshot.init)
        requests = report.requests.map(RequestTableSnapshot.init)
        reviews = report.reviews?.rows.map(RowSnapshot.init)
        narrative = NarrativeSnapshot(report.narrative)
        remarks = report.remarks.map(RemarkSnapshot.init)
        inherited = report.inherited?.map(FindingSnapshot.init)
    }

    /// Reads what `json()` wrote; throws for anything else.
    init(json: String) throws {
        self = try JSONDecoder().decode(ReportSnapshot.self, from: Data(json.utf8))
        guard format == ReportSnapshot.currentFormat else { throw SnapshotError.format(format) }
    }

    func json() throws -> String {
        try JSONText.encode(self)
    }

    func report() throws -> AnnualReport {
        var report = AnnualReport(
            source: source, organization: organization, year: year,
            template: try template.map { try ReportForm(snapshot: $0) },
            proactive: try proactive.map { ProactiveTable(blocks: try $0.map { try $0.block() }) },
            requests: try requests?.table(),
            reviews: try reviews.map { ReviewTable(rows: try $0.map { try $0.row() }) },
            narrative: try narrative.narrative(), remarks: try remarks.map { try $0.remark() })
        report.inherited = try inherited?.map { try $0.finding() }
        return report
    }
}

/// JSON as columns hold it: the same value is always the same text.
enum JSONText {
    static func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
