import Crypto
import Foundation
import Synchronization

/// How much of something one address or one account may do: `burst` at once, then `perSecond`.
package struct RateRule: Sendable, Equatable {
    /// What is limited; a bucket of one name is never filled by another.
    package let name: String
    package let burst: Double
    package let perSecond: Double

    package init(_ name: String, burst: Double, perSecond: Double) {
        self.name = name
        self.burst = burst
        self.perSecond = perSecond
    }

    /// Files to be read: a clerk's batch passes, a program that goes on and on does not.
    package static let uploads = RateRule("uploads", burst: 40, perSecond: 0.5)
    /// Attempts to sign in, by address: an office of people behind one address, not a list of passwords.
    package static let signIn = RateRule("sign-in", burst: 20, perSecond: 0.2)
}

/// Whose bucket it is.
package struct RateKey: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// An address, IPv6 by its network of 64 bits. Those without an address share a bucket.
    package static func address(_ address: NetworkAddress?) -> RateKey {
        guard let household = address?.household else { return RateKey(high: 0, low: 0) }
        return RateKey(high: household.high, low: household.low)
    }

    /// An account by whatever was typed for its name: only a digest is kept, so that length costs nothing.
    package static func account(_ name: String) -> RateKey {
        var digest = SHA256.hash(data: Data(name.utf8)).makeIterator()
        func half() -> UInt64 { (0..<8).reduce(0) { value, _ in value << 8 | UInt64(digest.next() ?? 0) } }
        return RateKey(high: half(), low: half())
    }
}

/// Token buckets in bounded memory.
///
/// Each rule keeps at most `capacity` buckets. When they are used up, those that are full again go first, since a full
/// bucket says nothing; then the eighth that was idle longest. So many addresses can make the limit forget, never
/// lock out somebody else.
package final class RateLimits: Sendable {
    /// What a bucket says.
    package enum Answer: Sendable, Equatable {
        case allowed
        /// `retryAfter` in whole seconds; `isFirst` if the one before was still allowed.
        case refused(retryAfter: Int, isFirst: Bool)
    }

    private struct Bucket {
        var tokens: Double
        var updated: Double
        var hasRefused = false
    }

    private let capacity: Int
    private let buckets = Mutex<[String: [RateKey: Bucket]]>([:])

    package init(capacity: Int = 50_000) {
        self.capacity = max(capacity, 8)
    }

    /// Takes a token if there is one.
    package func take(_ rule: RateRule, key: RateKey, at now: Date) -> Answer {
        let seconds = now.timeIntervalSince1970
        return buckets.withLock { all in
            if all[rule.name]?[key] == nil, all[rule.name]?.count ?? 0 >= capacity {
                Self.shrink(&all[rule.name, default: [:]], rule, seconds, to: capacity - capacity / 8)
            }
            return Self.take(&all[rule.name, default: [:]][key, default: Bucket(tokens: rule.burst, updated: seconds)], rule, seconds)
        }
    }

    /// Gives a token back that turned out not to be owed.
    package func giveBack(_ rule: RateRule, key: RateKey) {
        buckets.withLock { all in
            guard let tokens = all[rule.name]?[key]?.tokens else { return }
            all[rule.name]?[key]?.tokens = min(rule.burst, tokens + 1)
        }
    }

    /// True if there was a token.
    package func allow(_ rule: RateRule, key: RateKey, at now: Date) -> Bool {
        take(rule, key: key, at: now) == .allowed
    }

    /// How many buckets a rule keeps.
    package func count(_ rule: RateRule) -> Int { buckets.withLock { $0[rule.name]?.count ?? 0 } }

    private static func take(_ bucket: inout Bucket, _ rule: RateRule, _ now: Double) -> Answer {
        // A clock that was set back gives nothing and takes nothing.
        bucket.tokens = min(rule.burst, bucket.tokens + max(now - bucket.updated, 0) * rule.perSecond)
        bucket.updated = now
        if bucket.tokens >= 1 {
            bucket.tokens -= 1
            bucket.hasRefused = false
            return .allowed
        }
        defer { bucket.hasRefused = true }
        let wait = rule.perSecond > 0 ? ((1 - bucket.tokens) / rule.perSecond).rounded(.up) : 3_600
        return .refused(retryAfter: Int(min(max(wait, 1), 86_400)), isFirst: !bucket.hasRefused)
    }

    private static func shrink(_ buckets: inout [RateKey: Bucket], _ rule: RateRule, _ now: Double, to count: Int) {
        buckets = buckets.filter { $0.value.tokens + max(now - $0.value.updated, 0) * rule.perSecond < rule.burst }
        guard buckets.count > count else { return }
        let oldest = buckets.sorted { $0.value.updated < $1.value.updated }.prefix(buckets.count - count)
        for (key, _) in oldest { buckets[key] = nil }
    }
}
