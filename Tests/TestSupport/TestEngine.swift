import Database
import Foundation

/// The engines that a test runs on.
package enum TestEngine: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"

    package var description: String { rawValue }

    /// Both, or SQLite alone where no PostgreSQL was started for the tests; `make test` always starts one.
    package static let all: [TestEngine] = serverAddress == nil ? [.sqlite] : [.sqlite, .postgres]

    /// The engine for suites that run on one at a time: PostgreSQL where GONGKAI_TEST_ENGINE says so.
    package static let chosen: TestEngine =
        ProcessInfo.processInfo.environment["GONGKAI_TEST_ENGINE"] == "postgres" ? .postgres : .sqlite

    /// The throw-away server that `scripts/postgres.sh run` has started.
    package static let serverAddress = ProcessInfo.processInfo.environment["GONGKAI_TEST_POSTGRES"]
    /// Its replica, as `host:port`.
    package static let replicaAddress = ProcessInfo.processInfo.environment["GONGKAI_TEST_POSTGRES_REPLICA"]
    /// The folder of its certificate, `server.crt`, and of `other.crt`, which is another's.
    package static let certificateFolder = ProcessInfo.processInfo.environment["GONGKAI_TEST_POSTGRES_CERTIFICATES"]

    package static let skipped = "没有设置 GONGKAI_TEST_POSTGRES，没有在 PostgreSQL 上测试；请用 scripts/postgres.sh run swift test，或 make test"
}
