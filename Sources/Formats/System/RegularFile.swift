import Glibc

/// A regular file (POSIX `S_IFREG`), open for reading. Every path that the program opens goes through here: a named pipe or a
/// device would block it or feed it without end, and a symbolic link in a folder that came from elsewhere would lead out of it.
package struct RegularFile: ~Copyable {
    /// The open file, for libraries that read from a descriptor. Ours to close.
    package let descriptor: Int32
    /// In bytes, when it was opened.
    package let size: Int
    /// Permission bits: 0o600.
    package let mode: UInt32
    private let path: String

    /// Opens a path that a person gave. It may itself be a link to a regular file.
    ///
    /// - Throws: `FileAccessError`.
    package init(_ path: String) throws(FileAccessError) {
        try self.init(path, in: AT_FDCWD, path: path, noFollow: false)
    }

    /// Opens a file that was found by walking a folder. Nothing below the folder may be a link, also when it was put there after
    /// the walk: each step is opened from the one before.
    ///
    /// - Parameters:
    ///   - names: the folders on the way and the file's own name, none of them `..`.
    /// - Throws: `FileAccessError`.
    package init(in folder: String, _ names: [String]) throws(FileAccessError) {
        let path = ([folder] + names).joined(separator: "/")
        var step = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard step >= 0 else { throw .now(path) }
        defer { close(step) }
        for name in names.dropLast() {
            let next = openat(step, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard next >= 0 else { throw errno == ELOOP || errno == ENOTDIR ? FileAccessError(path, .notRegular(.link)) : .now(path) }
            close(step)
            step = next
        }
        try self.init(names.last ?? "", in: step, path: path, noFollow: true)
    }

    private init(_ name: String, in folder: Int32, path: String, noFollow: Bool) throws(FileAccessError) {
        // Before opening, too: opening a device may already do something.
        var status = stat()
        guard fstatat(folder, name, &status, noFollow ? AT_SYMLINK_NOFOLLOW : 0) == 0 else { throw .now(path) }
        if let kind = EntryKind(mode: status.st_mode).unreadable { throw FileAccessError(path, .notRegular(kind)) }
        let descriptor = openat(folder, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (noFollow ? O_NOFOLLOW : 0))
        guard descriptor >= 0 else { throw errno == ELOOP && noFollow ? FileAccessError(path, .notRegular(.link)) : .now(path) }
        guard fstat(descriptor, &status) == 0 else {
            let error = FileAccessError.now(path)
            close(descriptor)
            throw error
        }
        if let problem = RegularFile.problem(status, found: noFollow) {
            close(descriptor)
            throw FileAccessError(path, problem)
        }
        (self.descriptor, self.path) = (descriptor, path)
        (size, mode) = (Int(status.st_size), status.st_mode & 0o7777)
    }

    /// - Parameter found: by walking a folder. An archive can make a hard link there to a file of the person who unpacks it: a
    ///   file that nobody else may read, under a second name, is not taken for a report.
    private static func problem(_ status: stat, found: Bool) -> FileAccessError.Reason? {
        if let kind = EntryKind(mode: status.st_mode).unreadable { return .notRegular(kind) }
        return found && status.st_nlink > 1 && status.st_mode & 0o077 == 0 ? .privateHardLink : nil
    }

    deinit { close(descriptor) }

    /// The next bytes, at most so many; nothing at the end.
    ///
    /// - Throws: `FileAccessError`.
    package func read(upTo count: Int) throws(FileAccessError) -> [UInt8] {
        while true {
            var got = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                got = Glibc.read(descriptor, buffer.baseAddress, count)
                filled = max(0, got)
            }
            if got >= 0 { return bytes }
            guard errno == EINTR else { throw .now(path) }
        }
    }

    /// The bytes from an offset on, at most so many; nothing behind the end.
    ///
    /// - Throws: `FileAccessError`.
    package func bytes(at offset: Int, count: Int) throws(FileAccessError) -> [UInt8] {
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw .now(path) }
        return try read(upTo: count)
    }

    /// All bytes.
    ///
    /// - Throws: `FileAccessError`, with the file's own size where it is larger than `limit` bytes.
    package func bytes(limit: Int) throws(FileAccessError) -> [UInt8] {
        if size > limit { throw FileAccessError(path, .tooLarge(bytes: size, limit: limit)) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        // It may grow meanwhile; some of `/proc` say that they have no size.
        while case let piece = try read(upTo: min(1 << 20, limit - bytes.count) + 1), !piece.isEmpty {
            bytes += piece
            if bytes.count > limit { throw FileAccessError(path, .tooLarge(bytes: bytes.count, limit: limit)) }
        }
        return bytes
    }

    /// All bytes of the file at a path that a person gave.
    ///
    /// - Throws: `FileAccessError`.
    package static func bytes(_ path: String, limit: Int = Limits.standard.fileBytes) throws(FileAccessError) -> [UInt8] {
        try RegularFile(path).bytes(limit: limit)
    }
}

/// What a name in a folder stands for (POSIX file types).
package enum EntryKind: Sendable, Hashable {
    case file, folder, link, pipe, socket, device

    init(mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
    }

    /// The kind of what a path names, a link by itself; nil where there is nothing.
    package init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(mode: status.st_mode)
    }

    /// Nil for a regular file.
    fileprivate var unreadable: EntryKind? { self == .file ? nil : self }

    package var title: String {
        switch self {
        case .file: "文件"
        case .folder: "文件夹"
        case .link: "链接"
        case .pipe: "管道"
        case .socket: "套接字"
        case .device: "设备"
        }
    }
}

/// Why a file cannot be read. The description is fit for whoever named the file.
package struct FileAccessError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case missing
        case notPermitted
        case notRegular(EntryKind)
        /// Of somebody's own, under a second name.
        case privateHardLink
        case tooLarge(bytes: Int, limit: Int)
        /// What the system says.
        case system(String)
    }

    package let path: String
    package let reason: Reason

    init(_ path: String, _ reason: Reason) {
        (self.path, self.reason) = (path, reason)
    }

    /// What the system has just said.
    static func now(_ path: String) -> FileAccessError {
        let reason: Reason =
            switch errno {
            case ENOENT, ENOTDIR: .missing
            case EACCES, EPERM: .notPermitted
            default: .system(SystemError.words(errno))
            }
        return FileAccessError(path, reason)
    }

    /// Without the path.
    package var message: String {
        switch reason {
        case .missing: "找不到文件。请检查路径。"
        case .notPermitted: "没有读取权限。请检查文件的权限。"
        case .notRegular(.folder): "是文件夹，不是文件。请写出其中的文件。"
        case .notRegular(let kind): "是\(kind.title)，不是普通文件，没有读取。请换成文件本身。"
        case .privateHardLink: "是只有本人可读的文件的另一个名字（硬链接），没有读取。确实要读时，请先复制一份。"
        case .tooLarge(let bytes, let limit): FormatError.tooLarge(bytes: bytes, limit: limit).description
        case .system(let text): "无法读取：\(text)。"
        }
    }

    package var description: String { "\(path)：\(message)" }
}
