import Database
import Foundation

/// What those who watch over the program ask of its database.
extension Records {
    /// What is wrong with the database's structure, in words; nil where it is that of this program.
    ///
    /// - Throws: `DatabaseError` where the database does not answer.
    package func structureFault() async throws -> String? {
        do {
            try await database.checkStructure(try house.migrations())
            return nil
        } catch let error as DatabaseError {
            switch error {
            case .databaseNewer, .databaseOlder, .migrationChanged: return error.description
            default: throw error
            }
        }
    }

    /// Lets each capability follow the settings: after they were changed, and at each start, since the program may have been stopped in
    /// between.
    package func followSettings(at instant: Date) async throws {
        for capability in house.capabilities { try await capability.followSettings(self, instant) }
    }

    /// The connections to each server; none where the database is a file.
    package var pools: [PoolFigures] { database.pools }
}
