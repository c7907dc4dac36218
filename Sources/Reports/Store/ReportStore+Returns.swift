import AnnualReport
import Database
import Foundation
import Law
import Office

/// That a version was sent back to be corrected (退回整改). It stays open until a later version is public.
package struct ReportReturn: Sendable, Hashable, Identifiable {
    package var id: Int
    package var versionID: Int
    /// By which day a corrected version is asked for.
    package var due: Day
    package var note: String?
    /// Who did it; nil for the program.
    package var accountID: Int?
    package var at: Date
}

/// Sending versions back.
extension ReportStore {
    /// Sends the version that is worked on back; an earlier return of the same report is replaced.
    ///
    /// - Parameter due: by which day a corrected version is asked for; today or later.
    /// - Throws: `ReportStoreError.unknownVersion`, `.superseded`, `.withdrawn`, `.dueInThePast`, `DatabaseError`.
    @discardableResult
    package func sendBack(_ versionID: Int, due: Day, note: String?, by actor: Actor, at instant: Date) async throws -> ReportReturn {
        guard due >= Day(inChina: instant) else { throw ReportStoreError.dueInThePast(due) }
        return try await database.change(by: actor, at: instant) { change in
            let version = try Self.known(versionID, change.db)
            let worked = try change.db.row(
                "select v.id, v.number \(Self.fromWorked) where v.report_id = \(Self.sameReport(versionID))")
            guard let worked else { throw ReportStoreError.withdrawn(number: version.number) }
            guard try worked.int("id") == versionID else {
                throw ReportStoreError.superseded(newestNumber: try worked.int("number"), newestID: try worked.int("id"))
            }
            try Self.endReturns(versionID, change)
            let id = try Counter.next("report_return", change.db)
            try change.db.execute(
                """
                insert into report_return (id, version_id, due, note, account_id, returned_at)
                values (\(id), \(versionID), \(due.description), \(note), \(actor.accountID), \(instant))
                """)
            try record("report.sent-back", version, ["due": .string(due.description)], change)
            return ReportReturn(id: id, versionID: versionID, due: due, note: note, accountID: actor.accountID, at: instant)
        }
    }

    /// Takes the return of a version's report back, where it is still open.
    package func endReturn(_ versionID: Int, by actor: Actor, at instant: Date) async throws {
        try await database.change(by: actor, at: instant) { change in
            let version = try Self.known(versionID, change.db)
            guard try Self.openReturn(versionID, change.db) != nil else { return }
            try Self.endReturns(versionID, change)
            try record("report.return-ended", version, [:], change)
        }
    }

    /// The open return of the report that a version belongs to.
    package func openReturn(of versionID: Int) async throws -> ReportReturn? {
        try await database.read { db in try Self.openReturn(versionID, db) }
    }

    static func openReturn(_ versionID: Int, _ db: ReadTransaction) throws -> ReportReturn? {
        try db.row(
            "\(selectReturns) and v.report_id = \(sameReport(versionID)) order by t.id desc limit 1"
        ).map(sentBack)
    }

    private static func endReturns(_ versionID: Int, _ change: Change) throws {
        try change.db.execute(
            """
            update report_return set ended_at = \(change.instant) where ended_at is null
              and version_id in (select id from report_version where report_id = \(sameReport(versionID)))
            """)
    }

    /// The report that a version is of.
    static func sameReport(_ versionID: Int) -> SQL { "(select report_id from report_version where id = \(versionID))" }

    /// The open returns; more conditions follow.
    static let selectReturns: SQL = """
        select t.id, t.version_id, t.due, t.note, t.account_id, t.returned_at, v.report_id
        from report_return t join report_version v on v.id = t.version_id
        where t.ended_at is null and not exists (select 1 from report_version later where later.report_id = v.report_id
          and later.number > v.number and later.state = 'published')
        """

    static func sentBack(_ row: SQLRow) throws -> ReportReturn {
        let id = try row.int("id")
        return ReportReturn(
            id: id, versionID: try row.int("version_id"), due: try row.value("due") { Day(iso: $0) }, note: try row.optionalText("note"),
            accountID: try row.optionalInt("account_id"), at: try row.instant("returned_at"))
    }
}
