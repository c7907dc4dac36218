import AnnualReport
import Law
import Markup
import Office

extension OrganizationSheet {
    /// The list as the tree that a merge goes by, and which of its bodies each report is of, as their names tell.
    ///
    /// - Parameter name: that of the merge: the government of that name is the head; without one the whole list is merged.
    /// - Throws: `OrganizationSheetError.problems` with each superior that the list does not have, or has several times.
    package func mergeScope(of reports: [AnnualReport], name: String) throws(OrganizationSheetError) -> MergeScope {
        let entries = try listed()
        var bearers: [String: Set<Int>] = [:]
        for entry in entries {
            for key in entry.keys { bearers[key, default: []].insert(entry.id) }
        }
        let identities = reports.map { report -> MergeScope.Identity in
            guard let organization = report.organization, let found = bearers[OrganizationName.key(organization)] else { return .unknown }
            return found.count == 1 ? found.first.map(MergeScope.Identity.body) ?? .unknown : .ambiguous
        }
        let heads = bearers[OrganizationName.key(name)] ?? []
        let head = heads.count == 1 ? heads.first : nil
        return MergeScope(
            tree: entries.map { MergeBody(id: $0.id, name: $0.name, parentID: $0.parent, mustReport: $0.mustReport) }, head: head,
            identities: identities)
    }

    /// A row of the list in its place.
    private struct Listed {
        /// The row's number.
        var id: Int
        var name: String
        var parent: Int?
        var mustReport: Bool
        /// What a report may call it.
        var keys: Set<String>
    }

    private func listed() throws(OrganizationSheetError) -> [Listed] {
        let rows = self.rows.filter { $0[.name] != nil }
        let index = PathIndex(rows)
        var parents: [Int: Row] = [:]
        var problems: [SheetProblem] = []
        for row in rows {
            guard let text = row[.parent] else { continue }
            let found = index.rows(at: Self.path(text))
            if found.count == 1 {
                parents[row.number] = found[0]
            } else {
                problems.append(
                    SheetProblem(
                        row: row.number,
                        message: found.isEmpty
                            ? "上级机构「\(text)」不在名单中。请补上这个机构，或改正名称。" : "名单中有 \(found.count) 个「\(text)」，请写出从最上级起的路径，例如 /青溪县/县公安局。"))
            }
        }
        guard problems.isEmpty else { throw .problems(problems) }
        return rows.map { row in
            let name = row[.name] ?? ""
            let kind = row[.kind].flatMap(OrganizationKind.init(word:))
            return Listed(
                id: row.number, name: name, parent: parents[row.number]?.number, mustReport: kind != .office,
                keys: Self.keys(name, region: Self.region(row, parents)))
        }
    }

    private static func path(_ text: String) -> [String] { text.cut(at: "/").map { OrganizationName.key($0) } }

    /// The rows by their names and by the names of their superiors, so that a path is followed step by step and no row is
    /// tried twice.
    private struct PathIndex {
        private struct Link: Hashable {
            var name: String
            var above: String
        }

        private var byName: [String: [Row]] = [:]
        private var byLink: [Link: [Row]] = [:]

        init(_ rows: [Row]) {
            for row in rows {
                let name = OrganizationName.key(row[.name] ?? "")
                byName[name, default: []].append(row)
                guard let above = row[.parent].flatMap({ OrganizationSheet.path($0).last }) else { continue }
                byLink[Link(name: name, above: above), default: []].append(row)
            }
        }

        /// The rows of the path's last name that stand below the names before it.
        func rows(at path: [String]) -> [Row] {
            guard let name = path.last else { return [] }
            guard path.count > 1 else { return byName[name] ?? [] }
            let links = zip(path, path.dropFirst()).map { Link(name: $1, above: $0) }
            guard links.dropLast().allSatisfy({ byLink[$0] != nil }) else { return [] }
            return byLink[Link(name: name, above: path[path.count - 2])] ?? []
        }
    }

    /// The region that a row's name is unique in: its own where it is given, else that of the government above.
    private static func region(_ row: Row, _ parents: [Int: Row]) -> String? {
        var here: Row? = row
        var steps = 0
        while let place = here, steps < OrganizationRule.deepest {
            if let region = place[.region] { return region }
            if let kind = place[.kind].flatMap(OrganizationKind.init(word:)), kind.isRegion { return place[.name] }
            here = parents[place.number]
            steps += 1
        }
        return nil
    }

    /// 石桥镇, 青溪县石桥镇; 县公安局, 青溪县公安局.
    private static func keys(_ name: String, region: String?) -> Set<String> {
        let key = OrganizationName.key(name)
        guard let place = region.map({ OrganizationName.key($0) }), place != key else { return [key] }
        let local = OrganizationName.key(name, in: place)
        var keys: Set<String> = [key, local, place + local]
        if let level = place.last, local.first == level { keys.insert(place + local.dropFirst()) }
        return keys
    }
}
