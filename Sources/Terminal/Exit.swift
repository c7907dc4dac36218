import ArgumentParser

/// What a command's end tells the shell.
package enum Exit {
    /// A check found an error; an identity number is wrong.
    package static let error = ExitCode(1)
    /// A file could not be read, the command was used wrongly, or could not do its work.
    package static let unreadable = ExitCode(2)

    /// Does the work, or tells why it cannot be done and leaves.
    package static func unreadable<T>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch {
            Console.complain("错误：\(error)")
            throw unreadable
        }
    }
}
