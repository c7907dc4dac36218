import Logging
import Office
import ServiceLifecycle
import Site

/// Makes the texts of the files that an older version of the program has kept without them, in the background, once after the start.
struct SourceFilling: Service {
    let store: ReportStore
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            do {
                let made = try await fillReportSources(store)
                if made > 0 { logger.notice("已整理旧报告的原文", metadata: ["count": .stringConvertible(made)]) }
            } catch is CancellationError {
                // The next start goes on.
            } catch {
                logger.warning("旧报告的原文没有整理完，下次启动时继续", metadata: ["error": "\(error)"])
            }
        }
        // A service that ends would end the others.
        try? await gracefulShutdown()
    }
}
