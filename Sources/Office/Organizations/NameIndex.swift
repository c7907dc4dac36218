import Glibc
import Synchronization

/// Folded names in one piece of memory, each with whose it is: all of them are looked through by the C library's search
/// (`strstr`, linear in both texts), which takes milliseconds for 100,000.
package struct FoldedNames: Sendable {
    /// The names as C strings of UTF-8. A search for whole characters finds none in the middle of another.
    private var text: [UInt8] = []
    /// Where each begins.
    private var starts: [Int] = []
    private var ids: [Int] = []

    package init() {}

    package mutating func add(_ id: Int, _ name: String) {
        starts.append(text.count)
        ids.append(id)
        text += name.utf8.lazy.filter { $0 != 0 }
        text.append(0)
    }

    /// Those of whose names one has all the words in it, each once, in the order in which they were added.
    ///
    /// - Parameters:
    ///   - words: UTF-8, none of them empty.
    ///   - most: the search ends when it has so many.
    package func ids(with words: [[UInt8]], most: Int = .max) -> [Int] {
        guard !words.isEmpty, !words.joined().contains(0) else { return [] }
        let words = words.map { $0.map(CChar.init(bitPattern:)) + [0] }
        var found: [Int] = []
        var seen: Set<Int> = []
        text.withUnsafeBytes { text in
            guard let base = text.assumingMemoryBound(to: CChar.self).baseAddress else { return }
            for (start, id) in zip(starts, ids) where words.allSatisfy({ strstr(base + start, $0) != nil }) {
                guard seen.insert(id).inserted else { continue }
                found.append(id)
                if found.count >= most { return }
            }
        }
        return found
    }
}

/// Keeps the names that are searched in from one search to the next, until the data has another revision.
package final class NameIndex: Sendable {
    private let kept = Mutex<(revision: Revision, names: FoldedNames)?>(nil)

    package init() {}

    package func names(at revision: Revision, make: () throws -> FoldedNames) rethrows -> FoldedNames {
        if let kept = kept.withLock({ $0 }), kept.revision == revision { return kept.names }
        let made = try make()
        kept.withLock { $0 = (revision, made) }
        return made
    }
}
