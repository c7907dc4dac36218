import Database

/// A column with personal data. What must be done with all such data derives from the list of these: sealing anew when keys
/// rotate, taking them out when a person is forgotten, and the refusal to make new keys for a database that holds some.
package struct PersonalColumn: Hashable, Sendable {
    /// What becomes of a value when its subject is forgotten.
    package enum Forgetting: Hashable, Sendable {
        /// The value is set to null.
        case clear
        /// The whole row is deleted.
        case deleteRow
        /// A word takes its place, with `#` for the subject's id.
        case replace(String)
        /// It is kept elsewhere under the subject's own key, which is destroyed.
        case keyDestroyed
    }

    /// How the subject of a row is found.
    package enum Owner: Hashable, Sendable {
        /// A column holds the subject's id.
        case id(column: String)
        /// A column holds a blind index (keyed hash) of a login name.
        case blindedLogin(column: String)
        /// The column holds the whole subject: `account:12`.
        case subject(column: String)
    }

    package let table: String
    package let column: String
    /// The primary key, by which a sealed value is bound to its row.
    package let key: String
    package let isSealed: Bool
    /// The kind of subject whose data it holds: `account`.
    package let subject: String
    package let owner: Owner
    package let forgetting: Forgetting

    package init(
        _ table: String, _ column: String, key: String = "id", isSealed: Bool = false, of subject: String, by owner: Owner,
        _ forgetting: Forgetting
    ) {
        (self.table, self.column, self.key, self.isSealed) = (table, column, key, isSealed)
        (self.subject, self.owner, self.forgetting) = (subject, owner, forgetting)
    }
}

extension KeyRing {
    /// Seals a value for its place in a personal column: it opens nowhere else.
    ///
    /// - Parameter key: the primary key of its row.
    package func seal(_ plain: String, for column: PersonalColumn, of key: some CustomStringConvertible) throws(KeyError) -> [UInt8] {
        try seal(plain, place: SealedColumn.place(column.table, column.column, key))
    }

    /// Opens a value that was sealed for that place.
    ///
    /// - Throws: `KeyError.cannotOpen` if it was altered, or stands elsewhere.
    package func open(_ sealed: [UInt8], for column: PersonalColumn, of key: some CustomStringConvertible) throws(KeyError) -> String {
        try open(sealed, place: SealedColumn.place(column.table, column.column, key))
    }
}
