import Foundation
import Hummingbird
import HummingbirdTesting
import Law
import ReportFiles
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// A site over records of its own, asked through the whole HTTP stack: on SQLite, or where GONGKAI_TEST_ENGINE is
/// postgres, on PostgreSQL. `make test` runs the suites whose pages ask the database once on each.
struct SiteHarness {
    let records: Records
    var store: ReportStore { records.reports }
    let first: ReportVersion
    let corrected: ReportVersion
    let wrong: ReportVersion
    let lastYear: ReportVersion
    let hostile: ReportVersion

    static let region = "青溪县"
    /// What signs the tokens of forms.
    static let secret = [UInt8](repeating: 7, count: 32)

    /// Runs `body` with a store of five reports and a client, and removes it afterwards.
    static func run(
        settings: SiteSettings = SiteSettings(secret: secret), calendar: WorkdayCalendar = .official, through door: TestingSetup = .router,
        _ body: @Sendable (SiteHarness, any TestClientProtocol) async throws -> Void
    ) async throws {
        let test = try TestDatabase(TestEngine.chosen)
        let records = try await Records.open(OfficePlace(test.url), .whole, master: .random(), cost: .trivial, at: SampleReports.instant)
        let store = records.reports
        let harness = try await seed(records)
        let app = buildApplication(records: records, wings: wings, settings: settings, calendar: calendar, clock: { SampleReports.instant })
        try await app.test(door) { client in try await body(harness, client) }
        try store.close()
        // Its tables go with it.
        withExtendedLifetime(test) {}
    }

    private static func seed(_ records: Records) async throws -> SiteHarness {
        let store = records.reports
        let east = SampleReports.report("东河镇", 2021, requests: 12)
        let lastYear = try await SampleReports.keep(SampleReports.report("东河镇", 2020, requests: 7, carriedOver: 2), in: region, store)
        let first = try await SampleReports.keep(east, in: region, store)
        let corrected = try await SampleReports.keep(SampleReports.report("东河镇", 2021, requests: 15), in: region, store)
        let west = SampleReports.changed(SampleReports.report("西山乡", 2021, requests: 5), .granted, .total, to: .count(9))
        let wrong = try await SampleReports.keep(west, in: region, store)
        // A name that no reader would let pass, to be sure that pages do not depend on that.
        var bad = SampleReports.report("南塘镇", 2021, requests: 3)
        let file = SampleReports.text(bad)
        let reading = try ReportReader.read(file, name: "南塘镇.txt")
        bad = reading.report
        bad.organization = "<script>alert(1)</script>\"镇"
        let hostile = try await store.importReport(
            ReportReading(report: bad, document: reading.document), file: file, region: "丹<i>县", at: SampleReports.instant
        ).version
        return SiteHarness(
            records: records, first: first, corrected: corrected, wrong: wrong, lastYear: lastYear, hostile: hostile)
    }
}

/// What a test sees of a page.
struct Seen: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var text: String
}

extension TestClientProtocol {
    func see(_ uri: String, cookie: String? = nil, headers: HTTPFields = [:]) async throws -> Seen {
        var headers = headers
        if let cookie { headers[.cookie] = cookie }
        let seen = try await execute(uri: uri, method: .get, headers: headers) { response in
            Seen(status: response.status, headers: response.headers, text: String(buffer: response.body))
        }
        // Markup that was taken for text: a page says so wherever a test looks at it.
        if let markup = seen.text.firstMatch(of: /&lt;(?:p|a|li|ul|ol|div|span|form|strong|table|button|h[1-4])(?:&gt;| [a-z]+=&quot;)/) {
            Issue.record("\(uri) shows its markup: \(markup.0)")
        }
        return seen
    }

    /// Sends the upload form as a browser does.
    func upload(
        _ file: [UInt8]?, name: String, token: String?, cookie: String?, boundary: String = "----gongkai7MA4YWxk"
    ) async throws -> Seen {
        var body: [UInt8] = []
        if let token {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n".utf8)
        }
        body += Array(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .utf8)
        body += file ?? []
        body += Array("\r\n--\(boundary)--\r\n".utf8)
        return try await post(body, type: "multipart/form-data; boundary=\(boundary)", cookie: cookie)
    }

    func post(_ body: [UInt8], type: String, cookie: String?) async throws -> Seen {
        var headers: HTTPFields = [.contentType: type]
        if let cookie { headers[.cookie] = cookie }
        return try await execute(uri: "/check", method: .post, headers: headers, body: ByteBuffer(bytes: body)) { response in
            Seen(status: response.status, headers: response.headers, text: String(buffer: response.body))
        }
    }

    /// Opens the upload form: the token of its field and the cookie that goes with it.
    func openForm() async throws -> (token: String, cookie: String) {
        let form = try await see("/check")
        let token = form.text.firstMatch(of: /name="token" value="([^"]+)"/).map { String($0.1) } ?? ""
        let cookie = form.headers[.setCookie]?.split(separator: ";").first.map(String.init) ?? ""
        return (token, cookie)
    }
}
