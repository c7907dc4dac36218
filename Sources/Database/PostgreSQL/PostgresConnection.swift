import CPostgreSQL
import Dispatch
import Foundation

/// One connection and the queue on which all its waiting is done: no thread of Swift's own pool ever waits for the
/// server. All but `cancelHandle` and `perform` belongs to that queue, or, while nothing runs on it, to whoever took the
/// connection out of its pool: there is one such at a time, and each call waits for the end of what it has begun.
final class PostgresConnection: @unchecked Sendable {
    let server: String
    /// True once the connection must not be used again.
    private(set) var isSpent = false
    /// Tells the server, from any thread, to give up what the connection is at.
    let cancelHandle: OpaquePointer?
    private var handle: OpaquePointer?
    private let queue = DispatchQueue(label: "gongkai.postgres")
    private var statements = PreparedStatements()

    /// Connects, and waits for it.
    init(_ address: PostgresAddress, replica: PostgresAddress.Host? = nil) throws(DatabaseError) {
        server = replica.map { "\($0.name):\($0.port)" } ?? address.description
        let parameters = Array(address.connection(to: replica))
        let keywords = parameters.map { strdup($0.key) }
        let values = parameters.map { strdup($0.value) }
        defer { (keywords + values).forEach { free($0) } }
        let connection = PQconnectdbParams(keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 0)
        guard let connection else { throw .cannotConnect(server: server, reason: "内存不足") }
        guard PQstatus(connection) == CONNECTION_OK else {
            let reason = address.redacted(Self.message(connection))
            PQfinish(connection)
            throw .cannotConnect(server: server, reason: reason)
        }
        handle = connection
        cancelHandle = PQgetCancel(connection)
        // Notices (a table that is there already) would go to standard error.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        do throws(PostgresFailure) {
            // An acknowledged write survives; how many replicas must have it is the server's own setting.
            try command(
                "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'")
        } catch {
            throw .cannotConnect(server: server, reason: error.message)
        }
    }

    /// Connects on a thread that may wait for the network: none of Swift's own.
    static func open(_ address: PostgresAddress, replica: PostgresAddress.Host? = nil) async throws -> PostgresConnection {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try PostgresConnection(address, replica: replica) })
            }
        }
    }

    deinit {
        if let cancelHandle { PQfreeCancel(cancelHandle) }
        if let handle { PQfinish(handle) }
    }

    /// Runs `work` on the connection's queue.
    func perform<T: Sendable>(_ work: @escaping @Sendable (PostgresConnection) -> T) async -> T {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work(self)) }
        }
    }

    /// The version of the server as a number: 150018.
    var serverVersion: Int { Int(PQserverVersion(handle)) }

    /// True between the begin of a transaction and its end.
    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

    /// Makes the connection one that is not used again.
    func spend() { isSpent = true }

    /// Runs one or several commands without values.
    @discardableResult
    func command(_ sql: String) throws(PostgresFailure) -> PostgresResult {
        try checked(PQexec(handle, sql))
    }

    /// Runs a statement with its parameters, preparing it if this connection has not done so before.
    func run(_ sql: SQL) throws(PostgresFailure) -> PostgresResult {
        let name = try prepared(sql)
        return try withParameters(sql.values) { count, pointers, lengths, formats throws(PostgresFailure) in
            try checked(PQexecPrepared(handle, name, count, pointers, lengths, formats, 1))
        }
    }

    /// Sends several statements of one transaction at once and waits for all of their answers (pipelining). After one that failed
    /// the server carries out none.
    ///
    /// - Returns: an answer or a failure for each.
    func run(together statements: [SQL]) -> [Result<PostgresResult, PostgresFailure>] {
        var answers: [Result<PostgresResult, PostgresFailure>] = []
        do throws(PostgresFailure) {
            var names: [String] = []
            for sql in statements { names.append(try prepared(sql)) }
            guard PQenterPipelineMode(handle) == 1 else { throw failure() }
            for (sql, name) in zip(statements, names) {
                try withParameters(sql.values) { count, pointers, lengths, formats throws(PostgresFailure) in
                    guard PQsendQueryPrepared(handle, name, count, pointers, lengths, formats, 1) == 1 else { throw failure() }
                }
            }
            guard PQpipelineSync(handle) == 1 else { throw failure() }
            while answers.count < statements.count { answers.append(try nextInPipeline()) }
            guard let sync = PQgetResult(handle), PostgresResult(sync).status == PGRES_PIPELINE_SYNC else { throw failure() }
            guard PQexitPipelineMode(handle) == 1 else { throw failure() }
        } catch {
            while answers.count < statements.count { answers.append(.failure(error)) }
        }
        return answers
    }

    /// The answer to the next statement of a pipeline; the library says with nothing where it ends.
    private func nextInPipeline() throws(PostgresFailure) -> Result<PostgresResult, PostgresFailure> {
        guard let pointer = PQgetResult(handle) else { throw failure() }
        let result = PostgresResult(pointer)
        while let further = PQgetResult(handle) {
            PQclear(further)
            guard PQstatus(handle) == CONNECTION_OK else { break }
        }
        if result.status == PGRES_PIPELINE_ABORTED {
            return .failure(PostgresFailure(state: "25P02", message: "前面的语句失败了", isBroken: false))
        }
        return result.isFailure ? .failure(failure(result)) : .success(result)
    }

    /// The name of the prepared statement, which is made where this connection has it not.
    func prepared(_ sql: SQL) throws(PostgresFailure) -> String {
        let (text, types) = (sql.numbered, sql.values.map(\.postgresType))
        if let known = statements.name(text, types) { return known }
        let name = statements.newName()
        let oids = types.map(\.rawValue)
        try checked(PQprepare(handle, name, text, Int32(oids.count), oids))
        statements.add(text, types, name: name)
        return name
    }

    /// Runs a command without values, with the answer in the binary form.
    func query(_ sql: String) throws(PostgresFailure) -> PostgresResult {
        try checked(PQexecParams(handle, sql, 0, nil, nil, nil, nil, 1))
    }

    /// Sends several commands at once, each a transaction of its own unless one of them begins one, and gives an
    /// answer or a failure for each.
    func together(_ commands: [String]) -> [Result<PostgresResult, PostgresFailure>] {
        let dropped = statements.takeDropped().map { "deallocate \($0)" }
        var answers: [Result<PostgresResult, PostgresFailure>] = []
        do throws(PostgresFailure) {
            guard PQenterPipelineMode(handle) == 1 else { throw failure() }
            for command in dropped + commands {
                guard PQsendQueryParams(handle, command, 0, nil, nil, nil, nil, 1) == 1, PQpipelineSync(handle) == 1 else {
                    throw failure()
                }
            }
            while answers.count < dropped.count + commands.count { answers.append(try nextAnswer()) }
            guard PQexitPipelineMode(handle) == 1 else { throw failure() }
        } catch {
            while answers.count < dropped.count + commands.count { answers.append(.failure(error)) }
        }
        return Array(answers.dropFirst(dropped.count))
    }

    /// The answer to one of the commands that were sent together.
    private func nextAnswer() throws(PostgresFailure) -> Result<PostgresResult, PostgresFailure> {
        var answer: Result<PostgresResult, PostgresFailure>?
        // Nothing stands between one command's answer and the next one's, once. Where nothing comes again and again the library has
        // no command left to wait for, as after a server that was lost in the middle: it would say so for ever.
        var nothings = 0
        while true {
            guard let pointer = PQgetResult(handle) else {
                nothings += 1
                if nothings > 4 || PQstatus(handle) != CONNECTION_OK { throw failure() }
                continue
            }
            nothings = 0
            let result = PostgresResult(pointer)
            if result.status == PGRES_PIPELINE_SYNC {
                guard let answer else { throw failure() }
                return answer
            }
            if answer == nil { answer = result.isFailure ? .failure(failure(result)) : .success(result) }
            if PQstatus(handle) != CONNECTION_OK, let answer { return answer }
        }
    }

    // MARK: - Failures

    @discardableResult
    private func checked(_ pointer: OpaquePointer?) throws(PostgresFailure) -> PostgresResult {
        guard let pointer else { throw failure() }
        let result = PostgresResult(pointer)
        if result.isFailure { throw failure(result) }
        return result
    }

    private func failure(_ result: PostgresResult) -> PostgresFailure {
        var failure = PostgresFailure(state: result.state, message: result.message, constraint: result.constraint, isBroken: false)
        failure.isBroken = PQstatus(handle) != CONNECTION_OK || failure.state.hasPrefix("57P")
        // A server that has become a replica, and prepared statements that no longer fit, are left behind.
        if failure.isBroken || failure.isStale { isSpent = true }
        return failure
    }

    /// What the library says of the connection itself.
    private func failure() -> PostgresFailure {
        isSpent = true
        return PostgresFailure(state: "", message: Self.message(handle), isBroken: true)
    }

    private static func message(_ connection: OpaquePointer?) -> String {
        String(cString: PQerrorMessage(connection)).split(separator: "\n").map { $0.trimmingPrefix { $0.isWhitespace } }
            .joined(separator: "；")
    }

    // MARK: - Values

    private func withParameters<T>(
        _ values: [SQLValue],
        _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) throws(PostgresFailure) -> T
    ) throws(PostgresFailure) -> T {
        var buffer: [UInt8] = []
        var places: [Range<Int>] = []
        places.reserveCapacity(values.count)
        for value in values {
            let start = buffer.count
            value.appendPostgres(to: &buffer)
            places.append(start..<buffer.count)
        }
        // So that an empty value has an address too: without one it would be null.
        buffer.append(0)
        let result: Result<T, PostgresFailure> = buffer.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                let pointers: [UnsafePointer<CChar>?] = zip(values, places).map { value, place in
                    value == .null ? nil : characters.baseAddress.map { $0 + place.lowerBound }
                }
                return Result { () throws(PostgresFailure) in
                    try body(Int32(values.count), pointers, places.map { Int32($0.count) }, values.map { _ in 1 })
                }
            }
        }
        return try result.get()
    }
}
