import Foundation
import Logging
import Office
import ServiceLifecycle
import Web

/// What the capabilities do in the background: after the start, one after the other, and then the jobs that are due.
struct BackgroundWork: Service {
    let records: Records
    let logger: Logger

    private var jobs: JobWorker {
        JobWorker(records, clock: { Date() }) { [logger] job, reason, isGivenUp in
            logger.warning(
                isGivenUp ? "后台任务多次失败，不再重试" : "后台任务失败，稍后重试",
                metadata: ["job": "\(job.kind)", "id": .stringConvertible(job.id), "error": "\(reason)"])
        } onTrouble: { [logger] error in
            logger.warning("取不到后台任务，稍后再试", metadata: ["error": "\(error)"])
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for wing in wings.list {
                do {
                    try await wing.background(records, logger)
                } catch is CancellationError {
                    return
                } catch {
                    logger.warning("后台工作没有做完，下次启动时继续", metadata: ["capability": "\(wing.capability.name)", "error": "\(error)"])
                }
            }
        }
        try? await cancelWhenGracefulShutdown { try await jobs.run() }
        // A service that ends would end the others.
        try? await gracefulShutdown()
    }
}
