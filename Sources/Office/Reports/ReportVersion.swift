import Foundation

/// One imported file and what it is the report of, or the same with a row placed by hand. Never changes once it is kept.
public struct ReportVersion: Hashable, Sendable, Identifiable {
    public var id: Int
    /// Whose report it is.
    public var organizationID: Int
    /// 1, 2, … within the reports of the same organization on the same year.
    public var number: Int
    public var region: String
    /// As printed; nil where the report does not tell.
    public var organization: String?
    public var year: Int?
    public var fileName: String
    /// text, html, docx, pdf, xlsx, csv or json.
    public var format: String
    public var bytes: Int
    /// SHA-256 of the file, in hexadecimal.
    public var sha256: String
    /// When it was imported, or its row placed: to the millisecond.
    public var importedAt: Date
    /// The version of which a row was placed by hand to make this one; nil for an import.
    public var baseVersionID: Int?
    public var state: VersionState
    /// True for the version that lists, sums and dashboards count: the one that was made public last.
    public var isCurrent: Bool
    /// When it became public first; nil for one that never was.
    public var publishedAt: Date?
    /// When and why it was withdrawn; nil while it is not.
    public var withdrawal: Withdrawal?

    /// That a version was taken from the public, or dropped before it was public.
    public struct Withdrawal: Hashable, Sendable {
        public var at: Date
        public var reason: String
        /// Who did it; nil for the program. Not for the public.
        public var accountID: Int?
        /// True where it was somebody whose right reaches further than the organization itself: only such a one puts it back.
        public var isFromAbove = false
    }

    /// True where the public may know of it: it is public, or was until it was withdrawn.
    public var wasPublic: Bool { publishedAt != nil }

    /// The organization, or words that say that it is not known.
    public var displayName: String { organization ?? ReportVersion.unknownOrganization }

    public static let unknownOrganization = "未能识别单位"
}
