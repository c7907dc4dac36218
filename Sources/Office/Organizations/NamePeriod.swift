import Law

/// A name that an organization bears or bore, and when.
public struct NamePeriod: Hashable, Sendable {
    /// The region that the name was unique in.
    public var region: String
    public var name: String
    /// The first day; nil where not known.
    public var since: Day?
    /// The first day on which it was no longer its name; nil for the name that it bears.
    public var until: Day?
    /// The document that gave it the name, where one was told.
    public var basis: String?
}
