import Database

/// What those who watch over the program ask of its database.
extension Records {
    /// What is wrong with the database's structure, in words; nil where it is that of this program.
    ///
    /// - Throws: `DatabaseError` where the database does not answer.
    package func structureFault() async throws -> String? {
        do {
            try await database.checkStructure(try Migrations.all())
            return nil
        } catch let error as DatabaseError {
            switch error {
            case .databaseNewer, .databaseOlder, .migrationChanged: return error.description
            default: throw error
            }
        }
    }

    /// The connections to each server; none where the database is a file.
    package var pools: [PoolFigures] { database.pools }
}
