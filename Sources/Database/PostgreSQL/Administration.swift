extension Database {
    /// Runs one command on a server outside of any transaction: makes and drops databases.
    package static func administer(_ url: DatabaseURL, _ sql: String) throws(DatabaseError) {
        guard case .postgres(let address) = url.place else { throw .unsupportedAddress(scheme: "sqlite") }
        let connection = try PostgresConnection(address)
        do throws(PostgresFailure) {
            try connection.command(sql)
        } catch {
            throw error.error(sql: sql, server: address.description)
        }
    }
}
