import AnnualReport
import Database
import Foundation
import Law
import Markup
import Office
import ReportFiles

extension ReportStore {
    /// Keeps a report that was read from a file. The other `importReport` is for a report alone.
    @discardableResult
    package func importReport(
        _ reading: ReportReading, file: [UInt8], region: String, of organizationID: Int? = nil, onWord: Bool = false,
        asDraft: Bool = false, settling slot: UploadSlot? = nil, by actor: Actor = .program, at instant: Date
    ) async throws -> ImportOutcome {
        try await importReport(
            reading.report, source: SourceText(reading.document), file: file, region: region, of: organizationID, onWord: onWord,
            asDraft: asDraft, settling: slot, by: actor, at: instant)
    }

    /// Keeps a report as a new version of its organization's report on its year, unless the organization's same file
    /// is there already. An organization is region and name; a report that names none is kept by its file.
    ///
    /// The checks that need last year's report are made against the current one of the same organization, and once this
    /// one is public, those of next year's report anew against it. All of it is kept or nothing; a file without its version, which a
    /// loss of power may leave, is found again by its hash at the next import.
    ///
    /// - Parameters:
    ///   - source: the file's text; nil where it is not at hand, and made later.
    ///   - file: the bytes that the report was read from.
    ///   - expected: the organization that it must be of, by whoever asked for the right to keep it; nil for any.
    ///   - onWord: true where whoever asks says that the printed name is that organization's; from then on it is.
    ///   - asDraft: true where it is to be looked at before it is public; else it is public at once, and so is a draft of
    ///     the same file.
    ///   - slot: the uploaded file whose outcome this is: written down with it, or none of it is kept where another request
    ///     decided first.
    /// - Throws: `ReportStoreError`, `DatabaseError`.
    @discardableResult
    package func importReport(
        _ report: AnnualReport, source: SourceText? = nil, file: [UInt8], region: String, of expected: Int? = nil,
        onWord: Bool = false, asDraft: Bool = false, settling slot: UploadSlot? = nil, by actor: Actor = .program, at instant: Date
    ) async throws -> ImportOutcome {
        let region = region.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !region.isEmpty else { throw ReportStoreError.regionMissing }
        guard FileStore.sha256(file) == report.source.sha256 else {
            throw ReportStoreError.fileMismatch(name: report.source.name)
        }
        _ = try await files.keep(file)
        return try await database.change(by: actor, at: instant) { change in
            try files.secure(file, sha256: report.source.sha256, change.db)
            if onWord, let expected, let name = report.organization {
                try keepAlias(name, year: report.year, of: expected, change)
            }
            let organizationID = try owner(of: report, region, expected: expected, change)
            if let source { try Self.keep(source, of: report.source.sha256, change.db) }
            // Once rows of it were placed, the file stands under several versions.
            if let row = try change.db.row(
                """
                \(Self.selectVersions)
                where v.organization_id = \(organizationID) and v.sha256 = \(report.source.sha256) order by v.id desc limit 1
                """)
            {
                let known = try Self.version(row)
                guard known.state == .draft, !asDraft else {
                    change.leaveUnrecorded(because: "the same file is kept already: what an upload came to is in its list")
                    try Self.settle(.known(versionID: known.id), slot, change.db)
                    return .alreadyThere(known)
                }
                return .published(try publish(known, change))
            }
            let (reportID, number) = try Self.nextVersion(organizationID, report.year, change.db)
            let id = try Self.keep(
                report, as: NewVersion(reportID: reportID, organizationID: organizationID, number: number, bytes: file.count),
                change)
            var event = change.event(
                .reports, "report.imported", subject: .reportVersion(id), organization: organizationID,
                facts: [
                    "sha256": .string(report.source.sha256), "version": .number("\(number)"),
                    "state": .string((asDraft ? VersionState.draft : .published).rawValue),
                ])
            event.facts += try change.audit.versionFacts(id, change.db)
            try change.record(event)
            if !asDraft { try Self.makeCurrent(try Self.written(id, change.db), change) }
            try Self.settle(.kept(versionID: id), slot, change.db)
            return .added(try Self.written(id, change.db))
        }
    }

