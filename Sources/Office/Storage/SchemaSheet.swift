import Database

/// The schema of the database as it is published: docs/schema.sql.
package enum SchemaSheet {
    /// All tables and indexes, by capability.
    ///
    /// - Throws: `DatabaseError`.
    package static func text(_ house: House) throws -> String {
        "-- The schema as all migrations together make it, printed by `gongkai docs schema`; a test compares it.\n"
            + "-- Do not edit: a change is a new migration in the folder Migrations of its capability.\n\n"
            + (try Schema.text(of: house.migrations()))
    }
}
