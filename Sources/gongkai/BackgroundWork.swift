import Logging
import Office
import ServiceLifecycle
import Web

/// What the capabilities do in the background after the start, one after the other. What was broken off goes on at the next start.
struct BackgroundWork: Service {
    let records: Records
    let logger: Logger

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
        // A service that ends would end the others.
        try? await gracefulShutdown()
    }
}
