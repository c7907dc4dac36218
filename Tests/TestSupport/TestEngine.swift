import Database
import Foundation

/// The engines that a test runs on.
public enum TestEngine: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    public var description: String { rawValue }

    /// Both, or SQLite alone where no PostgreSQL was started for the tests; `make test` always starts one.
    public static let all: [TestEngine] = serverAddress == nil ? [.sqlite] : [.sqlite, .postgres]

    /// The throw-away server that `scripts/postgres.sh run` has started.
    public static let serverAddress = ProcessInfo.processInfo.environment["GONGKAI_TEST_POSTGRES"]
    /// Its replica, as `host:port`.
    public static let replicaAddress = ProcessInfo.processInfo.environment["GONGKAI_TEST_POSTGRES_REPLICA"]

    public static let skipped = "没有设置 GONGKAI_TEST_POSTGRES，没有在 PostgreSQL 上测试；请用 scripts/postgres.sh run swift test，或 make test"
}
