import Database
import Foundation
import Markup

/// The queue of background jobs: rows of the database, so that a job is made in the transaction of the change that asks for it, and
/// outlives the program.
package struct JobQueue: Sendable {
    /// A job that a worker has taken.
    package struct Taken: Sendable, Equatable {
        package let id: Int
        package let kind: String
        package let payload: JSONValue
        package let attempt: Int
    }

    let database: AuditedDatabase

    /// Takes the job that is due for longest, and has it until `lease` is over. Workers on other nodes pass it over meanwhile.
    ///
    /// - Parameter lease: longer than the work may take; after it the worker counts as dead.
    package func take(_ kinds: [JobKind], at instant: Date) async throws -> Taken? {
        try await database.writeUnrecorded(because: "who works on a job is no change of what the office keeps", isApart: true) { db in
            let names = kinds.map(\.name)
            let row = try db.row(
                """
                select id, kind, payload, attempts from job
                where failed_at is null and due_at <= \(instant) and (taken_until is null or taken_until <= \(instant))
                  and kind in (\(list: names))
                order by due_at, id limit 1\(db.skippingLocked)
                """)
            guard let row else { return nil }
            let (id, name, attempt) = (try row.int("id"), try row.text("kind"), try row.int("attempts") + 1)
            let limit = kinds.first { $0.name == name }?.limit ?? .zero
            // Twice the limit: a worker that is cut off has time to say so.
            let end = instant + 2 * limit.seconds + 1
            try db.execute("update job set taken_until = \(end), attempts = \(attempt) where id = \(id)")
            let payload = try JSONValue.values(in: Array(row.text("payload").utf8)).first ?? .null
            return Taken(id: id, kind: name, payload: payload, attempt: attempt)
        }
    }

    /// The job is done, unless another worker has it meanwhile (the attempt is a fencing token): what came of it is in the tables and events of its capability.
    package func finish(_ job: Taken) async throws {
        try await database.writeUnrecorded(because: "what a job did is recorded by its own change") { db in
            try db.execute("delete from job where id = \(job.id) and attempts = \(job.attempt)")
        }
    }

    /// The job failed, unless another worker has it meanwhile: it is tried again later, or given up after its last attempt.
    ///
    /// - Parameter reason: for an operator; no personal data.
    /// - Returns: true if it was given up.
    @discardableResult
    package func fail(_ job: Taken, of kind: JobKind, because reason: String, at instant: Date) async throws -> Bool {
        let isLast = job.attempt >= kind.attempts
        let (due, failed) = (instant + JobKind.pause(after: job.attempt), isLast ? instant : nil)
        try await database.writeUnrecorded(because: "a failed attempt changes nothing but the queue") { db in
            try db.execute(
                """
                update job set taken_until = null, due_at = \(due), failed_at = \(failed), error = \(String(reason.prefix(500)))
                where id = \(job.id) and attempts = \(job.attempt)
                """)
        }
        return isLast
    }

    /// How many jobs wait, and how many were given up: what an operator watches.
    package func figures() async throws -> (waiting: Int, failed: Int) {
        try await database.read { db in
            let row = try db.row(
                """
                select coalesce(sum(case when failed_at is null then 1 else 0 end), 0) as waiting,
                  coalesce(sum(case when failed_at is not null then 1 else 0 end), 0) as failed from job
                """)
            return (try row?.int("waiting") ?? 0, try row?.int("failed") ?? 0)
        }
    }

    /// When the next job is due; nil if none waits.
    package func nextDue() async throws -> Date? {
        try await database.read { db in
            try db.row("select min(due_at) as due from job where failed_at is null")?.optionalInstant("due")
        }
    }
}

extension Change {
    /// Puts a job into the queue, in the transaction of this change.
    ///
    /// - Parameters:
    ///   - payload: ids, and never personal data.
    ///   - due: it is not done before; nil for at once.
    /// - Returns: its id.
    @discardableResult
    package func later(_ kind: JobKind, _ payload: JSONValue, due: Date? = nil) throws -> Int {
        let id = try Counter.next("job", db)
        try db.execute(
            .insert(
                into: "job",
                [
                    "id": id, "kind": kind.name, "payload": payload.description, "made_at": instant, "due_at": due ?? instant,
                    "attempts": 0,
                ]))
        return id
    }
}

extension Duration {
    /// As a number of seconds.
    var seconds: TimeInterval { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Records {
    /// The background jobs.
    package var jobs: JobQueue { JobQueue(database: audited) }
}
