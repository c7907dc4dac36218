import Foundation
import Hummingbird

/// One request as the house sees it: who asks, under which number it is logged, and what watches over it.
package struct Visit: Sendable {
    /// The connection's other end; a proxy's address where there is one.
    package var peer: NetworkAddress?
    package var client = Client()
    /// True if the reader comes over TLS, to this program or to the proxy before it.
    package var isSecure = false
    /// What a citizen can quote on the telephone, and what stands in every line of the log.
    package var number = ""
    package var instant = Date(timeIntervalSince1970: 0)
    /// What counts and logs it; nil until `RequestLogMiddleware` has seen it. What depends on it fails without, so that no
    /// site serves without limits unnoticed.
    package var watch: Watch?

    package init(
        peer: NetworkAddress? = nil, client: Client = Client(), isSecure: Bool = false, number: String = "",
        instant: Date = Date(timeIntervalSince1970: 0)
    ) {
        (self.peer, self.client, self.isSecure, self.number, self.instant) = (peer, client, isSecure, number, instant)
    }

    // Digits and capitals none of which is mistaken for another on the telephone.
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// A new number: `7K3QM-2XP9D`.
    package static func newNumber() -> String {
        var rest = UInt64.random(in: .min ... .max)
        var letters: [UInt8] = []
        for place in 0..<10 {
            if place == 5 { letters.append(UInt8(ascii: "-")) }
            letters.append(alphabet[Int(rest % 30)])
            rest /= 30
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// True for a number that a proxy may hand on: short and plain, so that it can stand in a log and on a page.
    package static func isNumber(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
    }
}

/// What watches over the requests of a site: rate limits, the security log, the metrics.
package struct Watch: Sendable {
    package let limits: RateLimits
    package let security: SecurityLog
    package let metrics: SiteMetrics

    package init(limits: RateLimits = RateLimits(), security: SecurityLog, metrics: SiteMetrics) {
        (self.limits, self.security, self.metrics) = (limits, security, metrics)
    }
}

extension SiteContext {
    /// Counts a file that was uploaded.
    package func count(_ upload: SiteMetrics.UploadResult) { visit.watch?.metrics.upload(upload) }

    /// Whoever asks.
    package var client: Client { visit.client }

    /// Gives a token of the asker's address back.
    package func giveBack(_ rule: RateRule) {
        visit.watch?.limits.giveBack(rule, key: .address(client.address))
    }

    /// Takes a token of the asker's address, or of an account.
    ///
    /// - Throws: `PageError` (429) where there is none left.
    package func spend(_ rule: RateRule, key: RateKey? = nil) throws(PageError) {
        guard let watch = visit.watch else {
            logger.error("没有请求记录，不能限制次数", metadata: ["route": .string(route)])
            throw .internalFault
        }
        switch watch.limits.take(rule, key: key ?? .address(client.address), at: visit.instant) {
        case .allowed: return
        case .refused(let seconds, let isFirst):
            if isFirst { note(.rateLimited, ["rule": "\(rule.name)"]) }
            throw .tooMany(retryAfter: seconds)
        }
    }
}
