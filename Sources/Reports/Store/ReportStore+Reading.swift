import AnnualReport
import Database
import Office

/// Single reports, whole.
extension ReportStore {
    /// A version with its report and findings; nil where there is none of that id.
    ///
    /// - Throws: `ReportStoreError.damagedReport`, `DatabaseError`.
    package func report(_ id: Int) async throws -> StoredReport? {
        try await database.read { db in try Self.report(id, db) }
    }

    /// A version as the public may see it, among those that are or were public; nil for a draft, as for one that does not
    /// exist. Of one that was withdrawn only that is to be told.
    ///
    /// - Throws: `ReportStoreError.damagedReport`, `DatabaseError`.
    package func publicReport(_ id: Int) async throws -> StoredReport? {
        try await database.read { db in try Self.publicReport(id, db) }
    }

    static func publicReport(_ id: Int, _ db: ReadTransaction) throws -> StoredReport? {
        guard var stored = try report(id, db), stored.version.wasPublic else { return nil }
        stored.versions.removeAll { !$0.wasPublic }
        return stored
    }

    /// A version without its report; nil where there is none of that id.
    package func version(_ id: Int) async throws -> ReportVersion? {
        try await database.read { db in
            try db.row("\(Self.selectVersions) where v.id = \(id)").map(Self.version)
        }
    }

    /// The same of one that is or was public; drafts are nobody's business but the desk's.
    package func publicVersion(_ id: Int) async throws -> ReportVersion? {
        try await version(id).flatMap { $0.wasPublic ? $0 : nil }
    }

    /// The version of the same report that counts now, without its report; nil while nothing of it is public.
    package func currentVersion(besides id: Int) async throws -> ReportVersion? {
        try await database.read { db in
            try db.rows(
                "\(Self.selectVersions) where r.id = \(Self.sameReport(id)) order by v.number desc"
            ).map(Self.version).first(where: \.isCurrent)
        }
    }

    /// The original file of a version, proven to be what was imported.
    ///
    /// - Throws: `FileStoreError.unknownFile`, `.damagedFile`, `DatabaseError`.
    package func file(_ sha256: String) async throws -> [UInt8] {
        try await files.bytes(sha256)
    }

    /// The same, to be handed on in pieces.
    ///
    /// - Throws: `FileStoreError.unknownFile`, `.fileSystem`, `DatabaseError`.
    package func openFile(_ sha256: String) async throws -> KeptFile {
        try await files.open(sha256)
    }

    static func report(_ id: Int, _ db: ReadTransaction) throws -> StoredReport? {
        guard let report = try snapshot(id, db) else { return nil }
        let versions = try db.rows(
            "\(Self.selectVersions) where r.id = \(Self.sameReport(id)) order by v.number desc"
        ).map(Self.version)
        guard let version = versions.first(where: { $0.id == id }) else { return nil }
        return StoredReport(
            version: version, report: report, findings: try findings(id, db), versions: versions,
            placements: try placements(id, db), treeName: try treeName(version, db))
    }

    private static func treeName(_ version: ReportVersion, _ db: ReadTransaction) throws -> String? {
        guard let printed = version.organization, let organization = try OrganizationRows.organization(version.organizationID, db),
            organization.state == .active, try !bears(printed, year: version.year, organization.id, db)
        else { return nil }
        return organization.name
    }

    /// When a version was withdrawn and put back, by whom and why, the oldest first: the events that tell it, which nothing takes
    /// back.
    package func withdrawals(of versionID: Int) async throws -> [RecordedEvent] {
        let audit = database.audit
        return try await database.read { db in
            var filter = AuditFilter()
            filter.subject = AuditSubject.reportVersion(versionID).description
            filter.action = "report."
            return try audit.events(filter, limit: 200, db).reversed().filter {
                $0.action == "report.withdrawn" || $0.action == "report.restored"
            }
        }
    }
}
