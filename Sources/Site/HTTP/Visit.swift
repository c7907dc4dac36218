import Foundation
import Hummingbird

/// One request as the house sees it: who asks, under which number it is logged, and what watches over it.
struct Visit: Sendable {
    /// The connection's other end; a proxy's address where there is one.
    var peer: NetworkAddress?
    var client = Client()
    /// True if the reader comes over TLS, to this program or to the proxy before it.
    var isSecure = false
    /// What a citizen can quote on the telephone, and what stands in every line of the log.
    var number = ""
    var instant = Date(timeIntervalSince1970: 0)
    var limits = RateLimits.unwatched
    var security = SecurityLog.unwatched
    var metrics = SiteMetrics.unwatched

    // Digits and capitals none of which is mistaken for another on the telephone.
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// A new number: `7K3QM-2XP9D`.
    static func newNumber() -> String {
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
    static func isNumber(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
    }
}

extension SiteContext {
    /// Whoever asks.
    var client: Client { visit.client }

    /// Gives a token of the asker's address back.
    func giveBack(_ rule: RateRule) {
        visit.limits.giveBack(rule, key: .address(client.address))
    }

    /// Takes a token of the asker's address, or of an account.
    ///
    /// - Throws: `PageError` (429) where there is none left.
    func spend(_ rule: RateRule, key: RateKey? = nil) throws(PageError) {
        switch visit.limits.take(rule, key: key ?? .address(client.address), at: visit.instant) {
        case .allowed: return
        case .refused(let seconds, let isFirst):
            if isFirst { note(.rateLimited, ["rule": "\(rule.name)"]) }
            throw .tooMany(retryAfter: seconds)
        }
    }
}
