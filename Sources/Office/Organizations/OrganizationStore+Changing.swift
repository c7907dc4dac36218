import Foundation
import Law

extension OrganizationStore {
    /// Puts an organization into the tree. One that is known from its reports, of the same region and name, is filed and
    /// keeps its reports; else a new one is made.
    ///
    /// - Throws: `OrganizationError`, `DatabaseError`, `AuditError`, as all changes do.
    @discardableResult
    package func add(
        _ draft: OrganizationDraft, contact: OrganizationContact = OrganizationContact(), leaders: [Leader] = [], by actor: Actor,
        at instant: Date
    ) async throws -> Organization {
        try await change(by: actor, at: instant) { try $0.add(draft, contact: contact, leaders: leaders) }
    }

    /// Changes what an organization is and how it is reached, and who leads it where leaders are given.
    ///
    /// - Returns: false where nothing was different, and nothing was recorded.
    @discardableResult
    package func edit(
        _ id: Int, to edit: OrganizationEdit, leaders: [Leader]? = nil, by actor: Actor, at instant: Date
    ) async throws -> Bool {
        try await change(by: actor, at: instant) { change in
            let isEdited = try change.edit(id, to: edit)
            return try leaders.map { try change.setLeaders(id, $0) } ?? false || isEdited
        }
    }

    /// Sets who leads an organization, in that order.
    ///
    /// - Returns: false where nothing was different, and nothing was recorded.
    @discardableResult
    package func setLeaders(_ id: Int, _ leaders: [Leader], by actor: Actor, at instant: Date) async throws -> Bool {
        try await change(by: actor, at: instant) { try $0.setLeaders(id, leaders) }
    }

    /// Gives an organization a new name from a day on. Reports that print the old one still find it.
    package func rename(
        _ id: Int, to name: String, since: Day, basis: String?, by actor: Actor, at instant: Date
    ) async throws {
        try await change(by: actor, at: instant) { try $0.rename(id, to: name, since: since, basis: basis) }
    }

    /// Puts an organization, with all below it, under another parent; nil is the top of the tree.
    ///
    /// - Returns: false where it stood there already, and nothing was recorded.
    @discardableResult
    package func move(_ id: Int, under parentID: Int?, by actor: Actor, at instant: Date) async throws -> Bool {
        try await change(by: actor, at: instant) { try $0.move(id, under: parentID) }
    }

    /// Merges an organization into another from a day on. Its reports stay its own.
    package func merge(
        _ id: Int, into successorID: Int, since: Day, basis: String?, by actor: Actor, at instant: Date
    ) async throws {
        try await change(by: actor, at: instant) { try $0.merge(id, into: successorID, since: since, basis: basis) }
    }

    /// Dissolves an organization from a day on.
    package func dissolve(_ id: Int, since: Day, basis: String?, by actor: Actor, at instant: Date) async throws {
        try await change(by: actor, at: instant) { try $0.dissolve(id, since: since, basis: basis) }
    }

    /// Throws what merging or dissolving would throw, and changes nothing.
    ///
    /// - Parameter successorID: nil for dissolving.
    package func rehearseEnd(_ id: Int, into successorID: Int?, since: Day, at instant: Date) async throws {
        struct Undone: Error {}
        do {
            try await change(by: .program, at: instant) { change in
                if let successorID {
                    try change.merge(id, into: successorID, since: since, basis: nil)
                } else {
                    try change.dissolve(id, since: since, basis: nil)
                }
                throw Undone()
            }
        } catch is Undone {}
    }
}

/// What an organization shall be and how it shall be reached, whole: what is nil is taken away.
package struct OrganizationEdit: Hashable, Sendable {
    package var kind: OrganizationKind
    package var jurisdiction: Jurisdiction?
    package var code: String?
    package var contact: OrganizationContact

    package init(kind: OrganizationKind, jurisdiction: Jurisdiction? = nil, code: String? = nil, contact: OrganizationContact) {
        self.kind = kind
        self.jurisdiction = jurisdiction
        self.code = code.flatMap(Typed.text)?.uppercased()
        self.contact = contact
    }
}
