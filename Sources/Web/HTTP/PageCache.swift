import Markup
import NIOCore
import Office
import Synchronization

/// Keeps the pages made last that are hard to make (LRU, bounded in bytes), each with the revision of the data that it shows.
///
/// A page that many ask for at once is made once, and only few pages are made at the same time, in the turns of those who
/// ask: whoever asks for pages without end gets them one after the other, and holds up nobody else.
package actor PageCache {
    /// A page, and what it was made of.
    package struct Made: Sendable {
        package var page: Page
        /// Of the data that it shows, or an earlier one.
        package var revision: Revision
        /// False for a page that will soon be another without a new revision.
        package var isLasting = true

        package init(page: Page, revision: Revision, isLasting: Bool = true) {
            self.page = page
            self.revision = revision
            self.isLasting = isLasting
        }

        /// Of the page's body, in bytes.
        fileprivate var size: Int { page.shared?.readableBytes ?? 0 }

        /// The same with the bytes of its body where all answers can share them.
        fileprivate func shared() -> Made {
            var made = self
            made.page.shared = ByteBuffer(bytes: page.body.bytes)
            made.page.body = HTML()
            return made
        }
    }

    /// Who asks for a page.
    package struct Reader: Sendable {
        package var household: Household = "-"
        /// Tells when nobody waits for the page any more.
        package var gone: Departure?

        package init(household: Household = "-", gone: Departure? = nil) {
            self.household = household
            self.gone = gone
        }
    }

    /// Where a page is kept. Of addresses with words and numbers that a reader chose there is no end: they have a shelf of
    /// their own, so that nobody pushes the others out.
    package enum Kind: Hashable { case fixed, chosen }

    /// Pages that are kept, bounded in bytes and number: those that nobody asked for longest go.
    private struct Shelf {
        private struct Kept {
            var made: Made
            var used: Int
        }

        let mostBytes: Int
        let mostPages: Int
        private var kept: [String: Kept] = [:]
        private var bytes = 0
        private var clock = 0

        init(mostBytes: Int, mostPages: Int) { (self.mostBytes, self.mostPages) = (mostBytes, mostPages) }

        mutating func page(_ address: String, _ revision: Revision) -> Page? {
            guard let found = kept[address], found.made.revision == revision else { return nil }
            clock += 1
            kept[address]?.used = clock
            return found.made.page
        }

        mutating func keep(_ made: Made, as address: String) {
            let size = made.size + address.utf8.count
            guard size <= mostBytes / 2 else { return }
            take(address)
            while bytes + size > mostBytes || kept.count >= mostPages, let oldest = kept.min(by: { $0.value.used < $1.value.used }) {
                take(oldest.key)
            }
            clock += 1
            kept[address] = Kept(made: made, used: clock)
            bytes += size
        }

        private mutating func take(_ address: String) {
            if let before = kept.removeValue(forKey: address) { bytes -= before.made.size + address.utf8.count }
        }
    }

    private struct Key: Hashable {
        var address: String
        var revision: Revision
    }

    /// A page that is being made, or waits for it, and for how many.
    private struct Run {
        let task: Task<Made, any Error>
        let turn: PageTurn
        /// Those who have not gone away.
        var readers: Set<Int>
    }

    /// Of lower priority than those that answer.
    private let threads: ReadingThreads
    private let mostAtOnce: Int
    private let mostWaiting: Int
    private var shelves: [Kind: Shelf]
    private var running: [Key: Run] = [:]
    private var readers = 0
    private var inside = 0
    private var lines = HouseholdLines<PageTurn>()

    /// - Parameters:
    ///   - mostBytes: of all pages kept whose addresses are fixed; those of chosen ones take a quarter of it at most.
    ///   - mostChosen: how many pages of chosen addresses are kept.
    ///   - mostAtOnce: how many pages are made at the same time.
    ///   - mostWaiting: how many may wait to be made; further ones are turned away.
    package init(mostBytes: Int = 24 << 20, mostChosen: Int = 500, mostAtOnce: Int = 1, mostWaiting: Int = 200) {
        threads = ReadingThreads(width: mostAtOnce)
        (self.mostAtOnce, self.mostWaiting) = (mostAtOnce, mostWaiting)
        shelves = [
            .fixed: Shelf(mostBytes: mostBytes, mostPages: .max), .chosen: Shelf(mostBytes: mostBytes / 4, mostPages: mostChosen),
        ]
    }

    /// How many wait for their turn.
    package var waiting: Int { lines.count }

    /// The page of an address at a revision, kept or made.
    ///
    /// - Parameters:
    ///   - address: made of what was understood, so that two ways to write one question are one address.
    ///   - revision: looked up before anything else is.
    /// - Throws: `PageError.crowded` where too many wait; `CancellationError` where everybody who asked went away; whatever
    ///   `make` throws, for what is not there among it.
    package func page(
        _ address: String, _ kind: Kind = .fixed, at revision: Revision, for reader: Reader = Reader(),
        make: @escaping @Sendable () async throws -> Made
    ) async throws -> Page {
        if let page = shelves[kind]?.page(address, revision) { return page }
        let key = Key(address: address, revision: revision)
        readers += 1
        let number = readers
        let run: Run
        if var known = running[key] {
            // It comes when the first of those who wait for it has a turn.
            if !known.turn.turn.isDecided, known.turn.join(reader.household) { try? stand(known.turn, reader.household) }
            known.readers.insert(number)
            run = known
            running[key] = known
        } else {
            let turn = PageTurn(reader.household)
            try take(turn, reader.household)
            // A task of its own: the others that wait for the page need it, too, if the first one goes away.
            let task = Task {
                try await self.inTurn(turn) { try await make().shared() }
            }
            run = Run(task: task, turn: turn, readers: [number])
            running[key] = run
        }
        let turn = run.turn
        defer { if running[key]?.turn === turn { running[key] = nil } }
        let made = try await Self.watching(reader.gone, { Task { await self.left(number, key, turn) } }) { try await run.task.value }
        if made.isLasting { shelves[kind]?.keep(made, as: address) }
        return made.page
    }

    /// Hard work for what is not kept, in turn with the pages that are.
    ///
    /// - Throws: `PageError.crowded` where too many wait; `CancellationError` where the reader went away in line; whatever
    ///   `work` throws.
    package func make<Value: Sendable>(for reader: Reader = Reader(), _ work: @Sendable () async throws -> Value) async throws -> Value {
        let turn = PageTurn(reader.household)
        try take(turn, reader.household)
        return try await Self.watching(reader.gone, { Task { await self.giveUp(turn) } }) { try await inTurn(turn, work) }
    }

    /// Waits for a page, and tells where the client goes away or the task is cancelled meanwhile.
    private static func watching<Value: Sendable>(
        _ gone: Departure?, _ told: @escaping @Sendable () -> Void, isolation: isolated (any _Concurrency.Actor)? = #isolation,
        _ work: () async throws -> Value
    ) async throws -> Value {
        try await withTaskCancellationHandler {
            guard let gone else { return try await work() }
            return try await gone.during(told, work)
        } onCancel: {
            told()
        }
    }

    // MARK: Turns

    /// Gives a turn that is free, or puts it in line.
    private func take(_ turn: PageTurn, _ household: Household) throws {
        if inside < mostAtOnce {
            inside += 1
            turn.turn.decide(.comeIn)
        } else {
            try stand(turn, household)
        }
    }

    private func stand(_ turn: PageTurn, _ household: Household) throws {
        if lines.count >= mostWaiting {
            guard let last = lines.makeRoom(for: household) else { throw PageError.crowded }
            // Where another household waits for the same page, it keeps its place in that one's line.
            if !last.waiter.leave(last.household) { giveUp(last.waiter, .turnedAway) }
        }
        if !turn.turn.isDecided { lines.add(turn, household) }
    }

    private func inTurn<Value: Sendable>(_ turn: PageTurn, _ make: @Sendable () async throws -> Value) async throws -> Value {
        let decision = await withTaskCancellationHandler {
            await turn.turn.decision()
        } onCancel: {
            Task { await self.giveUp(turn) }
        }
        switch decision {
        case .comeIn: break
        case .turnedAway: throw PageError.crowded
        case .gone: throw CancellationError()
        }
        defer { admitNext() }
        return try await withTaskExecutorPreference(threads) { try await make() }
    }

    /// The place goes from one to the next.
    private func admitNext() {
        while let next = lines.next() {
            if next.turn.decide(.comeIn) {
                for household in next.households { lines.remove(next.id, household) }
                return
            }
        }
        inside -= 1
    }

    /// - Returns: false where it was decided before.
    @discardableResult private func giveUp(_ turn: PageTurn, _ decision: Turn.Decision = .gone) -> Bool {
        guard turn.turn.decide(decision) else { return false }
        for household in turn.households { lines.remove(turn.id, household) }
        return true
    }

    /// One of those who wait for a page went away; the last one takes the page out of the line.
    private func left(_ number: Int, _ key: Key, _ turn: PageTurn) {
        guard running[key]?.turn === turn, running[key]?.readers.remove(number) != nil, running[key]?.readers.isEmpty ?? false,
            giveUp(turn)
        else { return }
        running[key] = nil
    }
}

/// The turn of one page, which several readers may wait for.
private final class PageTurn: Sendable, Identifiable {
    let turn = Turn()
    private let standing: Mutex<Set<Household>>

    init(_ household: Household) { standing = Mutex([household]) }

    /// In whose lines it stands.
    var households: Set<Household> { standing.withLock { $0 } }

    /// - Returns: false where it stands in that household's line already.
    func join(_ household: Household) -> Bool { standing.withLock { $0.insert(household).inserted } }

    /// - Returns: true where it still stands in another household's line.
    func leave(_ household: Household) -> Bool {
        standing.withLock { standing in
            standing.remove(household)
            return !standing.isEmpty
        }
    }
}

extension SiteContext {
    /// As the line of pages knows them.
    package var reader: PageCache.Reader { PageCache.Reader(household: household, gone: whenGone) }
}
