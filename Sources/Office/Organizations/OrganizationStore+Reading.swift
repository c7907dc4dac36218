import Database
import Foundation
import Law
import Markup

extension OrganizationStore {
    /// All that are or were in the tree.
    package func tree() async throws -> OrganizationTree {
        try await database.read { db in OrganizationTree(try OrganizationRows.list(where: "o.kind is not null", in: db)) }
    }

    /// Those that are known from their reports alone.
    package func unfiled() async throws -> [Organization] {
        try await database.read { db in try OrganizationRows.list(where: "o.state = 'unfiled'", in: db) }
    }

    /// One organization; nil where there is none of that id.
    package func organization(_ id: Int) async throws -> Organization? {
        try await database.read { db in try OrganizationRows.organization(id, db) }
    }

    /// One organization with everything; nil where there is none of that id.
    package func details(_ id: Int) async throws -> OrganizationDetails? {
        try await database.read { db in
            guard let organization = try OrganizationRows.organization(id, db) else { return nil }
            return OrganizationDetails(
                organization: organization, contact: try OrganizationRows.contact(id, db),
                leaders: try OrganizationRows.leaders(id, db), names: try OrganizationRows.names(id, db),
                above: try OrganizationRows.ancestors(id, db).dropFirst().reversed().compactMap {
                    try OrganizationRows.organization($0, db)
                }, children: try OrganizationRows.children(id, db),
                successor: try organization.successorID.flatMap { try OrganizationRows.organization($0, db) },
                predecessors: try OrganizationRows.list(where: "o.successor_id = \(id)", in: db),
                holdings: try house.capabilities.compactMap { try $0.holdings?(id, db) })
        }
    }

    /// The ids from an organization to the top of the tree, its own first; none for an unknown one.
    package func ancestors(_ id: Int) async throws -> [Int] {
        try await database.read { db in try OrganizationRows.ancestors(id, db) }
    }

    /// All below an organization, those that are gone among them.
    package func descendants(_ id: Int) async throws -> [Organization] {
        try await database.read { db in try OrganizationRows.descendants(id, db) }
    }

    /// The organization with that code for index numbers.
    package func organization(code: String) async throws -> Organization? {
        try await database.read { db in try OrganizationRows.list(where: "o.code = \(code.uppercased())", in: db).first }
    }

    /// Those that bear or bore a name, in whatever spelling: those that bear it now first.
    package func organizations(named name: String) async throws -> [Organization] {
        try await database.read { db in try Self.named(name, db) }
    }

    /// The one that a person means by a name, a former name, `上级/名称` or an id.
    ///
    /// - Throws: `OrganizationError.notFound`, `.ambiguous`.
    package func find(_ text: String) async throws -> Organization {
        try await database.read { db in
            if let id = Int(text), let organization = try OrganizationRows.organization(id, db) { return organization }
            let path = text.cut(at: "/").compactMap { Typed.text($0) }
            guard let name = path.last else { throw OrganizationError.notFound(text) }
            var found = try Self.named(name, db).filter { try Self.lies($0, in: path.dropLast(), db) }
            // Who bears the name now is meant before those that bore it once; who is there before those that are gone.
            for isMeant in [{ $0.state == .active }, { !$0.state.isGone }] as [(Organization) -> Bool]
            where found.count > 1 && found.contains(where: isMeant) {
                found = found.filter(isMeant)
            }
            let key = OrganizationName.key(name)
            if found.count > 1, found.contains(where: { $0.name.map(OrganizationName.key) == key }) {
                found = found.filter { $0.name.map(OrganizationName.key) == key }
            }
            guard let first = found.first else { throw OrganizationError.notFound(text) }
            if found.count > 1 {
                throw OrganizationError.ambiguous(text, choices: found.map { "\($0.region)/\($0.displayName)（编号 \($0.id)）" })
            }
            return first
        }
    }

    /// The same among those that a right reaches: any other is as good as not there.
    package func find(_ text: String, in scope: RightScope) async throws -> Organization {
        let found = try await find(text)
        guard scope.reaches(try await ancestors(found.id)) else { throw OrganizationError.notFound(text) }
        return found
    }

    /// The ids of all whose name, former name or code has the text in it, whatever the case of its letters. Which of
    /// them somebody may see is the caller's to say, so none is left out.
    ///
    /// The case is folded here: one engine's LIKE ignores that of A to Z, the other's does not, and neither knows é.
    ///
    /// - Parameter index: keeps the names from one search to the next.
    package func search(_ text: String, index: NameIndex = NameIndex()) async throws -> Set<Int> {
        let key = OrganizationName.key(text).lowercased()
        guard !key.isEmpty else { return [] }
        return try await database.read { db in
            let names = try index.names(at: try Revision.now(of: [.organizations], db)) {
                var names = FoldedNames()
                try db.each(
                    """
                    select organization_id as id, key as words from organization_name
                    union all select id, key from organization where name is not null
                    union all select id, code from organization where code is not null
                    """
                ) { row in names.add(try row.int("id"), try row.text("words").lowercased()) }
                return names
            }
            return Set(names.ids(with: [Array(key.utf8)]))
        }
    }

    /// What happened to an organization, newest first.
    package func history(of id: Int, limit: Int = 100) async throws -> [RecordedEvent] {
        var filter = AuditFilter()
        filter.subject = AuditSubject.organization(id).description
        let (audit, filled) = (database.audit, filter)
        return try await database.read { db in try audit.events(filled, limit: limit, db) }
    }

    // MARK: Names

    private static func named(_ name: String, _ db: ReadTransaction) throws -> [Organization] {
        let key = OrganizationName.key(name)
        let found = try OrganizationRows.list(
            where: "o.key = \(key) or o.id in (select organization_id from organization_name where key = \(key))", in: db)
        return found.filter { $0.name.map(OrganizationName.key) == key } + found.filter { $0.name.map(OrganizationName.key) != key }
    }

    /// True where the names of the path are those right above it, or its region.
    private static func lies(_ organization: Organization, in path: ArraySlice<String>, _ db: ReadTransaction) throws -> Bool {
        if path.isEmpty { return true }
        if path.count == 1, path.first == organization.region { return true }
        let above = try OrganizationRows.ancestors(organization.id, db).dropFirst().prefix(path.count)
        guard above.count == path.count else { return false }
        return try zip(above, path.reversed()).allSatisfy { id, name in
            try OrganizationRows.organization(id, db)?.name.map(OrganizationName.key) == OrganizationName.key(name)
        }
    }
}
