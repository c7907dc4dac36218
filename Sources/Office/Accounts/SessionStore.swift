import Database
import Foundation
import Markup

/// How long a session lasts.
package struct SessionLimits: Sendable, Equatable {
    /// Seconds without a request.
    package var idle: Double = 30 * 60
    /// Seconds in all.
    package var absolute: Double = 12 * 3600

    package init() {}
}

/// A session as its owner sees it in the list.
package struct DeskSession: Sendable, Equatable {
    package let id: Int
    package let accountID: Int
    package let madeAt: Date
    package let seenAt: Date
    package let address: String
    package let agent: String
}

/// Who is signed in. Sessions stand in the database, so that every node knows them and an end holds at once.
package struct SessionStore: Sendable {
    let database: AuditedDatabase
    package let limits = SessionLimits()

    init(_ database: AuditedDatabase) {
        self.database = database
    }

    /// How often at most a request is noted: not each of them is worth a write.
    private static let noting = 60.0

    /// Whose session a cookie's token is; nil where it ended, was idle too long, or never was.
    package func principal(_ token: String, at instant: Date) async throws -> Principal? {
        let hash = Hex.sha256(token)
        // Never from a replica: what ended on another node has ended here.
        let found = try await database.read(from: .primary) { db -> (Principal, Date)? in
            guard
                let row = try db.row(
                    """
                    select s.id, s.account_id, s.seen_at, s.expires_at, s.ended_at, a.login, a.name, a.state
                    from desk_session s join account a on a.id = s.account_id where s.token = \(hash)
                    """)
            else { return nil }
            let seen = try row.instant("seen_at")
            guard try row.optionalInt("ended_at") == nil, try row.instant("expires_at") > instant,
                seen.addingTimeInterval(limits.idle) > instant, try row.text("state") == Account.State.active.rawValue
            else { return nil }
            let id = try row.int("account_id")
            let principal = Principal(
                accountID: id, login: try row.text("login"), name: try row.text("name"), sessionID: try row.int("id"),
                grants: try AccountStore.grants(db, of: id)[id] ?? [])
            return (principal, seen)
        }
        guard let (principal, seen) = found else { return nil }
        if instant.timeIntervalSince(seen) > Self.noting {
            try await database.writeUnrecorded(because: "when a session was last seen, once a minute") { db in
                try db.execute("update desk_session set seen_at = \(instant) where token = \(hash)")
            }
        }
        return principal
    }

    /// The sessions of somebody that are still good, newest first.
    package func sessions(of account: Int, at instant: Date) async throws -> [DeskSession] {
        try await database.read(from: .primary) { db in
            try db.rows(
                """
                select id, account_id, made_at, seen_at, address, agent from desk_session
                where account_id = \(account) and ended_at is null and expires_at > \(instant)
                  and seen_at > \(instant.addingTimeInterval(-limits.idle)) order by made_at desc
                """
            ).map { row in
                DeskSession(
                    id: try row.int("id"), accountID: try row.int("account_id"), madeAt: try row.instant("made_at"),
                    seenAt: try row.instant("seen_at"), address: try row.text("address"), agent: try row.text("agent"))
            }
        }
    }

    /// Ends one session of an account, or all of them.
    ///
    /// - Parameter kept: the one that stays, of all.
    /// - Returns: how many ended.
    @discardableResult
    package func end(_ session: Int? = nil, besides kept: Int? = nil, of account: Int, by actor: Actor, at instant: Date) async throws
        -> Int
    {
        try await database.change(by: actor, at: instant) { change in
            let ended = try Self.end(session, besides: kept, of: account, change)
            if ended > 0 {
                try change.record(.accounts, "session.ended", subject: .account(account), facts: ["sessions": .number("\(ended)")])
            }
            return ended
        }
    }

    /// The same as a part of something that has an event of its own.
    @discardableResult
    static func end(_ session: Int? = nil, besides kept: Int? = nil, of account: Int, _ change: Change) throws -> Int {
        var conditions: [SQL] = ["account_id = \(account)", "ended_at is null"]
        if let session { conditions.append("id = \(session)") }
        if let kept { conditions.append("id <> \(kept)") }
        return try change.db.execute("update desk_session set ended_at = \(change.instant)\(where: conditions)")
    }

    static func insert(_ token: String, account: Int, address: String, agent: String, _ change: Change) throws {
        let limits = SessionLimits()
        // Sessions long over say nothing any more; that they were is in the events.
        try change.db.execute("delete from desk_session where expires_at < \(change.instant.addingTimeInterval(-30 * 86_400))")
        try change.db.execute(
            .insert(
                into: "desk_session",
                [
                    "token": Hex.sha256(token), "id": try Counter.next("desk_session", change.db), "account_id": account,
                    "made_at": change.instant,
                    "seen_at": change.instant, "expires_at": change.instant.addingTimeInterval(limits.absolute), "address": address,
                    "agent": String(agent.prefix(200)),
                ]))
    }
}
