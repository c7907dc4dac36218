import Dispatch
import Foundation
import Logging
import ServiceLifecycle

/// Says that the program is stopping, and ends it where open requests do not end by themselves.
struct Stopping: Service {
    let grace: Int
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        logger.notice("正在停止，不再接受新连接", metadata: ["grace": .stringConvertible(grace)])
        // On a thread of its own: a request that computes without end may hold all those of the tasks.
        let logger = logger
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(grace + 2)) {
            logger.warning("有请求没有按时结束，强制停止")
            Foundation.exit(0)
        }
    }
}
