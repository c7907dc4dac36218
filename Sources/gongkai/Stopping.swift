import Dispatch
import Foundation
import Logging
import ServiceLifecycle

/// Says that the program is stopping, and ends it where open requests do not end by themselves.
struct Stopping: Service {
    let grace: Int
    let logger: Logger

    func run() async throws {
        // Dispatch sources and no tasks: requests that compute without end may hold all threads of the tasks, and then
        // nothing that waits for a signal as a task ever learns of it.
        let (logger, grace) = (logger, grace)
        let sources = [SIGTERM, SIGINT].map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
            source.setEventHandler {
                DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(grace + 2)) {
                    logger.warning("有请求没有按时结束，强制停止")
                    Foundation.exit(0)
                }
            }
            source.activate()
            return source
        }
        try await gracefulShutdown()
        logger.notice("正在停止，不再接受新连接", metadata: ["grace": .stringConvertible(grace)])
        withExtendedLifetime(sources) {}
    }
}
