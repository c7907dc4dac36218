import Database
import Office
import Terminal

extension DataOptions {
    /// Opens everything for the site, and holds the data's lock for it: nobody moves them or changes their keys meanwhile.
    ///
    /// - Throws: `Refusal`; `ExitCode` after the reason was told.
    func served() async throws -> (Records, ServingLock) {
        let place = try place
        let lock = try await DataOptions.telling(place) {
            try place.makeFolder()
            return try await AdvisoryLock.take(place.database, .shared)
        }
        guard let lock else { throw Refusal("\(place) 正在搬家、恢复或者更换密钥。请等它结束再启动网站。") }
        return (try await records(.begun), ServingLock(place: place, lock: lock))
    }
}
