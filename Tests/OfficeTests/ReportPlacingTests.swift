import AnnualReport
import Database
import Foundation
import TestSupport
import Testing

@testable import Office
@testable import Reports

@Suite("Rows placed by hand are new versions of the same file", .opensDatabases)
struct ReportPlacingTests {
    private let temporary: TemporaryRecords
    private var records: Records { temporary.records }
    private var store: ReportStore { temporary.records.reports }
    private let granted = RowName.requests(.granted)

    init() async throws {
        temporary = try await TemporaryRecords()
    }

    /// Ten requests granted, in a row that the reader did not place; `also` more rows.
    private func sample(_ year: Int? = 2021, also names: [RequestRow] = [], text: String = "") -> SampleReport {
        var sample = SampleReport("湖塘乡", year, received: 10, text: text)
        for name in [RequestRow.granted] + names {
            guard let place = sample.report.requests?.rows.firstIndex(where: { $0.name == .requests(name) }) else { continue }
            sample.report.requests?.rows[place] = Row(
                .requests(name), columns: RequestTable.columns, state: .unplaced(found: ["10", nil, "10"]), origin: Origin(line: 102))
        }
        return sample
    }

    private let cells: [Cell] = [10, 0, 0, 0, 0, 0, 10].map(Cell.count)

    @Test("the new version has the row, the same file, its findings anew; the old one is as it was")
    func placed() async throws {
        let account = try await temporary.account("zhang")
        let first = try await store.add(sample()).version
        let later = Date.sample.addingTimeInterval(60)
        let second = try await store.place(granted, cells, in: first.id, by: .account(account.id), at: later)
        #expect(second.number == 2 && second.isCurrent && second.baseVersionID == first.id && second.sha256 == first.sha256)
        #expect(second.importedAt == later && second.bytes == first.bytes && second.fileName == first.fileName)
        let stored = try #require(try await store.report(second.id))
        #expect(stored.report == (try sample().report.placing(granted, cells)))
        #expect(stored.findings.map(\.finding) == stored.report.findings())
        #expect(!stored.findings.contains { $0.finding.rule == .unplacedRow })
        #expect(stored.placements == [RowPlacement(row: granted, accountID: account.id, at: later)])
        let old = try #require(try await store.report(first.id))
        #expect(old.report == sample().report && old.placements.isEmpty && !old.version.isCurrent)
        #expect(old.findings.contains { $0.finding.rule == .unplacedRow })
        let name = CellName(granted, .applicant(.total))
        #expect(try await store.totals(year: 2021)[name]?.sum == 10)
        #expect(try await store.summaries().items.map(\.version.id) == [second.id])
    }

    @Test("each placed row stays named in the versions after it, with who did it")
    func several() async throws {
        let (zhang, wang) = (try await temporary.account("zhang"), try await temporary.account("wang"))
        let first = try await store.add(sample(also: [.partlyGranted])).version
        let second = try await store.place(granted, cells, in: first.id, by: .account(zhang.id), at: .sample)
        let later = Date.sample.addingTimeInterval(60)
        let third = try await store.place(
            .requests(.partlyGranted), [.notApplicable] + Array(repeating: .count(0), count: 6), in: second.id, by: .account(wang.id),
            at: later)
        let stored = try #require(try await store.report(third.id))
        #expect(third.number == 3 && stored.report.unplacedRows.isEmpty)
        #expect(stored.placements.map(\.row) == [granted, .requests(.partlyGranted)])
        #expect(stored.placements.map(\.accountID) == [zhang.id, wang.id])
        let again = try await store.add(sample(also: [.partlyGranted]))
        #expect(again == .alreadyThere(third))
        let corrected = try await store.add(sample(text: "更正")).version
        #expect(corrected.number == 4 && corrected.baseVersionID == nil)
        #expect(try #require(try await store.report(corrected.id)).placements.isEmpty)
    }

