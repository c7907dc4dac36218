import Database
import Foundation

/// How long somebody must wait after wrong passwords. Failures are counted by name and address together, so that a
/// guesser slows down nobody but himself; many failures from everywhere slow down only addresses that the account
/// never signed in from.
enum SignInThrottle {
    /// So many failures are free.
    static let free = 5
    static let longest = 15.0 * 60
    /// Failures from all addresses together, within an hour, from which on unknown addresses wait.
    static let many = 100
    static let spread = 30.0
    /// Seconds after which a failure no longer counts.
    static let memory = 24.0 * 3600

    /// Seconds to wait after so many failures: 2, 4, 8 and so on, up to a quarter of an hour.
    static func delay(_ failures: Int) -> Double {
        failures < free ? 0 : min(longest, 2 * Double(1 << min(failures - free, 20)))
    }

    /// Seconds still to wait; 0 where one may try.
    static func wait(_ login: String, _ address: String, at instant: Date, _ db: Reader) throws -> Double {
        let now = instant.timeIntervalSince1970
        let own = try db.row(
            "select failures, last_at from sign_in_failure where login = ? and address = ?", [.text(login), .text(address)])
        var wait = 0.0
        if let own, now - (try own.instant("last_at").timeIntervalSince1970) < memory {
            wait = delay(try own.int("failures")) - (now - (try own.instant("last_at").timeIntervalSince1970))
        }
        let isKnown =
            try db.row("select address from known_address where login = ? and address = ?", [.text(login), .text(address)]) != nil
        if !isKnown,
            let all = try db.row(
                "select coalesce(sum(failures), 0) as n, max(last_at) as last_at from sign_in_failure where login = ? and last_at > ?",
                [.text(login), SQLValue(instant.addingTimeInterval(-3600))]),
            try all.int("n") >= many
        {
            wait = max(wait, spread - (now - (try all.instant("last_at").timeIntervalSince1970)))
        }
        return max(0, wait)
    }

    /// - Returns: how many failures there are now.
    static func fail(_ login: String, _ address: String, at instant: Date, _ db: Writer) throws -> Int {
        try db.execute("delete from sign_in_failure where last_at < ?", [SQLValue(instant.addingTimeInterval(-memory))])
        return try db.row(
            """
            insert into sign_in_failure (login, address, failures, last_at) values (?, ?, 1, ?)
            on conflict (login, address) do update set failures = sign_in_failure.failures + 1, last_at = excluded.last_at
            returning failures
            """, [.text(login), .text(address), SQLValue(instant)])?.int("failures") ?? 1
    }

    static func succeed(_ login: String, _ address: String, at instant: Date, _ db: Writer) throws {
        try db.execute("delete from sign_in_failure where login = ? and address = ?", [.text(login), .text(address)])
        try db.execute(
            """
            insert into known_address (login, address, last_at) values (?, ?, ?)
            on conflict (login, address) do update set last_at = excluded.last_at
            """, [.text(login), .text(address), SQLValue(instant)])
    }
}
