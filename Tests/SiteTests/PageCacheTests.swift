import Formats
import Markup
import NIOEmbedded
import Synchronization
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Pages that are hard to make", .opensDatabases)
struct PageCacheTests {
    private static func made(_ text: String, _ revision: Int, isLasting: Bool = true) -> PageCache.Made {
        PageCache.Made(
            page: Page(title: text, body: HTML(text: text)), revision: Revision([revision, 0]),
            isLasting: isLasting)
    }

    private static func revision(_ number: Int) -> Revision { Revision([number, 0]) }

    @Test("a connection that stays open keeps nothing of the requests that went by; when it closes, those that are there are told once")
    func departure() async throws {
        let channel = NIOAsyncTestingChannel()
        let departure = Departure.of(channel)
        #expect(Departure.of(channel) === departure)
        let cache = PageCache()
        let reader = PageCache.Reader(household: "a", gone: departure)
        for number in 1...20 {
            await #expect(throws: PageError.self) {
                try await cache.page("/\(number)", .chosen, at: Self.revision(1), for: reader) { throw PageError.notFound("没有") }
            }
            _ = try await cache.make(for: reader) { number }
        }
        #expect(departure.watching == 0)
        let told = TestCount()
        try await departure.during({ told.add() }) {
            #expect(departure.watching == 1)
            try await channel.close().get()
        }
        await departure.during({ told.add() }) {}
        #expect(told.value == 2 && Departure.of(NIOAsyncTestingChannel()) !== departure)
    }

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

    /// Occupies the one place until it is opened.
    private final class Door: Sendable {
        private let isOpen = Mutex(false)
        let isInside = Mutex(false)
        func open() { isOpen.withLock { $0 = true } }
        func work() async throws {
            isInside.withLock { $0 = true }
            while !isOpen.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        }
    }

    private static func wait(_ cache: PageCache, _ count: Int) async throws {
        while await cache.waiting != count { try await Task.sleep(for: .milliseconds(1)) }
    }

    @Test("who went away leaves the line: no page is made for nobody, and others find its place")
    func gone() async throws {
        let (cache, door) = (PageCache(mostWaiting: 2), Door())
        let made = Mutex(0)
        let first = Task { @Sendable in try await cache.make { try await door.work() } }
        while !door.isInside.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        let channel = NIOAsyncTestingChannel()
        let reader = PageCache.Reader(household: "a", gone: Departure(channel.closeFuture))
        let page = Task { @Sendable in
            try await cache.page("/a", at: Self.revision(1), for: reader) {
                made.withLock { $0 += 1 }
                return Self.made("a", 1)
            }
        }
        let work = Task { @Sendable in try await cache.make(for: reader) { made.withLock { $0 += 1 } } }
        try await Self.wait(cache, 2)
        await #expect(throws: PageError.crowded) { try await cache.make(for: reader) {} }
        try await channel.close().get()
        await #expect(throws: CancellationError.self) { _ = try await page.value }
        await #expect(throws: CancellationError.self) { _ = try await work.value }
        try await Self.wait(cache, 0)
        door.open()
        try await first.value
        #expect(made.withLock { $0 } == 0)
        // Who asks for the same page later gets it.
        #expect(try await cache.page("/a", at: Self.revision(1)) { Self.made("later", 1) }.title == "later")
    }

    @Test("one of two who wait for a page goes away: the other gets it")
    func oneLeaves() async throws {
        let (cache, door) = (PageCache(), Door())
        let first = Task { @Sendable in try await cache.make { try await door.work() } }
        while !door.isInside.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        let pages = ["a", "b"].map { household in
            Task { @Sendable in try await cache.page("/a", at: Self.revision(1), for: .init(household: household)) { Self.made("a", 1) } }
        }
        // Each household has the page in its own line.
        try await Self.wait(cache, 2)
        pages[0].cancel()
        door.open()
        try await first.value
        #expect(try await pages[1].value.title == "a")
        try await Self.wait(cache, 0)
    }

    @Test("households take turns: a crowd of one address goes behind whoever asks once, and gives up its last place to them")
    func turns() async throws {
        let (cache, door) = (PageCache(mostWaiting: 4), Door())
        let order = Mutex<[String]>([])
        let first = Task { @Sendable in try await cache.make { try await door.work() } }
        while !door.isInside.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        var waiting: [Task<Void, any Error>] = []
        for number in 1...4 {
            waiting.append(
                Task { @Sendable in try await cache.make(for: .init(household: "crowd")) { order.withLock { $0.append("crowd \(number)") } }
                })
            try await Self.wait(cache, number)
        }
        await #expect(throws: PageError.crowded) { try await cache.make(for: .init(household: "crowd")) {} }
        let other = Task { @Sendable in try await cache.make(for: .init(household: "other")) { order.withLock { $0.append("other") } } }
        await #expect(throws: PageError.crowded) { try await waiting[3].value }
        door.open()
        try await first.value
        for task in waiting.prefix(3) + [other] { try await task.value }
        #expect(order.withLock { $0 } == ["crowd 1", "other", "crowd 2", "crowd 3"])
    }

    @Test("where a crowd's line gets shorter, a page that a neighbour waits for keeps the neighbour's place")
    func joined() async throws {
        let (cache, door) = (PageCache(mostWaiting: 4), Door())
        let first = Task { @Sendable in try await cache.make { try await door.work() } }
        while !door.isInside.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        var crowd: [Task<Page, any Error>] = []
        for number in 1...4 {
            crowd.append(
                Task { @Sendable in
                    try await cache.page("/\(number)", at: Self.revision(1), for: .init(household: "crowd")) {
                        Self.made("page \(number)", 1)
                    }
                })
            try await Self.wait(cache, number)
        }
        let neighbour = Task { @Sendable in
            try await cache.page("/4", at: Self.revision(1), for: .init(household: "other")) { Self.made("page 4", 1) }
        }
        // The crowd's last page now stands in the neighbour's line alone; the next newcomer shortens the crowd's again.
        try await Task.sleep(for: .milliseconds(20))
        let newcomer = Task { @Sendable in
            try await cache.page("/5", at: Self.revision(1), for: .init(household: "third")) { Self.made("page 5", 1) }
        }
        await #expect(throws: PageError.crowded) { try await crowd[2].value }
        door.open()
        try await first.value
        #expect(try await neighbour.value.title == "page 4")
        #expect(try await newcomer.value.title == "page 5")
    }

    @Test("pages of addresses that readers choose push out none of the others, and are bounded in number")
    func chosen() async throws {
        let cache = PageCache(mostBytes: 4_000, mostChosen: 3)
        let count = Mutex(0)
        func ask(_ address: String, _ kind: PageCache.Kind) async throws {
            _ = try await cache.page(address, kind, at: Self.revision(1)) {
                count.withLock { $0 += 1 }
                return Self.made("page", 1)
            }
        }
        try await ask("/reports/1", .fixed)
        for number in 1...50 { try await ask("/merge?region=\(number)", .chosen) }
        #expect(count.withLock { $0 } == 51)
        for number in [50, 49, 48] { try await ask("/merge?region=\(number)", .chosen) }
        try await ask("/reports/1", .fixed)
        #expect(count.withLock { $0 } == 51)
        try await ask("/merge?region=47", .chosen)
        #expect(count.withLock { $0 } == 52)
    }

    @Test("a sum, a year, a figure, a body's history, a comparison and a search show a new report as soon as it is there")
    func chosenAnew() async throws {
        try await SiteHarness.run { harness, client in
            let county = "%E9%9D%92%E6%BA%AA%E5%8E%BF"
            let paths = [
                "/merge?region=\(county)&year=2021", "/years/2021?region=\(county)",
                "/figures?year=2021&region=\(county)&cell=requests.received.total", "/reports?q=%E9%95%87",
            ]
            var before: [String] = []
            for path in paths {
                let text = try await client.see(path).text
                #expect(try await client.see(path).text == text && !text.contains("北坡镇"), "\(path)")
                before.append(text)
            }
            try await SampleReports.keep(SampleReports.report("北坡镇", 2021, requests: 31), in: SiteHarness.region, harness.store)
            for (path, text) in zip(paths, before) { #expect(try await client.see(path).text != text, "\(path)") }
            #expect(try await client.see("/reports?q=%E5%8C%97%E5%9D%A1").text.contains("共 1 份"))

            let history = "/organizations/\(harness.corrected.organizationID)"
            let compare = "/reports/compare?a=\(harness.lastYear.id)&b=\(harness.corrected.id)"
            for path in [history, compare] { #expect(try await client.see(path).status == .ok) }
            _ = try await harness.store.withdraw(harness.corrected.id, reason: "数字有误", by: .program, at: SampleReports.instant)
            #expect(!(try await client.see(history).text.contains("/reports/\(harness.corrected.id)#")))
            #expect(try await client.see(compare).status == .gone)
        }
    }
}

/// Counts across tasks.
private final class TestCount: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}
