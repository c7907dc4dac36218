import Foundation
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Limits by address and account")
struct RateLimitsTests {
    private static let rule = RateRule("test", burst: 3, perSecond: 0.5)
    private static let start = Date(timeIntervalSince1970: 1_790_000_000)

    private static func key(_ text: String) -> RateKey { .address(NetworkAddress(text)) }

    @Test("as many as the burst pass, then one each time a token has come back")
    func bucket() {
        let limits = RateLimits()
        let key = Self.key("192.0.2.1")
        for _ in 0..<3 { #expect(limits.take(Self.rule, key: key, at: Self.start) == .allowed) }
        #expect(limits.take(Self.rule, key: key, at: Self.start) == .refused(retryAfter: 2, isFirst: true))
        #expect(limits.take(Self.rule, key: key, at: Self.start + 1) == .refused(retryAfter: 1, isFirst: false))
        #expect(limits.take(Self.rule, key: key, at: Self.start + 2) == .allowed)
        #expect(limits.take(Self.rule, key: key, at: Self.start + 2) == .refused(retryAfter: 2, isFirst: true))
        for _ in 0..<3 { #expect(limits.allow(Self.rule, key: key, at: Self.start + 1_000)) }
        #expect(!limits.allow(Self.rule, key: key, at: Self.start + 1_000))
    }

    @Test("a clock that is set back gives no tokens and blocks nobody for good")
    func clock() {
        let limits = RateLimits()
        let key = Self.key("192.0.2.1")
        for _ in 0..<3 { #expect(limits.allow(Self.rule, key: key, at: Self.start)) }
        #expect(!limits.allow(Self.rule, key: key, at: Self.start - 10_000))
        #expect(limits.allow(Self.rule, key: key, at: Self.start - 10_000 + 2))
    }

    @Test("addresses, accounts and rules have buckets of their own; an IPv6 network of 64 bits shares one")
    func keys() {
        let limits = RateLimits()
        let one = RateRule("one", burst: 1, perSecond: 0)
        #expect(limits.allow(one, key: Self.key("192.0.2.1"), at: Self.start))
        #expect(limits.allow(one, key: Self.key("192.0.2.2"), at: Self.start))
        #expect(limits.allow(one, key: .account("张三"), at: Self.start))
        #expect(limits.allow(one, key: .account("李四"), at: Self.start))
        #expect(!limits.allow(one, key: .account("张三"), at: Self.start))
        #expect(limits.allow(RateRule("two", burst: 1, perSecond: 0), key: Self.key("192.0.2.1"), at: Self.start))
        #expect(limits.allow(one, key: Self.key("2001:db8::1"), at: Self.start))
        #expect(!limits.allow(one, key: Self.key("2001:db8::2"), at: Self.start))
        #expect(limits.allow(one, key: Self.key("2001:db8:0:1::1"), at: Self.start))
    }

    @Test("however many addresses ask, memory is bounded and nobody is locked out for another")
    func bounded() {
        let limits = RateLimits(capacity: 1_000)
        let rule = RateRule("test", burst: 1, perSecond: 0.001)
        for number in 0..<20_000 {
            let key = RateKey.address(NetworkAddress(high: UInt64(number) << 16, low: 0))
            #expect(limits.allow(rule, key: key, at: Self.start + Double(number) / 1_000))
            #expect(limits.count(rule) <= 1_000)
        }
        // The last to come is still known.
        #expect(!limits.allow(rule, key: .address(NetworkAddress(high: 19_999 << 16, low: 0)), at: Self.start + 20))
    }

    @Test("when room is needed, buckets that are full again go before one that is empty")
    func fullGoFirst() {
        let limits = RateLimits(capacity: 100)
        let rule = RateRule("test", burst: 10, perSecond: 1)
        let busy = Self.key("192.0.2.1")
        for _ in 0..<10 { #expect(limits.allow(rule, key: busy, at: Self.start)) }
        for number in 0..<99 {
            #expect(limits.allow(rule, key: .account("\(number)"), at: Self.start))
        }
        // Two seconds later the 99 are full again, the busy one is not.
        #expect(limits.allow(rule, key: .account("new"), at: Self.start + 2))
        #expect(limits.count(rule) == 2)
        #expect(limits.allow(rule, key: busy, at: Self.start + 2))
        #expect(limits.allow(rule, key: busy, at: Self.start + 2))
        #expect(!limits.allow(rule, key: busy, at: Self.start + 2))
    }
}
