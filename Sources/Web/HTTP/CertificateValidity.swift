import Foundation

/// How long a certificate is still good, as seen at an instant.
package struct CertificateValidity: Equatable, Sendable {
    /// Two weeks: whoever renews by hand has time for it, and a renewal by a timer should have been done long before.
    package static let warning: TimeInterval = 14 * 86_400

    package let ends: Date
    package let now: Date

    package init(ends: Date, now: Date) {
        self.ends = ends
        self.now = now
    }

    /// True from two weeks before the end.
    package var isUrgent: Bool { ends.timeIntervalSince(now) < Self.warning }

    /// In words for an operator, with the end in Beijing time.
    package var words: String {
        let end = BeijingTime.text(ends)
        let left = ends.timeIntervalSince(now)
        if left <= 0 { return "证书已于 \(end)（北京时间）过期，读者的浏览器会拒绝打开本站。请换证，再发 SIGHUP" }
        let days = Int(left / 86_400)
        let rest = "证书有效期至 \(end)（北京时间），\(days == 0 ? "还有不到 1" : "还有 \(days)") 天"
        return isUrgent ? rest + "。请尽快换证，再发 SIGHUP" : rest
    }
}

extension TLSIdentity {
    /// How long the certificate in use is still good.
    package func validity(at instant: Date) -> CertificateValidity {
        CertificateValidity(ends: ends, now: instant)
    }
}
