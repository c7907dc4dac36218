import Web

/// The path of the calculator of legal deadlines.
enum DeadlinePath {
    static let page: Path<Never> = "/deadlines"
}