    @Test("a report without a year gets a second version too, not a report of its own")
    func withoutYear() async throws {
        let first = try await store.add(sample(nil)).version
        let second = try await store.place(granted, cells, in: first.id, by: .program, at: .sample)
        #expect(second.number == 2 && second.year == nil)
        #expect(try await store.summaries().total == 1)
    }

    @Test("next year's findings follow the placed row")
    func paired() async throws {
        let over = RowName.requests(.carriedOver)
        let last = try await store.add(sample(2020, also: [.carriedOver])).version
        let this = try await store.add(SampleReport("湖塘乡", 2021, received: 5, carriedIn: 1)).version
        #expect(try #require(try await store.report(this.id)).findings.allSatisfy { $0.finding.rule != .carryForward })
        let placed = try await store.place(over, [3, 0, 0, 0, 0, 0, 3].map(Cell.count), in: last.id, by: .program, at: .sample)
        let findings = try #require(try await store.report(this.id)).findings.filter { $0.finding.rule == .carryForward }
        #expect(!findings.isEmpty && findings.allSatisfy { $0.previousVersionID == placed.id && $0.finding.expected == .number(3) })
    }

    @Test("a rehearsal says what the checks will say and changes nothing")
    func rehearsed() async throws {
        let first = try await store.add(sample()).version
        let wrong = [9, 0, 0, 0, 0, 0, 10].map(Cell.count)
        let rehearsal = try await store.rehearsePlacing(granted, wrong, in: first.id)
        #expect(rehearsal.gone.map(\.rule) == [.unplacedRow])
        #expect(rehearsal.added.contains { $0.rule == .rowTotal && $0.cells.contains("requests.granted.total") })
        let before = try #require(try await store.report(first.id))
        #expect(rehearsal.unchanged == before.findings.count - 1 && before.versions.count == 1)
        let second = try await store.place(granted, wrong, in: first.id, by: .program, at: .sample)
        let after = try #require(try await store.report(second.id))
        #expect(
            Set(after.findings.map(\.finding)) == Set(before.findings.map(\.finding)).subtracting(rehearsal.gone).union(rehearsal.added))
        #expect(after.report == rehearsal.report)
    }

    @Test("a report with rows that share one line waits until each of them is placed")
    func shared() async throws {
        let names: [RowName] = [.requests(.refusedStateSecret), .requests(.refusedForbiddenByLaw)]
        let found = Array(repeating: String?("0"), count: 7)
        var sample = SampleReport("湖塘乡", 2021, received: 10)
        for name in names {
            guard let place = sample.report.requests?.rows.firstIndex(where: { $0.name == name }) else { continue }
            sample.report.requests?.rows[place] = Row(
                name, columns: RequestTable.columns, state: .merged(found: found), origin: Origin(line: 110))
        }
        sample.report.remarks = [.mergedRows(names, label: "1.属于国家秘密", found: found, origin: Origin(line: 110))]
        var version = try await store.add(sample).version
        for waiting in [2, 1] {
            #expect(try await store.unplacedRows(of: [version.id]) == [version.id: waiting])
            version = try await store.place(
                names[2 - waiting], Array(repeating: .count(0), count: 7), in: version.id, by: .program, at: .sample)
        }
        #expect(try await store.unplacedRows(of: [version.id]) == [:])
    }

    @Test("only the newest version takes a row, and only one that waits")
    func refused() async throws {
        let first = try await store.add(sample()).version
        await #expect(throws: ReportStoreError.unknownVersion(99)) {
            try await store.place(granted, cells, in: 99, by: .program, at: .sample)
        }
        await #expect(throws: PlacingError.alreadyPlaced(.requests(.total))) {
            try await store.place(.requests(.total), cells, in: first.id, by: .program, at: .sample)
        }
        let second = try await store.place(granted, cells, in: first.id, by: .program, at: .sample)
        await #expect(throws: ReportStoreError.superseded(newestNumber: 2, newestID: second.id)) {
            try await store.place(granted, cells, in: first.id, by: .program, at: .sample)
        }
        #expect(try #require(try await store.report(first.id)).versions.count == 2)
    }

    @Test("two who place the same row at once: one does, the other is told")
    func atOnce() async throws {
        let (store, granted, cells) = (store, granted, cells)
        let first = try await store.add(sample()).version
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask { (try? await store.place(granted, cells, in: first.id, by: .program, at: .sample)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done == 1)
        #expect(try #require(try await store.report(first.id)).versions.count == 2)
    }

    @Test("the event is in the same transaction: without it nothing is kept, with it it says row and version")
    func recorded() async throws {
        let account = try await temporary.account("zhang")
        let first = try await store.add(sample()).version
        let engine = temporary.test.engine
        try await records.database.write { db in
            switch engine {
            case .sqlite:
                try db.execute("create trigger refuse before insert on audit_event begin select raise(abort, 'refused'); end")
            case .postgres:
                try db.execute("create function refuse() returns trigger language plpgsql as 'begin raise exception ''refused''; end'")
                try db.execute("create trigger refuse before insert on audit_event for each row execute function refuse()")
            }
        }
        await #expect(throws: (any Error).self) {
            try await store.place(granted, cells, in: first.id, by: .account(account.id), at: .sample)
        }
        #expect(try #require(try await store.report(first.id)).versions.count == 1)
        try await records.database.write { db in
            try db.execute(engine == .sqlite ? "drop trigger refuse" : "drop trigger refuse on audit_event")
        }
        let second = try await store.place(granted, cells, in: first.id, by: .account(account.id), at: .sample)
        let audit = records.audit
        let (event, holds) = try await records.database.read { db in
            (try audit.events(AuditFilter(), limit: 1, db).first, try audit.verify(db).holds)
        }
        #expect(event?.action == "report.row-placed" && event?.actor == .account(account.id))
        #expect(event?.subject == "report-version:\(second.id)" && event?.organizationID == second.organizationID)
        #expect(event?.facts["row"] == "requests.granted" && event?.facts["version"] == .number("2"))
        #expect(holds)
    }

    @Test("what was kept before the tables were made anew is there after it")
    func migrated() async throws {
        let test = try TestDatabase(TestEngine.chosen)
        let steps = try House.whole.migrations()
        let last = try #require(steps.firstIndex { $0.id == "reports/0002-placements" })
        try await test.database.migrate(Array(steps[..<last]), at: .sample)
        try await test.database.write { db in
            try db.execute("insert into organization (id, region, key, name) values (1, '某县', '甲', '甲')")
            try db.execute("insert into report (id, organization_id, year, versions) values (1, 1, 2021, 2)")
            for id in 1...2 {
                try db.execute(
                    """
                    insert into report_version (id, report_id, organization_id, number, organization, file_name, format, bytes,
                      sha256, imported_at, snapshot) values (\(id), 1, 1, \(id), '甲', 'a.txt', 'text', 1, \("hash \(id)"), 5, '{}')
                    """)
            }
            try db.execute(
                """
                insert into report_figure (version_id, cell, kind, number, line, grid, grid_row, grid_column)
                values (2, 'requests.granted.total', 'count', 7, 1, 2, 3, 4)
                """)
            try db.execute(
                """
                insert into report_finding (version_id, number, previous_version_id, rule, severity, message, basis, cells, origin)
                values (2, 1, 1, 'balance', 'error', '不平', '依据', '[]', '')
                """)
        }
        try await test.database.migrate(steps, at: .sample)
        let (versions, figure, finding) = try await test.database.read { db in
            (
                try db.rows("select id, sha256, base_version_id from report_version order by id"),
                try db.row("select * from report_figure"), try db.row("select * from report_finding")
            )
        }
        #expect(try versions.map { try $0.text("sha256") } == ["hash 1", "hash 2"])
        #expect(try versions.allSatisfy { try $0.optionalInt("base_version_id") == nil })
        #expect(try figure?.int("number") == 7 && figure?.int("grid_column") == 4)
        #expect(try finding?.int("previous_version_id") == 1)
        await #expect(throws: DatabaseError.self) {
            try await test.database.write { try $0.execute("delete from report_version where id = 2") }
        }
    }
}
