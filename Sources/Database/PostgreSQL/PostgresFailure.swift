/// What the server or the way to it said against a command.
struct PostgresFailure: Error {
    /// Five characters of the SQL standard; empty where the connection itself failed.
    var state: String
    var message: String
    /// The constraint that was broken, where the server names one.
    var constraint = ""
    /// True if the connection is of no use any more.
    var isBroken: Bool

    /// Another transaction stood in the way: the same one may get through when it is tried again.
    var isConflict: Bool { ["40001", "40P01"].contains(state) }

    /// What the server keeps of a prepared statement no longer fits the tables, or it is gone.
    var isStale: Bool { state == "26000" || (state == "0A000" && message.contains("cached plan")) }

    /// True where going back to a savepoint does not help: the transaction must be done anew, or elsewhere.
    var endsTransaction: Bool { isBroken || isConflict || isStale || state == "25006" }

    var kind: DatabaseError.Failure {
        switch state {
        case "23505": .unique
        case "23503": .foreignKey
        case _ where state.hasPrefix("23"): .constraint
        case "40001", "40P01", "55P03", "53300": .busy
        case "25006": .readOnly
        case "53100": .full
        case "57014": .timeout
        case "XX001", "XX002": .damaged
        default: .other
        }
    }

    /// Classes of states whose messages speak of the statement, the structure or the server: in those of all others
    /// there may be what somebody typed.
    private static let plainClasses: Set<String> = ["0A", "25", "26", "40", "42", "53", "55", "57", "58"]

    /// What may stand in a log: the state, and the server's words only where they repeat no value.
    var reason: String {
        if state.isEmpty { return message }
        if kind == .damaged || Self.plainClasses.contains(String(state.prefix(2))) { return "SQLSTATE \(state)，\(message)" }
        return "SQLSTATE \(state)" + (constraint.isEmpty ? "" : "，约束 \(constraint)")
    }

    /// The error as callers see it.
    func error(sql: String, server: String) -> DatabaseError {
        isBroken ? .connectionLost(server: server, reason: message) : .statement(sql: sql, failure: kind, reason: reason)
    }
}
