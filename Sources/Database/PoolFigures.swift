/// How the connections to one server stand.
public struct PoolFigures: Hashable, Sendable {
    /// `primary`, or `replica` with its host and port.
    public var server: String
    /// The most that may be open.
    public var most: Int
    public var inUse: Int
    public var idle: Int
    /// Calls that wait for one.
    public var waiting: Int
    /// Calls that have waited in vain.
    public var timedOut: Int

    /// - Parameter server: `primary`, or `replica` with its host and port.
    public init(server: String, most: Int, inUse: Int = 0, idle: Int = 0, waiting: Int = 0, timedOut: Int = 0) {
        (self.server, self.most, self.inUse) = (server, most, inUse)
        (self.idle, self.waiting, self.timedOut) = (idle, waiting, timedOut)
    }
}
