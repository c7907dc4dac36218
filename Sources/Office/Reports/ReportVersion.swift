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
    /// True for the version that lists, sums and dashboards count.
    public var isNewest: Bool

    /// The organization, or words that say that it is not known.
    public var displayName: String { organization ?? ReportVersion.unknownOrganization }

    public static let unknownOrganization = "未能识别单位"
}
