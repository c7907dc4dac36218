import ArgumentParser

/// What a command's end tells the shell.
enum Exit {
    /// A check found an error; an identity number is wrong.
    static let error = ExitCode(1)
    /// A file could not be read, the command was used wrongly, or could not do its work.
    static let unreadable = ExitCode(2)

    /// Does the work, or tells why it cannot be done and leaves.
    static func unreadable<T>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch {
            Console.complain("错误：\(error)")
            throw unreadable
        }
    }
}

/// A command cannot do what it was asked, for a reason that the person can mend.
struct Refusal: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
