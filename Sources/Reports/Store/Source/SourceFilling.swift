import Formats
import Office
import Web

/// Makes the texts of the files that an older version of the program has kept without them, one after the other, on a thread of
/// lower priority.
///
/// - Returns: how many were made.
/// - Throws: `DatabaseError`, `CancellationError`.
package func fillReportSources(_ store: ReportStore) async throws -> Int {
    let threads = ReadingThreads(width: 1)
    return try await store.fillSources { file, name in
        try await withTaskExecutorPreference(threads) {
            try await DocumentReader.read(bytes: file, name: name, limits: Limits(readingSeconds: 30))
        }
    }
}
