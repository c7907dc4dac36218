import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Administration
@testable import Office
@testable import Reports
@testable import Web

@Suite("Links", .opensDatabases)
struct LinkTests {
    private static func links(_ text: String) -> [String] {
        text.matches(of: /<a [^>]*href="([^"]+)"/).map { String($0.1).replacing("&amp;", with: "&") }
    }

    /// The targets of forms that are sent by GET, which lead nowhere without their fields, but somewhere.
    private static func forms(_ text: String) -> [String] {
        text.matches(of: /<form [^>]*method="get" action="([^"]+)"/).map { String($0.1) }
    }

    /// Follows every link from the front pages on, each pattern of addresses a few times, and tells which lead nowhere.
    private static func dead(
        from starts: [String], _ see: (String) async throws -> Seen
    ) async throws -> (dead: [String], seen: Set<String>) {
        var (waiting, known, dead) = (starts, Set(starts), [String]())
        // Pages differ by number: a few of each kind show all kinds of links.
        var counts: [String: Int] = [:]
        var targets: Set<String> = []
        while let address = waiting.popLast() {
            let path = address.split(separator: "#", maxSplits: 1).first.map(String.init) ?? "/"
            let kind = path.replacing(/[0-9]+|=[^&]*/, with: "*")
            counts[kind, default: 0] += 1
            if counts[kind, default: 0] > 4 { continue }
            let page = try await see(path)
            guard [.ok, .seeOther].contains(page.status) else {
                dead.append("\(path) \(page.status)")
                continue
            }
            let next = page.location.map { [$0] } ?? (page.headers[.contentType]?.hasPrefix("text/html") == true ? links(page.text) : [])
            for link in next where link.hasPrefix("/") && known.insert(link).inserted { waiting.append(link) }
            for form in forms(page.text) where targets.insert(form).inserted {
                if try await see(form).status == .notFound { dead.append(form) }
            }
            // A link within the page leads to something that is there.
            for link in next where link.hasPrefix("#") && !page.text.contains("id=\"\(link.dropFirst())\"") {
                dead.append("\(path)\(link)")
            }
        }
        return (dead, known)
    }

    @Test("a visitor finds no dead link, however far they go")
    func visitor() async throws {
        try await SiteHarness.run { _, client in
            let (dead, seen) = try await Self.dead(from: ["/"]) { try await client.see($0) }
            #expect(dead.isEmpty, "\(dead)")
            #expect(seen.contains { $0.hasPrefix("/figures") } && seen.contains { $0.hasSuffix(".json") })
        }
    }

    @Test("nobody at the desk finds a dead link, whatever their role", arguments: Role.allCases)
    func desk(role: Role) async throws {
        try await SiteHarness.run { harness, client in
            try await harness.records.organization(7)
            let organization = role.isAdministrator ? nil : try await harness.records.organizationOfReport(harness.wrong)
            let person = try await DeskClient.signedIn("zhang", [Grant(role, in: organization)], harness.records, client)
            let (dead, seen) = try await Self.dead(from: ["/desk"]) { try await person.see($0) }
            #expect(dead.isEmpty, "\(dead)")
            #expect(seen.contains("/desk/account"))
        }
    }
}

extension Records {
    /// The organization of a version, in the tree.
    fileprivate func organizationOfReport(_ version: ReportVersion) async throws -> Int {
        try await organizations.add(
            .init(name: version.organization ?? "", kind: .town, parentID: nil, region: version.region), by: .program,
            at: SampleReports.instant
        ).id
    }
}
