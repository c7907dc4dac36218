import Foundation
import Office

/// One imported file and what it is the report of, or the same with a row placed by hand. Never changes once it is kept.
package struct ReportVersion: Hashable, Sendable, Identifiable {
    package var id: Int
    /// Whose report it is.
    package var organizationID: Int
    /// 1, 2, … within the reports of the same organization on the same year.
    package var number: Int
    package var region: String
    /// As printed; nil where the report does not tell.
    package var organization: String?
    package var year: Int?
    package var fileName: String
    /// text, html, docx, pdf, xlsx, csv or json.
    package var format: String
    package var bytes: Int
    /// SHA-256 of the file, in hexadecimal.
    package var sha256: String
    /// When it was imported, or its row placed: to the millisecond.
    package var importedAt: Date
    /// The version of which a row was placed by hand to make this one; nil for an import.
    package var baseVersionID: Int?
    package var state: VersionState
    /// True for the version that lists, sums and dashboards count: the one that was made public last.
    package var isCurrent: Bool
    /// When it became public first; nil for one that never was.
    package var publishedAt: Date?
    /// When and why it was withdrawn; nil while it is not.
    package var withdrawal: Withdrawal?

    /// That a version was taken from the public, or dropped before it was public.
    package struct Withdrawal: Hashable, Sendable {
        package var at: Date
        package var reason: String
        /// Who did it; nil for the program. Not for the public.
        package var accountID: Int?
        /// True where it was somebody whose right reaches further than the organization itself: only such a one puts it back.
        package var isFromAbove = false
    }

    /// True where the public may know of it: it is public, or was until it was withdrawn.
    package var wasPublic: Bool { publishedAt != nil }

    /// The organization, or words that say that it is not known.
    package var displayName: String { organization ?? ReportVersion.unknownOrganization }

    package static let unknownOrganization = "未能识别单位"
}
