import Database
import Foundation
import TestSupport
import Testing

@testable import Administration
@testable import Office
@testable import Reports
@testable import Requests
@testable import Web

/// What must hold for every capability of the program, now and when there are more.
@Suite("The house", .opensDatabases)
struct HouseTests {
    private static let capabilities = House.whole.capabilities
    private static var sources: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources").standardizedFileURL
    }

    /// The Swift files below a folder of the sources.
    private static func files(_ folder: String) throws -> [(name: String, text: String)] {
        let root = sources.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.map { name -> (name: String, text: String) in
            let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            // What comments speak of is an example.
            let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            return ("\(folder)/\(name)", code)
        }
    }

    private static func isUnique(_ values: [String]) -> Bool { Set(values).count == values.count }

    @Test("names are given once: capabilities, rights, areas, jobs, sections")
    func names() {
        #expect(Self.isUnique(Self.capabilities.map(\.name)))
        #expect(Self.isUnique(House.whole.rights.map(\.name)) && Self.isUnique(House.whole.rights.map(\.title)))
        #expect(Self.isUnique(House.whole.areas.map(\.name)))
        #expect(Self.isUnique(House.whole.jobs.map(\.name)))
        #expect(Self.isUnique(wings.menu.sections.map(\.address.text)) && Self.isUnique(wings.menu.deskSections.map(\.address.text)))
    }

    @Test("each right is some role's; each job is named after its capability", arguments: capabilities.map(\.name))
    func rights(name: String) throws {
        let capability = try #require(Self.capabilities.first { $0.name == name })
        for right in capability.rights { #expect(!right.reach.isEmpty, "\(right)") }
        for job in capability.jobs { #expect(job.name.hasPrefix(name + ".") && job.attempts > 0 && job.limit > .zero, "\(job.name)") }
    }

    @Test("each personal column is there, sealed ones hold bytes, and its row is found by a column that is there")
    func personal() async throws {
        let test = try TestDatabase(TestEngine.chosen)
        try await test.database.migrate(try House.whole.migrations(), at: SampleReports.instant)
        let tables = try await test.database.read { db in try db.tables() }
        for column in House.whole.personal {
            let table = try #require(tables.first { $0.name == column.table }, "\(column.table)")
            let found = try #require(table.columns.first { $0.name == column.column }, "\(column.table).\(column.column)")
            #expect(!column.isSealed || found.type == "bytea", "\(column.table).\(column.column)")
            let owner =
                switch column.owner {
                case .id(let owner), .blindedLogin(let owner), .subject(let owner): owner
                }
            #expect(table.columns.contains { $0.name == owner }, "\(column.table)")
            // By it a sealed value is bound to its row.
            #expect(!column.isSealed || table.primaryKey == [column.key] || column.table == "desk_session", "\(column.table)")
        }
        // Bytes in a table are sealed personal data, a hash, a file or its text: no other column may hold any.
        let sealed = Set(House.whole.personal.filter(\.isSealed).map { "\($0.table).\($0.column)" })
        let others: Set<String> = ["blob.bytes", "data_key.wrapped", "audit_event.sealed", "report_source.encoded"]
        let bytes = Set(tables.flatMap { table in table.columns.filter { $0.type == "bytea" }.map { "\(table.name).\($0.name)" } })
        #expect(bytes == sealed.union(others))
    }

    @Test("each action that the program records has its words, and no words are of an action that it does not know")
    func actions() throws {
        var recorded: Set<String> = []
        for target in ["Office", "Web", "Administration", "Requests", "Reports"] {
            for file in try Self.files(target) where !file.name.contains("AuditWords") {
                for match in file.text.matches(of: /"([a-z][a-z-]*\.[a-z][A-Za-z-]*)"/) { recorded.insert(String(match.1)) }
            }
        }
        let words = House.whole.words.actions
        for action in words.keys { #expect(recorded.contains(action), "\(action)") }
        let nouns = Set(words.keys.map { $0.prefix { $0 != "." } })
        // The same form as names of files and others has: what begins with the noun of an action is one.
        for action in recorded where nouns.contains(action.prefix { $0 != "." }) && !action.hasSuffix(".json") {
            #expect(words[action] != nil, "\(action)")
        }
    }

    @Test("docs/schema.sql is the schema that the migrations make")
    func schema() throws {
        let file = Self.sources.appendingPathComponent("../docs/schema.sql").standardizedFileURL
        #expect(try String(contentsOf: file, encoding: .utf8) == SchemaSheet.text(.whole))
    }

    @Test("no table, route or word of a capability stands on the ground floor or in what pages share")
    func centre() throws {
        var tables: Set<String> = []
        for capability in Self.capabilities.dropFirst() {
            for sql in capability.migrations {
                for match in String(decoding: sql, as: UTF8.self).matches(of: /create table ([a-z_]+)/) { tables.insert(String(match.1)) }
            }
        }
        let paths = wings.menu.sections.map(\.address.text) + wings.menu.deskSections.map(\.address.text).filter { $0 != "/desk" }
        // Names of other works, which no page of all may speak of.
        let words = ["年度报告", "依申请", "公开意见箱"]
        #expect(tables.count > 5 && paths.count > 8)
        for file in try Self.files("Office") + Self.files("Web") {
            for table in tables
            where file.text.contains("from \(table)") || file.text.contains("into \(table)") || file.text.contains("update \(table)") {
                Issue.record("\(file.name): \(table)")
            }
            for word in words where file.text.contains(word) && !file.name.hasSuffix("/Role.swift") {
                Issue.record("\(file.name): \(word)")
            }
            for path in paths where file.text.contains("\"\(path)\"") || file.text.contains("\"\(path)/") {
                Issue.record("\(file.name): \(path)")
            }
        }
    }
}
