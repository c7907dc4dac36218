import Database
import Foundation
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Administration
@testable import Office
@testable import Reports
@testable import Requests
@testable import Web

/// A new capability costs one folder: mounted by one line, it has all that a capability has.
@Suite("A throw-away capability", .opensDatabases)
struct ThrowAwayCapabilityTests {
    /// The one line.
    private static let mounted = Wings(wings.list + [Reminders.wing])

    private static func run(
        _ body: @Sendable (Records, MasterKey, TestDatabase, any TestClientProtocol) async throws -> Void
    ) async throws {
        let test = try TestDatabase(TestEngine.chosen)
        let master = MasterKey.random()
        let records = try await Records.open(
            OfficePlace(test.url), mounted.house, master: master, cost: .trivial, at: SampleReports.instant)
        defer { try? records.close() }
        let app = buildApplication(
            records: records, wings: mounted, settings: SiteSettings(secret: SiteHarness.secret), clock: { SampleReports.instant })
        try await app.test(TestingSetup.router) { client in try await body(records, master, test, client) }
        withExtendedLifetime(test) {}
    }

    private static func clerk(_ records: Records, _ client: any TestClientProtocol) async throws -> DeskClient {
        try await DeskClient.signedIn("clerk", [Grant(.informationClerk, in: 1)], records, client)
    }

    @Test("it has its place in both navigations, its desk page, its portal page and its task; others do not get in")
    func pages() async throws {
        try await Self.run { records, _, _, client in
            let clerk = try await Self.clerk(records, client)
            let empty = try await clerk.send("/desk/reminders", ["words": ""])
            #expect(empty.status == .unprocessableContent && empty.text.contains("请填写内容。"))
            let done = try await clerk.send("/desk/reminders", ["words": "报送年度报告"])
            #expect(done.status == .seeOther)
            #expect(try await clerk.see("/desk/reminders?done=written").text.contains("已保存。"))
            let desk = try await clerk.see("/desk").text
            #expect(desk.contains("条提醒等待公布") && desk.contains("<a href=\"/desk/reminders\""))
            let portal = try await client.see("/reminders").text
            #expect(portal.contains("<a href=\"/reminders\" aria-current=\"true\">提醒</a>") && !portal.contains("报送年度报告"))
            #expect(try await JobWorker(records, clock: { SampleReports.instant + 61 }).work())
            #expect(try await client.see("/reminders").text.contains("报送年度报告"))
            let supervisor = try await DeskClient.signedIn("boss", [Grant(.supervisor, in: 1)], records, client)
            #expect(try await supervisor.see("/desk/reminders").status == .forbidden)
        }
    }

    @Test("its events have words in the audit log, under their own area, and the chain holds")
    func audit() async throws {
        try await Self.run { records, _, _, client in
            _ = try await Self.clerk(records, client).send("/desk/reminders", ["words": "报送年度报告"])
            let auditor = try await DeskClient.signedIn("auditor", [Grant(.auditAdministrator)], records, client)
            let page = try await auditor.see("/desk/audit?capability=reminders").text
            #expect(page.contains("写提醒") && page.contains("第 1 条提醒"))
            #expect(try await records.verifyAudit(by: .program, at: SampleReports.instant).faults == [])
        }
    }

    @Test("its personal data are sealed, sealed anew when keys rotate, and taken out when their account is anonymized")
    func personal() async throws {
        try await Self.run { records, _, test, client in
            _ = try await Self.clerk(records, client).send("/desk/reminders", ["words": "报送年度报告"])
            func sealed() async throws -> [UInt8]? {
                try await test.database.read(from: .primary) { db in try db.row("select phone from reminder")?.optionalBlob("phone") }
            }
            let before = try #require(try await sealed())
            #expect(!String(decoding: before, as: UTF8.self).contains("13800001234"))
            let other = test.folder + "/other.key"
            let path = records.keyFile == nil ? other : nil
            try await records.rotateKeys(newKeyFile: path, at: SampleReports.instant)
            #expect(try await sealed() != before)
            let again = try await Records.open(
                OfficePlace(test.url), Self.mounted.house, master: try MasterKey.file(other), cost: .trivial, at: SampleReports.instant)
            defer { try? again.close() }
            #expect(try await again.reminders(isPublic: nil).map(\.phone) == ["13800001234"])
            let account = try #require(try await again.accounts.account(login: "clerk"))
            try await again.database.write { db in try db.execute("update account set state = 'left' where id = \(account.id)") }
            try await again.accounts.anonymize(account.id, by: .program, at: SampleReports.instant)
            #expect(try await sealed() == nil)
        }
    }

    @Test("its table is made by its own migration, and is moved, backed up and verified with all others")
    func storage() async throws {
        try await Self.run { records, master, test, client in
            _ = try await Self.clerk(records, client).send("/desk/reminders", ["words": "报送年度报告"])
            #expect(try await records.storage.verify().faults == [])
            let (file, target) = (test.folder + "/backup.tar.gz", test.folder + "/restored")
            try await records.storage.backUp(to: file, signedWith: master, at: SampleReports.instant)
            try await OfficeStorage.restore(file, to: .folder(target), Self.mounted.house, signedWith: master, at: SampleReports.instant)
            let restored = try await Records.open(
                .folder(target), Self.mounted.house, master: master, cost: .trivial, at: SampleReports.instant)
            defer { try? restored.close() }
            #expect(try await restored.reminders(isPublic: nil).map(\.words) == ["报送年度报告"])
            let schema = try SchemaSheet.text(Self.mounted.house)
            #expect(schema.contains("-- reminders\n\ncreate table reminder") || schema.contains("-- reminders\n\nCREATE TABLE reminder"))
            #expect(PermissionSheet.markdown(Self.mounted.house).contains("| 写提醒 | 本单位 |"))
        }
    }
}
