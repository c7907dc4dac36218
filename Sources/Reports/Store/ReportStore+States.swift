import AnnualReport
import Database
import Foundation
import Markup
import Office

/// Publishing, withdrawing and putting back: which version of a report is public, and which one counts.
extension ReportStore {
    /// Makes a version public as the one that counts, in place of the one that did: a draft, or one that was replaced or
    /// withdrawn before.
    ///
    /// - Parameter scope: what whoever asks may publish; nil for the program. What somebody withdrew who reaches further than the
    ///   organization itself is put back only by such a one.
    /// - Throws: `ReportStoreError.unknownVersion`, `.alreadyCurrent`, `.withdrawnAbove`, `DatabaseError`.
    @discardableResult
    package func publish(_ versionID: Int, in scope: RightScope? = nil, by actor: Actor, at instant: Date) async throws -> ReportVersion {
        try await database.change(by: actor, at: instant) { change in
            let version = try Self.known(versionID, change.db)
            if let scope, version.withdrawal?.isFromAbove == true, try !Self.isAbove(scope, version.organizationID, change.db) {
                throw ReportStoreError.withdrawnAbove(number: version.number)
            }
            return try publish(version, change)
        }
    }

    private static func isAbove(_ scope: RightScope, _ organizationID: Int, _ db: ReadTransaction) throws -> Bool {
        scope.isAbove(try OrganizationRows.ancestors(organizationID, db))
    }

    /// Takes a version from the public, or drops a draft. Where it counted, none counts until another is published.
    ///
    /// - Parameters:
    ///   - reason: what the public is told of one that was public.
    ///   - scope: what whoever asks may publish; nil for the program.
    /// - Throws: `ReportStoreError.unknownVersion`, `.withdrawn`, `.reasonMissing`, `DatabaseError`.
    @discardableResult
    package func withdraw(
        _ versionID: Int, reason: String, in scope: RightScope? = nil, by actor: Actor, at instant: Date
    ) async throws -> ReportVersion {
        let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty else { throw ReportStoreError.reasonMissing }
        return try await database.change(by: actor, at: instant) { change in
            let version = try Self.known(versionID, change.db)
            guard version.state != .withdrawn else { throw ReportStoreError.withdrawn(number: version.number) }
            let isFromAbove = try scope.map { try Self.isAbove($0, version.organizationID, change.db) } ?? false
            try change.db.execute(
                """
                update report_version set state = 'withdrawn', is_current = 0, withdrawn_at = \(instant), withdrawn_reason = \(reason),
                  withdrawn_by = \(actor.accountID),
                  withdrawn_above = \(isFromAbove)
                where id = \(versionID)
                """)
            try Self.pairAnew(quoting: version, change.db)
            let facts: KeyValuePairs<String, JSONValue> = ["reason": .string(reason), AuditFact.above: .bool(isFromAbove)]
            try record("report.withdrawn", version, facts, change)
            return try Self.written(versionID, change.db)
        }
    }

    /// See `publish(_:in:by:at:)`.
    func publish(_ version: ReportVersion, _ change: Change) throws -> ReportVersion {
        guard !version.isCurrent else { throw ReportStoreError.alreadyCurrent(number: version.number) }
        try Self.makeCurrent(version, change)
        try record(version.wasPublic ? "report.restored" : "report.published", version, [:], change)
        return try Self.written(version.id, change.db)
    }

    /// Makes a version of this transaction the one that counts, and pairs the years anew that rest on it.
    static func makeCurrent(_ version: ReportVersion, _ change: Change) throws {
        let id = version.id
        try change.db.execute(
            """
            update report_version set is_current = 0
            where is_current = 1 and report_id = (select report_id from report_version where id = \(id))
            """)
        try change.db.execute(
            """
            update report_version set state = 'published', is_current = 1, published_at = coalesce(published_at, \(change.instant)),
              withdrawn_at = null, withdrawn_reason = null, withdrawn_by = null, withdrawn_above = 0
            where id = \(id)
            """)
        guard version.organization != nil, let year = version.year else { return }
        try pair(version: version.id, version.organizationID, year, change.db)
        // A year read from a hostile file may be any number.
        try pair(version.organizationID, year &+ 1, change.db)
    }

    static func known(_ id: Int, _ db: ReadTransaction) throws -> ReportVersion {
        guard let row = try db.row("\(selectVersions) where v.id = \(id)") else { throw ReportStoreError.unknownVersion(id) }
        return try version(row)
    }

    func record(
        _ action: String, _ version: ReportVersion, _ facts: KeyValuePairs<String, JSONValue>, _ change: Change
    ) throws {
        var event = change.event(.reports, action, subject: .reportVersion(version.id), organization: version.organizationID)
        event.facts = [("version", .number("\(version.number)"))] + facts.map { ($0.key, $0.value) }
        try change.record(event)
    }
}
