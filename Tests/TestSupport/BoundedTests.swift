import Foundation
import Testing

/// A trait of suites whose tests open databases. Swift Testing begins all tests of a run at once, whatever the number of cores, and
/// each would hold its connections meanwhile: with this, only a few run at a time, and so many descriptors are open at most.
package struct BoundedTests: SuiteTrait, TestTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        // A suite is no test: it would hold its place while its tests wait for theirs.
        guard testCase != nil else { return try await function() }
        await Places.shared.take()
        do {
            try await function()
        } catch {
            await Places.shared.giveBack()
            throw error
        }
        await Places.shared.giveBack()
    }
}

extension Trait where Self == BoundedTests {
    /// The tests open databases.
    package static var opensDatabases: Self { BoundedTests() }
}

/// A counting semaphore for tasks, first come, first served. GONGKAI_TEST_WIDTH says how many tests run at once.
private actor Places {
    static let shared = Places()

    private var free: Int = {
        let process = ProcessInfo.processInfo
        return process.environment["GONGKAI_TEST_WIDTH"].flatMap(Int.init) ?? max(8, 4 * process.activeProcessorCount)
    }()
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
