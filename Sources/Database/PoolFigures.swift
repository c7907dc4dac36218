/// How the connections to one server stand.
package struct PoolFigures: Hashable, Sendable {
    /// `primary`, or `replica` with its host and port.
    package var server: String
    /// The most that may be open.
    package var most: Int
    package var inUse: Int
    package var idle: Int
    /// Calls that wait for one.
    package var waiting: Int
    /// Calls that have waited in vain.
    package var timedOut: Int

    /// - Parameter server: `primary`, or `replica` with its host and port.
    package init(server: String, most: Int, inUse: Int = 0, idle: Int = 0, waiting: Int = 0, timedOut: Int = 0) {
        (self.server, self.most, self.inUse) = (server, most, inUse)
        (self.idle, self.waiting, self.timedOut) = (idle, waiting, timedOut)
    }
}
