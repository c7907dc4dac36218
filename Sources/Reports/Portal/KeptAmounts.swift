import AnnualReport
import Office
import Synchronization
import Web

/// The sums of money of the regions that were merged last: a page shows one of them, and a whole region is merged for it.
final class KeptAmounts: Sendable {
    private struct Key: Hashable {
        var region: String
        var year: Int
        var revision: Revision
    }

    private static let most = 100
    private let kept = Mutex<[Key: [CellName: Cell]]>([:])

    /// - Parameter merge: merges the region where it is not known yet.
    func of(
        _ region: String, _ year: Int, at revision: Revision, merge: () async throws -> MergedReport
    ) async throws -> [CellName: Cell] {
        let key = Key(region: region, year: year, revision: revision)
        if let known = kept.withLock({ $0[key] }) { return known }
        var amounts: [CellName: Cell] = [:]
        for row in try await merge().rows {
            for (name, entry) in row.cells where name.column == .proactive(.amount) { amounts[name] = entry.cell }
        }
        let made = amounts
        kept.withLock { kept in
            if kept.count >= Self.most { kept = [:] }
            kept[key] = made
        }
        return made
    }
}
