import Law

/// A name that an organization bears or bore, and when.
package struct NamePeriod: Hashable, Sendable {
    /// The region that the name was unique in.
    package var region: String
    package var name: String
    /// The first day; nil where not known.
    package var since: Day?
    /// The first day on which it was no longer its name; nil for the name that it bears.
    package var until: Day?
    /// The document that gave it the name, where one was told.
    package var basis: String?
}
