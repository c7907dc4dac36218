import Foundation
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite struct CertificateValidityTests {
    /// 2026-12-24 16:42 in Beijing.
    private let ends = Date(timeIntervalSince1970: 1_798_101_720)

    @Test(
        "How long a certificate is good is told in Beijing time, and as a warning from two weeks before its end",
        arguments: [
            (30.0, false, "证书有效期至 2026-12-24 16:42（北京时间），还有 30 天"), (14, false, "还有 14 天"), (13.99, true, "还有 13 天"),
            (0.5, true, "还有不到 1 天"), (0, true, "证书已于 2026-12-24 16:42（北京时间）过期"), (-3, true, "过期"),
        ])
    func words(_ daysBefore: Double, _ isUrgent: Bool, _ words: String) {
        let validity = CertificateValidity(ends: ends, now: ends - daysBefore * 86_400)
        #expect(validity.isUrgent == isUrgent)
        #expect(validity.words.contains(words), "\(validity.words)")
        #expect(validity.words.contains("SIGHUP") == isUrgent)
    }
}
