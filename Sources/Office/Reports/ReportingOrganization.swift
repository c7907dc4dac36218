/// A body that reported at least once.
public struct ReportingOrganization: Hashable, Sendable {
    public var region: String
    /// As its latest imported report prints it.
    public var name: String
    /// The years that it reported on, ascending.
    public var years: [Int]
}
