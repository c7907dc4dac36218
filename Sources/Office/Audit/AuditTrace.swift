import Database

/// What the audit events of one kind, one after another, say that the tables should hold. Whoever can write to the database can
/// write to a table without an event, so tables that decide about access or about what is public are compared with it.
package protocol AuditTrace: Sendable {
    /// Follows one event.
    mutating func add(_ event: AuditRow)
    /// Compares the tables with what was followed.
    ///
    /// - Parameter uncoded: counts rows that can be compared in part only: the event that recorded them is older than the codes.
    func faults(_ db: ReadTransaction, _ log: AuditLog, _ uncoded: inout Int) throws -> [RowFault]
}
