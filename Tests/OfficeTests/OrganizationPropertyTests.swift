import Foundation
import Law
import TestSupport
import TestValues
import Testing

@testable import Office
@testable import Reports

@Suite("Whatever is done to the organizations", .opensDatabases)
struct OrganizationPropertyTests {
    /// What a change should leave in the record: its own event, and one of each other that it touches.
    private func step(_ store: OrganizationStore, _ random: inout SeededRandom, _ ids: inout [Int], at instant: Date) async throws
        -> [String]
    {
        let kind = OrganizationKind.allCases.randomElement(using: &random) ?? .bureau
        let one = ids.randomElement(using: &random) ?? 0
        let other = Bool.random(using: &random) ? ids.randomElement(using: &random) : nil
        let name = "机构\(Int.random(in: 1...40, using: &random))"
        let day = Day(inChina: instant).adding(-Int.random(in: 0...2000, using: &random))
        switch Int.random(in: 0...9, using: &random) {
        case 0...3:
            ids.append(try await store.add(.init(name: name, kind: kind, parentID: other), by: .program, at: instant).id)
            return ["organization.created"]
        case 4:
            let edit = OrganizationEdit(kind: kind, code: "C\(Int.random(in: 1...9, using: &random))", contact: .init([.phone: name]))
            return try await store.edit(one, to: edit, by: .program, at: instant) ? ["organization.edited"] : []
        case 5:
            try await store.rename(one, to: name, since: day, basis: nil, by: .program, at: instant)
            return ["organization.renamed"]
        case 6...7:
            return try await store.move(one, under: other, by: .program, at: instant) ? ["organization.moved"] : []
        case 8:
            try await store.merge(one, into: other ?? one, since: day, basis: nil, by: .program, at: instant)
            return ["organization.tookOver", "organization.merged"]
        default:
            try await store.dissolve(one, since: day, basis: nil, by: .program, at: instant)
            return ["organization.dissolved"]
        }
    }

    @Test("the tree stays a tree, every change has its event, a refusal has none, and the chain holds", arguments: [1, 2, 3, 4, 5, 6])
    func tree(_ seed: UInt64) async throws {
        let office = try await TemporaryOffice()
        let store = office.organizations
        var random = SeededRandom(seed: seed)
        var ids: [Int] = []
        var expected: [String] = []
        var refused = 0
        for _ in 0..<150 {
            do {
                expected += try await step(store, &random, &ids, at: .sample)
            } catch is OrganizationError {
                refused += 1
            }
        }
        #expect(refused > 0 && expected.count > 30, "seed \(seed)")
        // Those that come along with another are told besides.
        #expect(try await office.actions().filter { $0 != "organization.regionChanged" } == expected)
        #expect(try await office.chainHolds())
        try await check(store, ids)
    }

    private func check(_ store: OrganizationStore, _ ids: [Int]) async throws {
        let tree = try await store.tree()
        #expect(Set(tree.nodes.map(\.organization.id)) == Set(ids))
        #expect(tree.nodes.count == ids.count)
        let byID = Dictionary(uniqueKeysWithValues: tree.nodes.map { ($0.organization.id, $0) })
        var names: Set<String> = []
        for node in tree.nodes {
            let one = node.organization
            let above = try await store.ancestors(one.id)
            #expect(above.count == node.level + 1 && Set(above).count == above.count)
            #expect(above.count <= OrganizationRule.deepest)
            let details = try #require(try await store.details(one.id))
            if one.state == .active {
                let parent = one.parentID.flatMap { byID[$0]?.organization }
                #expect(parent.map { $0.state == .active } ?? true)
                #expect(one.kind?.canStand(under: parent?.kind) == true)
                #expect(names.insert(one.region + "/" + one.displayName).inserted)
                #expect(details.names.first?.name == one.name && details.names.count { $0.until == nil } == 1)
                #expect(one.ended == nil && one.successorID == nil)
            } else {
                #expect(one.ended != nil && details.names.allSatisfy { $0.until != nil })
                #expect((one.successorID != nil) == (one.state == .merged))
            }
            for (newer, older) in zip(details.names, details.names.dropFirst()) { #expect(newer.since == older.until) }
        }
    }

    @Test("the tree as a list reads back equal from CSV and XLSX, and changes nothing", arguments: [11, 12, 13])
    func lists(_ seed: UInt64) async throws {
        let office = try await TemporaryOffice()
        let store = office.organizations
        var random = SeededRandom(seed: seed)
        var ids: [Int] = []
        for _ in 0..<80 { _ = try? await step(store, &random, &ids, at: .sample) }
        let sheet = try await store.sheet()
        #expect(!sheet.rows.isEmpty)
        let events = try await office.actions().count
        for (bytes, name) in [(sheet.csv(), "机构.csv"), (try sheet.workbook(), "机构.xlsx")] {
            let again = try OrganizationSheet(bytes, name: name)
            #expect(again == sheet, "seed \(seed) \(name)")
            let plan = try await store.importSheet(again, by: .program, at: .sample)
            #expect(plan.isEmpty, "seed \(seed): \(plan.lines.filter { $0.action != .unchanged })")
        }
        #expect(try await office.actions().count == events)
        // Into an empty office it makes the same tree.
        let empty = try await TemporaryOffice()
        let plan = try await empty.organizations.importSheet(sheet, by: .program, at: .sample)
        #expect(plan.count("新增") == sheet.rows.count)
        #expect(Set(try await empty.organizations.sheet().rows.map(\.cells)) == Set(sheet.rows.map(\.cells)))
        #expect(try await empty.chainHolds())
    }
}
