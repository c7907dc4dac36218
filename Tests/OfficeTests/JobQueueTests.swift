import Foundation
import Markup
import Synchronization
import TestSupport
import Testing

@testable import Database
@testable import Office

@Suite("Background jobs", .opensDatabases)
struct JobQueueTests {
    /// Counts what its jobs did, and fails as often as it is told.
    private final class Work: Sendable {
        let done = Mutex<[Int]>([])
        let failures: Int
        let limit: Duration
        let takes: Duration

        init(failures: Int = 0, limit: Duration = .seconds(60), takes: Duration = .zero) {
            (self.failures, self.limit, self.takes) = (failures, limit, takes)
        }

        struct Wrong: Error, CustomStringConvertible { let description = "对方没有应答" }

        var kind: JobKind {
            JobKind("part.count", "计数", limit: limit, attempts: 3) { run in
                if run.attempt <= self.failures { throw Wrong() }
                try await Task.sleep(for: self.takes)
                self.done.withLock { $0.append(run.payload.int("n") ?? 0) }
            }
        }
    }

    private struct Office {
        let test: TestDatabase
        let records: Records
        let work: Work

        init(_ work: Work) async throws {
            self.work = work
            test = try TestDatabase(TestEngine.chosen)
            records = try await Records.open(
                OfficePlace(test.url), House([Capability(name: "part", title: "部分", jobs: [work.kind])]), master: .random(), at: .sample)
        }

        func add(_ number: Int, due: TimeInterval = 0) async throws {
            try await records.change(by: .program, at: .sample) { [work] change in
                change.leaveUnrecorded(because: "a test of the queue alone")
                try change.later(work.kind, ["n": .number("\(number)")], due: .sample + due)
            }
        }

        func worker(at seconds: TimeInterval = 0) -> JobWorker { JobWorker(records, clock: { .sample + seconds }) }
    }

    @Test("a job is done when it is due, the one due for longest first, and is gone then")
    func order() async throws {
        let office = try await Office(Work())
        try await office.add(1, due: 20)
        try await office.add(2, due: 10)
        try await office.add(3, due: 100)
        #expect(try await !office.worker().work())
        let worker = office.worker(at: 30)
        #expect(try await worker.work())
        #expect(try await worker.work())
        #expect(try await !worker.work())
        #expect(office.work.done.withLock { $0 } == [2, 1])
        #expect(try await office.records.jobs.figures() == (1, 0))
        #expect(try await office.records.jobs.nextDue() == .sample + 100)
    }

    @Test("a job that its change did not commit is not there")
    func undone() async throws {
        struct Undone: Error {}
        let office = try await Office(Work())
        await #expect(throws: Undone.self) {
            try await office.records.change(by: .program, at: .sample) { [kind = office.work.kind] change in
                try change.later(kind, .object([]))
                throw Undone()
            }
        }
        #expect(try await office.records.jobs.figures() == (0, 0))
    }

    @Test("one that fails is tried again after a pause that doubles, and given up after its last attempt, with the reason")
    func retries() async throws {
        let office = try await Office(Work(failures: 9))
        try await office.add(1)
        #expect(try await office.worker().work())
        // One minute after the first failure, two after the second.
        #expect(try await !office.worker(at: 59).work())
        #expect(try await office.worker(at: 60).work())
        #expect(try await !office.worker(at: 179).work())
        #expect(try await office.worker(at: 180).work())
        #expect(try await !office.worker(at: 90_000).work())
        #expect(try await office.records.jobs.figures() == (0, 1))
        let error = try await office.records.database.read { db in try db.row("select error from job")?.optionalText("error") }
        #expect(error == "对方没有应答")
        #expect((1...20).map(JobKind.pause).max() == 21_600.0)
    }

    @Test("one that failed and then succeeds is done once")
    func succeedsLater() async throws {
        let office = try await Office(Work(failures: 1))
        try await office.add(7)
        #expect(try await office.worker().work())
        #expect(try await office.worker(at: 60).work())
        #expect(office.work.done.withLock { $0 } == [7])
        #expect(try await office.records.jobs.figures() == (0, 0))
    }

    @Test("one that takes longer than its limit is cut off and counts as failed")
    func limit() async throws {
        let office = try await Office(Work(limit: .milliseconds(50), takes: .seconds(600)))
        try await office.add(1)
        let told = Mutex<[Bool]>([])
        let worker = JobWorker(office.records, clock: { .sample }) { _, reason, isGivenUp in
            told.withLock { $0.append(isGivenUp) }
        }
        #expect(try await worker.work())
        #expect(told.withLock { $0 } == [false] && office.work.done.withLock { $0 } == [])
        #expect(try await office.records.jobs.figures() == (1, 0))
    }

    @Test("of several workers at once each job has one; what a dead worker had is another's when its lease is over")
    func workers() async throws {
        let office = try await Office(Work())
        for number in 1...30 { try await office.add(number) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    let worker = office.worker()
                    while try await worker.work() {}
                }
            }
            try await group.waitForAll()
        }
        #expect(office.work.done.withLock { $0.sorted() } == Array(1...30))
        try await office.add(31)
        let kinds = [office.work.kind]
        #expect(try await office.records.jobs.take(kinds, at: .sample)?.attempt == 1)
        #expect(try await office.records.jobs.take(kinds, at: .sample + 60) == nil)
        #expect(try await office.records.jobs.take(kinds, at: .sample + 122)?.attempt == 2)
    }

    @Test("a worker whose lease is over neither ends nor releases what another has taken since")
    func fencing() async throws {
        let office = try await Office(Work())
        try await office.add(1)
        let (jobs, kind) = (office.records.jobs, office.work.kind)
        let late = try #require(try await jobs.take([kind], at: .sample))
        let now = try #require(try await jobs.take([kind], at: .sample + 122))
        try await jobs.fail(late, of: kind, because: "太慢", at: .sample + 123)
        #expect(try await jobs.take([kind], at: .sample + 200) == nil)
        try await jobs.finish(late)
        #expect(try await jobs.figures() == (1, 0))
        try await jobs.finish(now)
        #expect(try await jobs.figures() == (0, 0))
    }

    @Test("a kind that this program does not know is left to one that does")
    func unknown() async throws {
        let office = try await Office(Work())
        let other = JobKind("part.other", "别的") { _ in }
        try await office.records.change(by: .program, at: .sample) { change in
            change.leaveUnrecorded(because: "a test of the queue alone")
            try change.later(other, .object([]))
        }
        #expect(try await !office.worker(at: 10).work())
        #expect(try await office.records.jobs.figures() == (1, 0))
    }
}
