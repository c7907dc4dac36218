import Formats
import NIOCore
import Office

/// Keeps the pages made last that are hard to make (LRU, bounded in bytes), each with the revision of the data that it shows.
///
/// A page that many ask for at once is made once, and only few pages are made at the same time: whoever asks for pages
/// without end gets them one after the other, and holds up nobody who asks for something else.
actor PageCache {
    /// A page, and what it was made of.
    struct Made: Sendable {
        var page: Page
        var revision: ReportRevision
        /// False for a page that will soon be another without a new revision.
        var isLasting = true

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

    private struct Kept {
        var made: Made
        var used: Int
    }

    private struct Key: Hashable {
        var address: String
        var revision: ReportRevision
    }

    /// Of lower priority than those that answer.
    private let threads: ReadingThreads
    private let mostBytes: Int
    private let mostAtOnce: Int
    private let mostWaiting: Int
    private var kept: [String: Kept] = [:]
    private var bytes = 0
    private var clock = 0
    private var running: [Key: Task<Made, any Error>] = [:]
    private var inside = 0
    private var line: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - mostBytes: of all pages kept.
    ///   - mostAtOnce: how many pages are made at the same time.
    ///   - mostWaiting: how many may wait to be made, those that are being made among them; further ones are turned away.
    init(mostBytes: Int = 32 << 20, mostAtOnce: Int = 1, mostWaiting: Int = 200) {
        threads = ReadingThreads(width: mostAtOnce)
        (self.mostBytes, self.mostAtOnce, self.mostWaiting) = (mostBytes, mostAtOnce, mostWaiting)
    }

    /// The page of an address at a revision, kept or made.
    ///
    /// - Throws: `PageError.crowded` where too many wait; whatever `make` throws, for what is not there among it.
    func page(
        _ address: String, at revision: ReportRevision, make: @escaping @Sendable () async throws -> Made
    ) async throws -> Page {
        clock += 1
        if let found = kept[address], found.made.revision == revision {
            kept[address]?.used = clock
            return found.made.page
        }
        let key = Key(address: address, revision: revision)
        if let running = running[key] { return try await running.value.page }
        guard running.count < mostWaiting else { throw PageError.crowded }
        // A task of its own: the others that wait for the page need it, too, if the first one goes away.
        let task = Task { try await self.inTurn { try await make().shared() } }
        running[key] = task
        defer { running[key] = nil }
        let made = try await task.value
        if made.isLasting { keep(made, as: address) }
        return made.page
    }

    /// Hard work for a page that is not kept, one after the other with those that are.
    ///
    /// - Throws: `PageError.crowded` where too many wait; whatever `work` throws.
    func make<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        guard line.count < mostWaiting else { throw PageError.crowded }
        return try await inTurn(work)
    }

    private func inTurn<Value: Sendable>(_ make: @Sendable () async throws -> Value) async throws -> Value {
        if inside < mostAtOnce {
            inside += 1
        } else {
            await withCheckedContinuation { line.append($0) }
        }
        defer {
            // The place goes from one to the next.
            if line.isEmpty { inside -= 1 } else { line.removeFirst().resume() }
        }
        return try await withTaskExecutorPreference(threads) { try await make() }
    }

    private func keep(_ made: Made, as address: String) {
        let size = made.size
        guard size <= mostBytes / 2 else { return }
        if let before = kept.removeValue(forKey: address) { bytes -= before.made.size }
        while bytes + size > mostBytes, let oldest = kept.min(by: { $0.value.used < $1.value.used }) {
            bytes -= oldest.value.made.size
            kept[oldest.key] = nil
        }
        kept[address] = Kept(made: made, used: clock)
        bytes += size
    }
}
