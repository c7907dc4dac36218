import Formats
import Synchronization
import TestSupport
import Testing

@testable import Office
@testable import Site

@Suite("Pages that are hard to make", .opensDatabases)
struct PageCacheTests {
    private static func made(_ text: String, _ revision: Int, isLasting: Bool = true) -> PageCache.Made {
        PageCache.Made(
            page: Page(title: text, body: HTML(text: text)), revision: ReportRevision(reports: revision, organizations: 0),
            isLasting: isLasting)
    }

    private static func revision(_ number: Int) -> ReportRevision { ReportRevision(reports: number, organizations: 0) }

    @Test("a page is made once for a revision, and anew for another")
    func once() async throws {
        let cache = PageCache()
        let count = Mutex(0)
        func ask(_ revision: Int) async throws -> String {
            try await cache.page("/a", at: Self.revision(revision)) {
                Self.made("page \(count.withLock { $0 += 1; return $0 })", revision)
            }.title
        }
        #expect(try await ask(1) == "page 1")
        #expect(try await ask(1) == "page 1")
        #expect(try await ask(2) == "page 2")
        #expect(try await cache.page("/b", at: Self.revision(2)) { Self.made("other", 2) }.title == "other")
    }

    @Test("a page that will change by itself, or that could not be made, is not kept")
    func notKept() async throws {
        let cache = PageCache()
        _ = try await cache.page("/a", at: Self.revision(1)) { Self.made("first", 1, isLasting: false) }
        #expect(try await cache.page("/a", at: Self.revision(1)) { Self.made("second", 1) }.title == "second")
        await #expect(throws: PageError.notFound()) { try await cache.page("/b", at: Self.revision(1)) { throw PageError.notFound() } }
        #expect(try await cache.page("/b", at: Self.revision(1)) { Self.made("there now", 1) }.title == "there now")
    }

    @Test("what many ask for at once is made once, one page after the other, and who asks beyond that is turned away")
    func crowd() async throws {
        let cache = PageCache(mostWaiting: 3)
        let inside = Mutex(0)
        let most = Mutex(0)
        let count = Mutex(0)
        let make: @Sendable () async throws -> PageCache.Made = {
            let now = inside.withLock {
                $0 += 1; return $0
            }
            most.withLock { $0 = max($0, now) }
            count.withLock { $0 += 1 }
            try await Task.sleep(for: .milliseconds(20))
            inside.withLock { $0 -= 1 }
            return Self.made("page", 1)
        }
        let refused = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        _ = try await cache.page("/\(number % 10)", at: Self.revision(1), make: make)
                        return false
                    } catch {
                        return error as? PageError == .crowded
                    }
                }
            }
            return await group.reduce(into: 0) { if $1 { $0 += 1 } }
        }
        #expect(most.withLock { $0 } == 1)
        #expect(count.withLock { $0 } <= 10)
        #expect(refused > 0 && refused < 60)
    }

    @Test("the pages kept are bounded in bytes; those that nobody asked for longest go")
    func bounded() async throws {
        let cache = PageCache(mostBytes: 1_000)
        let count = Mutex(0)
        func ask(_ address: String, _ bytes: Int) async throws {
            _ = try await cache.page(address, at: Self.revision(1)) {
                count.withLock { $0 += 1 }
                return Self.made(String(repeating: "a", count: bytes), 1)
            }
        }
        for address in ["/a", "/b", "/a", "/c"] { try await ask(address, 400) }
        #expect(count.withLock { $0 } == 3)
        try await ask("/a", 400)
        #expect(count.withLock { $0 } == 3)
        try await ask("/b", 400)
        #expect(count.withLock { $0 } == 4)
        // One that would push out all others is not kept.
        try await ask("/large", 600)
        try await ask("/large", 600)
        #expect(count.withLock { $0 } == 6)
    }

    @Test("a page that was kept is made anew once a report has come")
    func report() async throws {
        try await SiteHarness.run { harness, client in
            let address = "/reports/\(harness.wrong.id)"
            let before = try await client.see(address)
            #expect(try await client.see(address).text == before.text)
            try await SampleReports.keep(SampleReports.report("西山乡", 2021, requests: 5), in: SiteHarness.region, harness.store)
            let after = try await client.see(address)
            #expect(!before.text.contains("已经有更正后的报告") && after.text.contains("已经有更正后的报告"))
        }
    }
}
