import Foundation

@testable import Office

/// A store in a folder of the test's own, gone when the test lets go of it.
final class TemporaryStore: Sendable {
    let folder: String
    let store: ReportStore

    init() async throws {
        folder = NSTemporaryDirectory() + "gongkai-test-" + UUID().uuidString
        store = try await ReportStore.open(dataFolder: folder, at: .sample)
    }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The second opening of the same folder, as after a restart.
    func reopened() async throws -> ReportStore {
        try await ReportStore.open(dataFolder: folder, at: .sample)
    }

    /// How many rows each table has.
    func rowCounts() async throws -> [String: Int] {
        try await store.database.read { db in
            var counts: [String: Int] = [:]
            for table in ["organization", "report", "report_version", "report_figure", "report_finding"] {
                counts[table] = try db.row("select count(*) as n from \(table)")?.int("n")
            }
            return counts
        }
    }
}

extension Date {
    /// 2022-03-01 01:02:03.456 UTC.
    static let sample = Date(timeIntervalSince1970: 1_646_096_523.456)
}
