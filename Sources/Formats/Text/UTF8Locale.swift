import Glibc

/// A locale whose characters are UTF-8. libarchive asks the thread's locale what names are in, and in the one that a program
/// begins with it drops or refuses all that is not ASCII.
enum UTF8Locale {
    /// Does the work on this thread in that locale.
    static func use<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return try work() }
        let previous = uselocale(locale)
        defer {
            uselocale(previous)
            freelocale(locale)
        }
        return try work()
    }
}
