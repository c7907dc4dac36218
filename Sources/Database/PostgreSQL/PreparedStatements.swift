/// The statements that one connection has prepared, the most recently used ones. A statement may be there more than
/// once, with values of different types.
struct PreparedStatements {
    struct Entry {
        let name: String
        let types: [PostgresType]
        var used: Int
    }

    static let limit = 256

    /// Names that the server may forget.
    private(set) var dropped: [String] = []
    private var entries: [String: [Entry]] = [:]
    private var count = 0
    private var clock = 0

    /// The name of a prepared statement that takes values of those types.
    mutating func name(_ sql: String, _ types: [PostgresType]) -> String? {
        guard var known = entries[sql],
            let index = known.firstIndex(where: { entry in
                zip(entry.types, types).allSatisfy { $0 == $1 || $1 == .unknown }
            })
        else { return nil }
        clock += 1
        known[index].used = clock
        entries[sql] = known
        return known[index].name
    }

    /// A name for a statement that is to be prepared.
    func newName() -> String { "s\(clock + 1)" }

    /// Remembers a statement that the server has prepared, and lets the one go that was not used for longest.
    mutating func add(_ sql: String, _ types: [PostgresType], name: String) {
        clock += 1
        entries[sql, default: []].append(Entry(name: name, types: types, used: clock))
        count += 1
        guard count > Self.limit else { return }
        let oldest = entries.lazy.flatMap { sql, known in known.map { (sql, $0) } }.min { $0.1.used < $1.1.used }
        guard let (oldSQL, old) = oldest else { return }
        entries[oldSQL]?.removeAll { $0.name == old.name }
        if entries[oldSQL]?.isEmpty == true { entries[oldSQL] = nil }
        count -= 1
        dropped.append(old.name)
    }

    /// Takes the names that the server may forget.
    mutating func takeDropped() -> [String] {
        defer { dropped = [] }
        return dropped
    }
}