    /// What a report's organization is known by in a region: its name, or its file where it names none.
    static func key(of report: AnnualReport, _ region: String) -> String {
        report.organization.map { OrganizationName.key($0, in: region) } ?? "#" + report.source.sha256
    }

    /// The organization that a report is kept for: the one expected, if the printed name is its own, or nobody else's and its
    /// own by somebody's word.
    private func owner(
        of report: AnnualReport, _ region: String, expected: Int?, _ change: Change
    ) throws -> Int {
        guard let expected else { return try organization(report, region, change) }
        guard let name = report.organization else {
            let id = try organization(report, region, change)
            guard id == expected else { throw ReportStoreError.otherOrganization(name: ReportVersion.unknownOrganization) }
            return id
        }
        if try Self.bears(name, year: report.year, expected, change.db) { return expected }
        if let organization = try OrganizationRows.organization(expected, change.db),
            let other = try Self.otherBearer(name, year: report.year, than: organization, change.db)
        {
            throw ReportStoreError.borne(name: name, by: other)
        }
        if try Self.aliased(name, change.db).contains(where: { $0.organization.id == expected }) { return expected }
        let id = try organization(report, region, change)
        guard id == expected else { throw ReportStoreError.otherOrganization(name: name) }
        return id
    }

    /// The organization of a report, made where it is new. One of the tree is found by the name that it bore in the
    /// report's year and keeps its name; the name of one that is not filed is spelt as the latest import prints it.
    private func organization(
        _ report: AnnualReport, _ region: String, _ change: Change
    ) throws -> Int {
        let key = Self.key(of: report, region)
        // The tree may name it with its region: 青溪县白马镇 in 青溪县.
        for key in [key, OrganizationName.key(region) + key] {
            if let id = try NameBearer.find(key, region: region, year: report.year, change.db) { return id }
        }
        if let name = report.organization {
            // 青溪县公安局 in 青溪县 is 县公安局 of the tree.
            let bearers = try Self.bearers(of: name, year: report.year, change.db)
            let here = bearers.filter { $0.organization.region == region }
            if here.count == 1 { return here[0].organization.id }
            if !bearers.contains(where: { $0.match == .full }) {
                let known = try Self.aliased(name, change.db).filter { $0.organization.region == region }
                if here.isEmpty, known.count == 1 { return known[0].organization.id }
            }
        }
        if let row = try change.db.row("select id from organization where region = \(region) and key = \(key)") {
            let id = try row.int("id")
            let respelt = try change.db.execute(
                """
                update organization set name = \(report.organization)
                where id = \(id) and state = 'unfiled' and name <> \(report.organization)
                """)
            if respelt > 0 { try record("organization.respelt", id, report, region, change) }
            return id
        }
        let id = try Counter.next("organization", change.db)
        try change.db.execute("insert into organization (id, region, key, name) values (\(id), \(region), \(key), \(report.organization))")
        try record("organization.found", id, report, region, change)
        return id
    }

    private func record(
        _ action: String, _ id: Int, _ report: AnnualReport, _ region: String, _ change: Change
    ) throws {
        try change.record(
            .organizations, action, subject: .organization(id), organization: id,
            facts: ["name": JSONValue(report.organization), "region": .string(region)])
    }

    /// Counts a version onto the organization's report on that year. Reports whose year is unknown may be on
    /// different ones, so none is taken for a correction of another.
    private static func nextVersion(
        _ organizationID: Int, _ year: Int?, _ db: Transaction
    ) throws -> (reportID: Int, number: Int) {
        if let year,
            let row = try db.row(
                """
                update report set versions = versions + 1
                where organization_id = \(organizationID) and year = \(year) returning id, versions
                """)
        {
            return (try row.int("id"), try row.int("versions"))
        }
        let id = try Counter.next("report", db)
        try db.execute("insert into report (id, organization_id, year, versions) values (\(id), \(organizationID), \(year), 1)")
        return (id, 1)
    }
}
