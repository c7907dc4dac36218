import Database
import Foundation

extension Records {
    /// Puts a new master key in the place of the old one and seals personal data anew.
    ///
    /// The new key is in its file before the database needs it, under a name of its own, and takes the old one's name
    /// after that: a loss of power in between leaves both.
    ///
    /// - Parameter keyFile: nil where the key stands in the environment.
    /// - Returns: the new master key.
    public func rotateKeys(keyFile: String?, at instant: Date) async throws -> MasterKey {
        let draft = keyFile.map { $0 + ".new" }
        if let draft, FileManager.default.fileExists(atPath: draft) {
            throw KeyError.unreadable(path: draft, reason: "上次更换没有完成，请先确认哪一个密钥能打开数据")
        }
        let new = try draft.map { draft throws(KeyError) in try MasterKey.file(draft) } ?? MasterKey.random()
        do {
            _ = try await keys.rotated(database, from: master, to: new, by: .program, at: instant)
        } catch {
            // Where nobody knows whether the change was kept, the new key may be the only one that opens the data.
            let isUnknown = if case DatabaseError.unknownCommit? = error as? DatabaseError { true } else { false }
            if let draft, !isUnknown { unlink(draft) }
            throw error
        }
        if let draft, let keyFile, rename(draft, keyFile) != 0 {
            throw KeyError.unreadable(path: keyFile, reason: String(cString: strerror(errno)))
        }
        return new
    }
}
