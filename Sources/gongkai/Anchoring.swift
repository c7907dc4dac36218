import Foundation
import Logging
import Office
import ServiceLifecycle

/// Records what was noted of the data as a whole, and writes how far the record of events goes into the security log, at the start, every hour and at the end: a log that
/// is kept elsewhere tells when the database was put back to an older state.
struct Anchoring: Service {
    let records: Records
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                await log()
                try await Task.sleep(for: .seconds(3600))
            }
        }
        await log()
    }

    private func log() async {
        do {
            try await records.recordNotes(at: Date())
            let anchor = try await records.auditAnchor()
            logger.notice("审计锚点", metadata: ["event": "audit-anchor", "anchor": .stringConvertible(anchor)])
        } catch is CancellationError {
            // The program ends because another of its services failed, which has its own message.
        } catch let error as AuditError {
            logger.critical("审计记录的末端有问题，请运行 gongkai audit verify", metadata: ["event": "audit-anchor", "error": "\(error)"])
        } catch {
            logger.warning("没有写审计锚点", metadata: ["event": "audit-anchor", "error": "\(error)"])
        }
    }
}
