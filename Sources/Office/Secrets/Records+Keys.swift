import Database
import Foundation

extension Records {
    /// Puts a new master key in the place of the old one and seals personal data anew.
    ///
    /// The new key is in a file before the database needs it, and stays there whatever happens: where nobody can tell
    /// whether the change was kept, it may be the only key that opens the data.
    ///
    /// - Parameter newKeyFile: where the new key goes, made where it is not there yet. Nil for the key file beside an
    ///   SQLite file: the new key waits in `key.new` and takes the old one's name when the database has it; should the
    ///   power go in between, the next start does that.
    /// - Returns: the file that the new key is in.
    /// - Throws: `KeyError`, `DatabaseError`.
    @discardableResult
    package func rotateKeys(newKeyFile: String?, by actor: Actor = .program, at instant: Date) async throws -> String {
        let own = keyFile
        if let own, newKeyFile != nil { throw KeyError.keyFileStands(path: own) }
        guard let path = newKeyFile ?? own.map(Records.waiting) else { throw KeyError.newKeyFileMissing }
        // What waits there from an attempt that failed opened nothing, or this program would not have started.
        let new = try MasterKey.file(path)
        guard new.base64 != master.base64 else { throw KeyError.sameKey(path: path) }
        try await keys.rotate(database, from: master, to: new, personal: house.personal, by: actor, at: instant)
        guard let own else { return path }
        try Records.take(path, as: own)
        return own
    }

    /// Where the new key of a key file waits for the database.
    static func waiting(_ keyFile: String) -> String { keyFile + ".new" }

    static func take(_ waiting: String, as keyFile: String) throws(KeyError) {
        do { try LastingFile.rename(waiting, to: keyFile) } catch { throw .unreadable(path: keyFile, reason: error.reason) }
    }
}
