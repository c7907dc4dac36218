import HummingbirdTesting
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Files to take away", .opensDatabases)
struct ExportTests {
    @Test("the audit's records stay in no cache of a shared machine; a published report may")
    func caches() async throws {
        try await SiteHarness.run { harness, client in
            let auditor = try await DeskClient.signedIn("shen", [Grant(.auditAdministrator)], harness.records, client)
            let export = try await auditor.send("/desk/audit", to: "/desk/audit/export", [:])
            #expect(export.status == .ok && export.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(export.headers[.cacheControl] == "no-store")
            let report = try await client.see("/reports/\(harness.first.id)/file")
            #expect(report.headers[.cacheControl] == "private, no-cache", "\(report.status)")
        }
    }
}
