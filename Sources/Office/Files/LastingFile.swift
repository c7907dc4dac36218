import Formats
import Foundation

/// Files that are there whole or not at all, and are still there after a loss of power.
enum LastingFile {
    /// What the system said of a path.
    struct Failure: Error, Equatable {
        let path: String
        let code: Int32

        /// What the system has just said.
        static func now(_ path: String) -> Failure { Failure(path: path, code: errno) }

        var reason: String { SystemError.words(code) }
    }

    /// Makes a new file that nobody but the program's user may read.
    ///
    /// - Throws: `Failure` with `EEXIST` where the name is taken; nothing is left beside it then.
    static func make(_ path: String, _ bytes: [UInt8]) throws(Failure) {
        // Under a name of its own first: whoever finds the file finds all of it.
        let draft = path + ".part-" + UUID().uuidString
        defer { unlink(draft) }
        try write(bytes, to: draft, mode: 0o600)
        guard link(draft, path) == 0 else { throw .now(path) }
        try syncFolder(of: path)
    }

    /// Writes a file that must not be there yet, and its content lasts; its name lasts once its folder is synced.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw .now(path) }
        defer { close(file) }
        try write(bytes, to: file, path)
        guard fsync(file) == 0 else { throw .now(path) }
    }

    /// Writes bytes into an open file, all of them.
    static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress.map { $0 + written }, bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .now(path) }
            written += count
        }
    }

    /// Makes a folder for the program's user alone, and those above it that are not there.
    ///
    /// - Returns: the uppermost one that was made; nil where the folder was there already.
    @discardableResult
    static func makeFolder(_ path: String) throws(Failure) -> String? {
        if mkdir(path, 0o700) == 0 { return path }
        if errno == EEXIST {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw Failure(path: path, code: ENOTDIR) }
            return nil
        }
        let above = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard errno == ENOENT, above != path else { throw .now(path) }
        let made = try makeFolder(above)
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .now(path) }
        return made ?? path
    }

    /// Gives a file another name, which lasts.
    static func rename(_ path: String, to name: String) throws(Failure) {
        guard Foundation.rename(path, name) == 0 else { throw .now(name) }
        try syncFolder(of: name)
    }

    /// Makes the names in a folder last.
    static func sync(folder: String) throws(Failure) {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw .now(folder) }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw .now(folder) }
    }

    /// Makes the name of a file or folder last.
    static func syncFolder(of path: String) throws(Failure) {
        try sync(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }
}
