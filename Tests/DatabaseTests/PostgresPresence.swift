import TestSupport
import Testing

/// So that a run without a server says so.
@Suite struct PostgresPresence {
    @Test("PostgreSQL is tested too", .enabled(if: TestEngine.serverAddress != nil, Comment(rawValue: TestEngine.skipped)))
    func isThere() {
        #expect(TestEngine.all.count == 2)
    }
}
