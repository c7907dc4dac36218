import Database
import Foundation

/// How long somebody must wait after wrong passwords. Failures are counted by name and address together, so that a
/// guesser slows down nobody but himself. While an account is guessed at from everywhere, an address that it never signed
/// in from has one free try instead of five; nobody waits for what is done at other
/// addresses.
package enum SignInThrottle {
    /// So many failures are free.
    static let free = 5
    static let longest = 15.0 * 60
    /// Failures from all addresses together, within an hour, from which on unknown addresses have one free try.
    static let many = 100
    /// Seconds that an unknown address waits at least after its free try.
    static let spread = 30.0
    /// Seconds after which a failure no longer counts.
    static let memory = 24.0 * 3600
    /// Seconds after which an address is no longer known.
    static let acquaintance = 90.0 * 86_400

    /// What stands for the address of somebody whose address is unknown. Many may be behind it, so it is never known.
    package static let unknownAddress = "unknown"

    /// Seconds to wait after so many failures: 2, 4, 8 and so on, up to a quarter of an hour.
    static func delay(_ failures: Int) -> Double {
        failures < free ? 0 : min(longest, 2 * Double(1 << min(failures - free, 20)))
    }

    /// Seconds still to wait; 0 where one may try.
    static func wait(_ login: String, _ address: String, at instant: Date, _ db: ReadTransaction) throws -> Double {
        guard let (failures, since) = try own(login, address, at: instant, db) else { return 0 }
        var wait = delay(failures)
        if try !isKnown(login, address, db), try all(login, at: instant, db) >= many {
            wait = max(spread, delay(failures + free - 1))
        }
        return max(0, wait - since)
    }

    /// The same where somebody is signed in or holds a link: what others guess elsewhere is nothing to it.
    static func ownWait(_ login: String, _ place: String, at instant: Date, _ db: ReadTransaction) throws -> Double {
        guard let (failures, since) = try own(login, place, at: instant, db) else { return 0 }
        return max(0, delay(failures) - since)
    }

    /// True for an address that an account signed in from before.
    static func isKnown(_ login: String, _ address: String, _ db: ReadTransaction) throws -> Bool {
        guard address != unknownAddress else { return false }
        return try db.row("select address from known_address where login = \(login) and address = \(address)") != nil
    }

    /// The failures of a name at an address, and the seconds since the last.
    private static func own(_ login: String, _ address: String, at instant: Date, _ db: ReadTransaction) throws -> (Int, Double)? {
        let row = try db.row("select failures, last_at from sign_in_failure where login = \(login) and address = \(address)")
        guard let row else { return nil }
        let since = instant.timeIntervalSince(try row.instant("last_at"))
        return since < memory ? (try row.int("failures"), since) : nil
    }

    /// The failures of a name from all addresses within the last hour.
    private static func all(_ login: String, at instant: Date, _ db: ReadTransaction) throws -> Int {
        try db.row(
            """
            select coalesce(sum(failures), 0) as n from sign_in_failure
            where login = \(login) and last_at > \(instant.addingTimeInterval(-3600))
            """)?.int("n") ?? 0
    }

    /// Counts a failure.
    ///
    /// - Returns: how many there are now for the name and address; and a number that is worth an event: the last free one,
    ///   and the hundredth, of this address or of all.
    static func fail(_ login: String, _ address: String, _ change: Change) throws -> (failures: Int, notable: Int?) {
        try change.db.execute("delete from sign_in_failure where last_at < \(change.instant.addingTimeInterval(-memory))")
        let failures =
            try change.db.row(
                """
                insert into sign_in_failure (login, address, failures, last_at) values (\(login), \(address), 1, \(change.instant))
                on conflict (login, address) do update set failures = sign_in_failure.failures + 1, last_at = excluded.last_at
                returning failures
                """)?.int("failures") ?? 1
        if failures == free || failures == many { return (failures, failures) }
        return (failures, try all(login, at: change.instant, change.db) == many ? many : nil)
    }

    static func succeed(_ login: String, _ address: String, _ change: Change) throws {
        try forgive(login, address, change)
        guard address != unknownAddress else { return }
        try change.db.execute("delete from known_address where last_at < \(change.instant.addingTimeInterval(-acquaintance))")
        try change.db.execute(
            """
            insert into known_address (login, address, last_at) values (\(login), \(address), \(change.instant))
            on conflict (login, address) do update set last_at = excluded.last_at
            """)
    }

    static func forgive(_ login: String, _ address: String, _ change: Change) throws {
        try change.db.execute("delete from sign_in_failure where login = \(login) and address = \(address)")
    }
}
