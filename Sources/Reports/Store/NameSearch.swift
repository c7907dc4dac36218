import AnnualReport
import Database
import Foundation
import Office

/// What somebody types to find a body by its name, folded: width, spaces, punctuation, case, simplified or traditional
/// characters make no difference.
package struct NameSearch: Sendable {
    /// As typed and, where that is something else, in simplified characters. Names are compared as they are filed: to
    /// simplify each of them would take longer than to read them.
    let spellings: [[[UInt8]]]

    /// What may be typed, in bytes of UTF-8.
    package static let longest = 120
    /// How many names are known to a search at most.
    package static let mostNames = 100_000
    /// How many bodies a search finds at most.
    package static let mostFound = 300

    /// Nil for text without any letter or digit, or too long. Words parted by spaces must all stand in the name.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let simplified = text.applyingTransform(StringTransform("Traditional-Simplified"), reverse: false) ?? text
        let typed = Self.words(text)
        if typed.isEmpty { return nil }
        let other = Self.words(simplified)
        spellings = other == typed ? [typed] : [typed, other]
    }

    private static func words(_ text: String) -> [[UInt8]] {
        text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
            .map { Array(Folding.text(String(String.UnicodeScalarView($0))).utf8) }.filter { !$0.isEmpty }
    }

    /// - Parameters:
    ///   - name: as it is written.
    ///   - region: in which it is; a word may stand in it, too.
    package func matches(_ name: String, in region: String) -> Bool {
        var names = FoldedNames()
        names.add(0, Self.text(name, region))
        return !found(in: names).isEmpty
    }

    /// What is searched in. A file may print a name of any length.
    static func text(_ name: String, _ region: String) -> String {
        Folding.text(String(String.UnicodeScalarView((region + name).unicodeScalars.prefix(200))))
    }

    /// The bodies that are meant, in order, at most one more than are told.
    func found(in names: FoldedNames) -> [Int] {
        let found = spellings.map { names.ids(with: $0, most: Self.mostFound + 1) }
        return Array(Set(found.joined()).sorted().prefix(Self.mostFound + 1))
    }
}

extension ReportStore {
    /// The organizations whose name, now or once, is meant, among those that have a public report: their ids, and
    /// whether there were more than are told.
    ///
    /// - Parameter index: keeps the names from one search to the next.
    package func organizations(_ search: NameSearch, index: NameIndex = NameIndex()) async throws -> (ids: [Int], isCut: Bool) {
        try await database.read { db in
            let names = try index.names(at: try Self.revision(db)) {
                var names = FoldedNames()
                try db.each(
                    """
                    select o.id as id, o.region as region, v.organization as name \(Self.fromCurrent)
                    union select o.id, o.region, n.name \(Self.fromCurrent) join organization_name n on n.organization_id = o.id
                    order by id limit \(NameSearch.mostNames)
                    """
                ) { row in
                    guard let name = try row.optionalText("name") else { return }
                    names.add(try row.int("id"), NameSearch.text(name, try row.text("region")))
                }
                return names
            }
            let found = search.found(in: names)
            return (Array(found.prefix(NameSearch.mostFound)), found.count > NameSearch.mostFound)
        }
    }

    /// A page of the reports of those organizations, in the order of `summaries(year:region:offset:limit:)`.
    package func summaries(
        of organizations: [Int], year: Int? = nil, region: String? = nil, offset: Int = 0, limit: Int = 50
    ) async throws -> ReportList {
        guard !organizations.isEmpty else { return ReportList(items: [], total: 0) }
        return try await list(
            where: ["r.organization_id in (\(list: organizations))"] + Self.conditions(year: year, region: region), offset: offset,
            limit: limit)
    }

    /// The reports of one organization, the newest year first; a report on no known year last.
    package func history(of organization: Int, limit: Int = 30) async throws -> [(version: ReportVersion, report: AnnualReport)] {
        try await database.read { db in
            try db.rows(
                """
                select \(Self.versionColumns) \(Self.fromCurrent)
                where r.organization_id = \(organization) order by r.year desc nulls last, v.id limit \(limit)
                """
            ).compactMap { row in
                let version = try Self.version(row)
                return try Self.snapshot(version.id, db).map { (version, $0) }
            }
        }
    }
}
