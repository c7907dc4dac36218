import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Administration
@testable import Office
@testable import Reports
@testable import Web

@Suite("Every route", .opensDatabases)
struct RouteTests {
    private static func entries(_ records: Records) -> [RouteList.Entry] {
        buildRoutes(
            records: records, wings: wings, settings: SiteSettings(), calendar: .official, clock: { SampleReports.instant }
        ).list.entries
    }

    private static func address(_ entry: RouteList.Entry, _ values: [String: String] = [:]) -> String {
        entry.path.replacing(/\{([a-z]+)\}/) { values[String($0.1)] ?? "1" }
    }

    @Test("a path is made of as many values as it has placeholders, and names a thing exactly where it has one")
    func placeholders() async throws {
        try await SiteHarness.run { harness, _ in
            for entry in Self.entries(harness.records) {
                let names = entry.path.matches(of: /\{([a-z]+)\}/).map { String($0.1) }
                #expect(names.count == entry.values && Set(names).count == names.count, "\(entry.path)")
                switch entry.access {
                case .everyone: #expect(!entry.path.hasPrefix("/desk") || entry.path == "/desk/sign-in", "\(entry.path)")
                case .anywhere: #expect(names.isEmpty, "\(entry.path)")
                case .thing: #expect(!names.isEmpty, "\(entry.path)")
                }
            }
        }
    }

    @Test("every POST, by somebody with the right to it, is refused with a token that is not its own, and changes nothing")
    func badTokens() async throws {
        try await SiteHarness.run { harness, client in
            let records = harness.records
            var untried = Self.entries(records).filter { $0.method == .post }
            for role in Role.allCases {
                let person = try await DeskClient.signedIn(
                    role.rawValue, [Grant(role, in: role.isAdministrator ? nil : 7)], records, client)
                let events = try await records.auditEvents(AuditFilter(), before: nil, limit: 1).total
                let mine = untried.filter { entry in
                    entry.access.right.map { Permission.has($0, [Grant(role, in: role.isAdministrator ? nil : 7)]) } ?? true
                }
                untried.removeAll { mine.contains($0) }
                for entry in mine {
                    for token in ["", "1.2", person.token("another form")] {
                        let path = Self.address(entry)
                        let seen =
                            entry.takesFiles
                            ? try await person.upload(token: token, to: path)
                            : try await person.post(path, ["answer": "confirmed"], token: token)
                        #expect(seen.status == .forbidden && seen.text.contains("页面开得太久了"), "\(entry.path) \(seen.status)")
                    }
                }
                #expect(try await records.auditEvents(AuditFilter(), before: nil, limit: 1).total == events)
            }
            #expect(untried.isEmpty)
        }
    }

    @Test("every POST that names a thing is refused on another organization's, with a good token")
    func foreignThings() async throws {
        try await SiteHarness.run { harness, client in
            let records = harness.records
            // An organization with a report that the reader's right does not reach.
            try await records.organization(7)
            let foreign = try #require(try await records.reports.version(harness.first.id))
            let values = ["id": "\(foreign.id)", "upload": "1", "file": "1", "row": "requests.received", "role": "systemAdministrator"]
            for role in Role.working {
                let person = try await DeskClient.signedIn("z\(role.rawValue.prefix(8))", [Grant(role, in: 7)], records, client)
                for entry in Self.entries(records) where entry.method == .post {
                    guard case .thing(let right) = entry.access, Permission.reach(role, right) != nil else { continue }
                    let fields: KeyValuePairs = ["reason": "某", "due": "2099-01-01", "kind": "bureau", "name": "某局", "way": "dissolve"]
                    let seen = try await person.post(Self.address(entry, values), fields, token: person.token(entry.form))
                    #expect(seen.status == .forbidden || seen.status == .notFound, "\(role) \(entry.path) \(seen.status)")
                }
            }
            #expect(try await records.reports.version(foreign.id) == foreign)
        }
    }

    @Test("no page of the desk may be kept by a browser, and no page with a form")
    func noStore() async throws {
        try await SiteHarness.run { harness, client in
            let person = try await DeskClient.signedIn("admin", [Grant(.systemAdministrator)], harness.records, client)
            for entry in Self.entries(harness.records) where entry.method == .get && entry.access != .everyone {
                let seen = try await person.see(Self.address(entry))
                if seen.status == .ok { #expect(seen.headers[.cacheControl] == "no-store", "\(entry.path)") }
            }
            #expect(try await client.see("/check").headers[.cacheControl] == "no-store")
            #expect(try await client.see("/reports").headers[.cacheControl] == "private, no-cache")
        }
    }
}

extension RouteList.Entry {
    fileprivate var takesFiles: Bool { path == "/check" || path == "/desk/reports/new" }
}

extension DeskClient {
    /// Sends a form with a file, as a browser does.
    fileprivate func upload(token: String, to path: String) async throws -> Seen {
        let body = """
            --B\r\nContent-Disposition: form-data; name="token"\r\n\r\n\(token)\r
            --B\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n某\r\n--B--\r\n
            """
        return try await client.execute(
            uri: path, method: .post, headers: [.contentType: "multipart/form-data; boundary=B", .cookie: cookies],
            body: ByteBuffer(string: body)
        ) { Seen(status: $0.status, headers: $0.headers, text: String(buffer: $0.body)) }
    }
}
