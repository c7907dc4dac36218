import Formats
import Foundation
import Office
import ReportFiles

/// Imports files and folders of reports: reads several at once, keeps them one after another in the order given.
package struct ReportImport: Sendable {
    private let store: ReportStore
    private let region: String?
    private let asDraft: Bool
    private let limits: Limits

    /// What became of the files.
    package struct Tally: Sendable, Equatable {
        /// Kept as new versions.
        package var added = 0
        /// Kept before.
        package var alreadyThere = 0
        /// Kept before as drafts, and public now.
        package var published = 0
        /// Those of the files kept before whose version is not the one that counts.
        package var replaced: [Replaced] = []
        /// Those that could not be read, in the order of the files.
        package var failures: [UnreadableFile] = []
        /// What the folders hold beside files, links among them.
        package var leftOut: [LeftOut] = []
    }

    /// A file that is kept as a version which another one replaced.
    package struct Replaced: Sendable, Equatable {
        package var path: String
        package var version: ReportVersion
    }

    /// - Parameters:
    ///   - region: of all reports; without it each file's region is the name of the folder that it lies in.
    ///   - asDraft: true where they are to be looked at before they are public.
    package init(store: ReportStore, region: String? = nil, asDraft: Bool = false, limits: Limits = .standard) {
        self.store = store
        self.region = region
        self.asDraft = asDraft
        self.limits = limits
    }

    /// Imports files, and folders with all below them. A file that cannot be read is told in the tally, and the rest
    /// goes on.
    ///
    /// - Parameters:
    ///   - instant: when this happens.
    ///   - progress: called after each file with the number done and the number of all; not called concurrently.
    /// - Throws: `UnreadableFile` for a folder that cannot be walked; `ReportStoreError`, `DatabaseError` where the
    ///   store itself fails; what was kept until then stays.
    package func run(
        _ paths: [String], at instant: Date, progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> Tally {
        let selection = try ReportPath.all(paths, region: region)
        let files = selection.files
        var tally = Tally(leftOut: selection.leftOut)
        try await ReportBatch.read(files, limits: limits, prepare: { ($0, $1) }) { file, result, done in
            switch result {
            case .failure(let failure): tally.failures.append(failure)
            case .success(let (reading, bytes)):
                switch try await store.importReport(reading, file: bytes, region: file.region, asDraft: asDraft, at: instant) {
                case .added: tally.added += 1
                case .published: tally.published += 1
                case .alreadyThere(let version):
                    tally.alreadyThere += 1
                    if !version.isCurrent, !asDraft { tally.replaced.append(.init(path: file.path, version: version)) }
                }
            }
            progress(done, files.count)
        }
        return tally
    }
}
