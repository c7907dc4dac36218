import Database
import Logging
import Office
import ServiceLifecycle
import Synchronization

/// Holds the data's advisory lock as long as the site runs. One on a server is gone when its connection breaks, so it is looked
/// at, and taken again.
final class ServingLock: Service {
    private let place: OfficePlace
    private let lock: Mutex<AdvisoryLock>

    init(place: OfficePlace, lock: AdvisoryLock) {
        self.place = place
        self.lock = Mutex(lock)
    }

    func run() async throws {
        let logger = Logger(label: "server")
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(30))
                if await self.lock.withLock({ $0 }).isHeld { continue }
                do {
                    if let lock = try await AdvisoryLock.take(self.place.database, .shared) {
                        self.lock.withLock { $0 = lock }
                    } else {
                        logger.critical("数据正在搬家、恢复或者更换密钥，本站却还在运行。请停止本站")
                    }
                } catch {
                    logger.warning("没有重新取得数据的锁，30 秒后再试", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
