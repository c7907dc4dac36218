import Database

/// A content version: the last audit events of the areas that a page or an index is made of. Every change is recorded in the
/// transaction that makes it, so what was made at one revision is still true while the revision is the same, on every node.
package struct Revision: Hashable, Sendable {
    /// One number an area.
    private let sequences: [Int]

    package init(_ sequences: [Int]) { self.sequences = sequences }

    /// The revision now. One look-up in an index for each area, whatever the database holds.
    package static func now(of areas: [AuditArea], _ db: ReadTransaction) throws -> Revision {
        Revision(
            try areas.map { area in
                try db.row("select coalesce(max(sequence), 0) as n from audit_event where capability = \(area.name)")?.int("n") ?? 0
            })
    }
}
