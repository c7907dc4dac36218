/// How a transaction on one connection ended.
enum PostgresOutcome<T: Sendable>: Sendable {
    case done(T, position: Int64)
    /// Nothing has changed, and doing it again would end the same way.
    case failed(any Error)
    /// Nothing has changed; others stood in the way.
    case conflict(DatabaseError)
    /// Nothing has changed; the connection is gone.
    case broken(DatabaseError)
    /// The connection was lost between the sending of the commit and its answer.
    case unknown(DatabaseError)
    /// A replica that is not as far as it must be, or no replica.
    case behind
}

extension PostgresConnection {
    /// Numbers of the advisory lock that all writes to the same tables share, so that one may have it alone.
    private static let writeLock = "1735355239, hashtext(current_schema())"

    /// Queries on one unchanging state.
    ///
    /// - Parameter position: how far a replica must have come; nil on the primary.
    func read<T>(
        from position: Int64?, _ cancel: CancelSwitch, _ body: (any DriverTransaction) throws -> T
    ) -> PostgresOutcome<T> {
        let begin = "begin isolation level repeatable read read only"
        let transaction = PostgresTransaction(self)
        guard cancel.arm(self) else { return .failed(CancellationError()) }
        let result: Result<T, any Error> = Result {
            if let position {
                // First, and by itself: what it tells must be true of the state that is read afterwards.
                let answers = together([
                    """
                    select (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end
                      - '0/0'::pg_lsn)::bigint
                    """, begin,
                ])
                for answer in answers { _ = try answer.get() }
                guard let reached = try answers.first?.get().number, reached >= position else { throw Behind() }
            } else {
                _ = try command(begin)
            }
            return try body(transaction)
        }
        let isLive = cancel.disarm()
        if !isLive { spend() }
        // What the end of a reading transaction says changes nothing.
        if !isSpent, isInTransaction, (try? command("rollback")) == nil { spend() }
        switch result {
        case .success(let value) where transaction.serverFailure == nil: return .done(value, position: 0)
        case .success: return failed(transaction, nil, isLive)
        case .failure(is Behind): return .behind
        case .failure(let error): return failed(transaction, error, isLive)
        }
    }

    /// A transaction that may change the database.
    ///
    /// - Parameters:
    ///   - isExclusive: keeps all other writers out.
    ///   - tellPosition: asks where in the log the commit stands.
    func write<T>(
        isExclusive: Bool, tellPosition: Bool, _ cancel: CancelSwitch, _ body: (any DriverTransaction) throws -> T
    ) -> PostgresOutcome<T> {
        let transaction = PostgresTransaction(self)
        let shared = isExclusive ? "" : "_shared"
        guard cancel.arm(self) else { return .failed(CancellationError()) }
        let result: Result<T, any Error> = Result {
            // The lock comes first: what is seen afterwards holds what those did who had it before.
            let answers = together(
                (isExclusive ? ["set statement_timeout = 0"] : [])
                    + ["select pg_advisory_lock\(shared)(\(Self.writeLock))", "begin isolation level serializable"]
                    + (isExclusive ? ["reset statement_timeout"] : []))
            for answer in answers { _ = try answer.get() }
            let value = try body(transaction)
            try transaction.flush()
            return value
        }
        // A commit is never given up half-way.
        let isLive = cancel.disarm()
        guard isLive, case .success(let value) = result, transaction.serverFailure == nil else {
            if !isLive { spend() }
            // A primary that has become a replica: another one is to be found.
            let isDemoted = transaction.serverFailure?.state == "25006"
            if isDemoted { spend() }
            let error: (any Error)? = if case .failure(let error) = result { error } else { nil }
            let outcome: PostgresOutcome<T> = failed(transaction, error, isLive)
            giveUp()
            if isLive, isDemoted, case .failed(let error as DatabaseError) = outcome { return .broken(error) }
            return outcome
        }
        return commit(value, shared: shared, tellPosition: tellPosition)
    }

    private func commit<T>(_ value: T, shared: String, tellPosition: Bool) -> PostgresOutcome<T> {
        let answers = together(
            ["commit", "select pg_advisory_unlock\(shared)(\(Self.writeLock))"]
                + (tellPosition ? ["select (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint"] : []))
        switch answers[0] {
        // The server answers the commit of a failed transaction with the word for the other end.
        case .success(let commit) where commit.command == "COMMIT":
            // Not knowing the position, the next read must not be from a replica.
            let position = tellPosition ? (try? answers[2].get().number) ?? .max : 0
            if case .failure = answers[1] { spend() }
            return .done(value, position: position)
        case .success:
            giveUp()
            return .failed(DatabaseError.statement(sql: "commit", failure: .other, reason: "事务没有提交，什么都没有改动"))
        case .failure(let failure):
            if failure.isBroken { return .unknown(.unknownCommit(server: server, reason: failure.message)) }
            giveUp()
            let error = failure.error(sql: "commit", server: server)
            return failure.isConflict ? .conflict(error) : .failed(error)
        }
    }

    /// Ends the transaction without a trace and lets go of the lock.
    private func giveUp() {
        guard !isSpent else { return }
        for answer in together(["rollback", "select pg_advisory_unlock_all()", "reset statement_timeout"]) {
            if case .failure = answer { spend() }
        }
    }

    private func failed<T>(_ transaction: PostgresTransaction, _ error: (any Error)?, _ isLive: Bool) -> PostgresOutcome<T> {
        guard isLive else { return .failed(CancellationError()) }
        guard let failure = transaction.serverFailure ?? (error as? PostgresFailure) else {
            return .failed(error ?? CancellationError())
        }
        let translated = failure.error(sql: "begin", server: server)
        let told = error as? DatabaseError ?? translated
        if failure.isBroken { return .broken(told) }
        if failure.isConflict || failure.isStale { return .conflict(told) }
        return .failed(error is PostgresFailure ? translated : error ?? translated)
    }

    private struct Behind: Error {}
}
