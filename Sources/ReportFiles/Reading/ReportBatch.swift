import Foundation
import Formats

/// Reads many files on all cores and hands the reports on in the order of the files. Memory does not grow with their
/// number: only a few files a core are held at once, those that wait behind a slower one among them.
package enum ReportBatch {
    /// - Parameters:
    ///   - prepare: what is made of a reading and its bytes, on the core that read it.
    ///   - take: called for each file in order; never concurrently.
    /// - Throws: what `take` throws; a file that cannot be read is no error of the batch.
    package static func read<Value: Sendable>(
        _ files: [ReportPath], limits: Limits = .standard,
        prepare: @Sendable @escaping (ReportReading, [UInt8]) -> Value,
        take: (_ file: ReportPath, _ result: Result<Value, UnreadableFile>, _ done: Int) async throws -> Void
    ) async throws {
        let window = 4 * ProcessInfo.processInfo.activeProcessorCount
        try await withThrowingTaskGroup(of: (Int, Result<Value, UnreadableFile>).self) { group in
            var begun = 0
            func begin() {
                guard begun < files.count else { return }
                let (index, file) = (begun, files[begun])
                group.addTask { (index, await read(file, limits).map { prepare($0, $1) }) }
                begun += 1
            }
            for _ in 0..<window { begin() }
            var waiting: [Int: Result<Value, UnreadableFile>] = [:]
            var done = 0
            while let (index, result) = try await group.next() {
                waiting[index] = result
                while let next = waiting.removeValue(forKey: done) {
                    try await take(files[done], next, done + 1)
                    done += 1
                    begin()
                }
            }
        }
    }

    private static func read(_ file: ReportPath, _ limits: Limits) async -> Result<(ReportReading, [UInt8]), UnreadableFile> {
        do throws(UnreadableFile) {
            let bytes = try file.bytes(limit: limits.fileBytes)
            do throws(FormatError) {
                return .success((try await ReportReader.readAny(bytes, name: file.name, limits: limits), bytes))
            } catch {
                return .failure(UnreadableFile(path: file.path, message: error.description))
            }
        } catch {
            return .failure(error)
        }
    }
}
