import Database
import Foundation
import TestSupport

@testable import Office
@testable import Reports

/// A store of the test's own, gone when the test lets go of it: on SQLite, or where GONGKAI_TEST_ENGINE is postgres,
/// on PostgreSQL. `make test` runs the suites once on each.
final class TemporaryStore: Sendable {
    let test: TestDatabase
    let store: ReportStore
    private let records: Records
    private let master = MasterKey.random()
    var folder: String { test.folder }
    var engine: TestEngine { test.engine }

    init() async throws {
        test = try TestDatabase(TestEngine.chosen)
        records = try await Records.open(OfficePlace(test.url), master: master, cost: .trivial, at: .sample)
        store = records.reports
    }

    deinit {
        try? store.close()
    }

    /// The second opening of the same store, as after a restart.
    func reopened() async throws -> ReportStore {
        try await Records.open(OfficePlace(test.url), master: master, cost: .trivial, at: .sample).reports
    }

    /// From now on the table takes no row, or none of which the condition holds.
    func refuseRows(_ table: String, when condition: SQL = "1 = 1") async throws {
        let engine = engine
        try await store.database.database.write { db in
            switch engine {
            case .sqlite:
                try db.execute(
                    "create trigger refuse before insert on \(name: table) when \(condition) begin select raise(abort, 'refused'); end")
            case .postgres:
                // Of this class of states the program tells the server's words.
                try db.execute(
                    """
                    create function refuse() returns trigger language plpgsql as
                    'begin raise exception ''refused'' using errcode = ''55000''; end'
                    """)
                try db.execute(
                    "create trigger refuse before insert on \(name: table) for each row when (\(condition)) execute function refuse()")
            }
        }
    }

    /// The table takes rows again.
    func allowRows(_ table: String) async throws {
        let engine = engine
        try await store.database.database.write { db in
            try db.execute(engine == .sqlite ? "drop trigger refuse" : "drop trigger refuse on \(name: table)")
        }
    }

    /// How many rows each table has.
    func rowCounts() async throws -> [String: Int] {
        try await store.database.database.read { db in
            var counts: [String: Int] = [:]
            for table in ["organization", "report", "report_version", "report_figure", "report_finding"] {
                counts[table] = try db.row("select count(*) as n from \(name: table)")?.int("n")
            }
            return counts
        }
    }
}

extension Date {
    /// 2022-03-01 01:02:03.456 UTC.
    static let sample = Date(timeIntervalSince1970: 1_646_096_523.456)
}
