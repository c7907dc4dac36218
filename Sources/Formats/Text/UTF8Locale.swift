import Glibc

/// A locale whose characters are UTF-8. libarchive asks the thread's locale what names are in, and in the one that a program
/// begins with it drops or refuses all that is not ASCII.
enum UTF8Locale {
    /// Made once and never freed: making one reads files. Threads may share it, since nothing changes it.
    nonisolated(unsafe) private static let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)

    /// Does the work on this thread in that locale.
    static func use<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        guard let locale else { return try work() }
        let previous = uselocale(locale)
        defer { uselocale(previous) }
        return try work()
    }
}
