import Database

/// All capabilities of one program, the ground floor first: the order in which their migrations are registered.
package struct House: Sendable {
    package let capabilities: [Capability]

    /// - Parameter capabilities: without the ground floor, which every house has.
    package init(_ capabilities: [Capability]) {
        self.capabilities = [.groundFloor] + capabilities
    }

    /// The whole table of permissions.
    package var rights: [Right] { capabilities.flatMap(\.rights) }
    package var areas: [AuditArea] { capabilities.flatMap(\.areas) }
    package var settings: [CapabilitySetting] { capabilities.flatMap(\.settings) }
    package var jobs: [JobKind] { capabilities.flatMap(\.jobs) }
    package var personal: [PersonalColumn] { capabilities.flatMap(\.personal) }
    /// The words of the audit log.
    package var words: AuditWords { capabilities.reduce(into: AuditWords()) { $0.merge($1.words) } }

    /// All schema migrations in order of registration.
    ///
    /// - Throws: `DatabaseError.migrationName` for one without an id, or with that of another capability.
    package func migrations() throws(DatabaseError) -> [Migration] {
        var all: [Migration] = []
        for capability in capabilities {
            for sql in capability.migrations {
                let migration = try Migration(sql)
                guard migration.capability == capability.name else { throw .migrationName(migration.id) }
                all.append(migration)
            }
        }
        return all
    }
}
