import Database
import Foundation
import Law
import TestSupport

@testable import Office
@testable import Reports

/// An office in a database of the test's own, gone when the test lets go of it.
final class TemporaryOffice: Sendable {
    let test: TestDatabase
    let records: Records

    var organizations: OrganizationStore { records.organizations }

    init() async throws {
        test = try TestDatabase(TestEngine.chosen)
        records = try await Records.open(OfficePlace(test.url), master: .random(), at: .sample)
    }

    deinit {
        try? records.close()
    }

    /// Puts an organization into the tree.
    @discardableResult
    func add(_ name: String, _ kind: OrganizationKind, under parent: Int? = nil, code: String? = nil) async throws -> Int {
        try await organizations.add(
            OrganizationDraft(name: name, kind: kind, parentID: parent, code: code), by: .program, at: .sample
        ).id
    }

    /// The actions of all events, oldest first, without that the keys were made.
    func actions() async throws -> [String] {
        let audit = records.audit
        return try await records.database.read { db in
            try audit.events(AuditFilter(), limit: 10_000, db).reversed().map(\.action)
        }
    }

    /// True where the chain of events is as it was written.
    func chainHolds() async throws -> Bool {
        let audit = records.audit
        return try await records.database.read { db in try audit.verify(db).holds }
    }
}

extension OfficeStorage {
    /// The reports of data that a master key opens, or that have no keys yet.
    func reports(_ master: MasterKey) async throws -> ReportStore {
        let keys = try await KeyRing.open(database, master: master, at: .sample)
        return ReportStore(AuditedDatabase(database, AuditLog(keys)), files: files)
    }
}

extension Day {
    /// A day that a test names.
    static func on(_ iso: String) throws -> Day {
        struct NoDay: Error {}
        guard let day = Day(iso: iso) else { throw NoDay() }
        return day
    }
}
