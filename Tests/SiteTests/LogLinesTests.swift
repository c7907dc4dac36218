import Foundation
import Logging
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Lines of the log")
struct LogLinesTests {
    @Test("a JSON line is one object with what every line has, and types as they are")
    func json() throws {
        let kept = KeptLines()
        var logger = kept.logger("server", .json)
        logger[metadataKey: "hb.request.id"] = "7K3QM-2XP9D"
        logger.warning(
            "出错了",
            metadata: [
                "error": "引号\" 反斜杠\\ 换行\n 制表\t 转义\u{1B}[31m", "status": .stringConvertible(500), "ms": .stringConvertible(1.25),
                "list": ["a", "b"], "level": "forged",
            ])
        let line = try #require(kept.all.first)
        #expect(line.hasSuffix("}\n") && line.dropLast().allSatisfy { !$0.isNewline })
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["time"] as? String == "2026-09-21T14:13:20.250Z")
        #expect(object["level"] as? String == "warning")
        #expect(object["logger"] as? String == "server")
        #expect(object["message"] as? String == "出错了")
        #expect(object["request"] as? String == "7K3QM-2XP9D")
        #expect(object["error"] as? String == "引号\" 反斜杠\\ 换行\n 制表\t 转义\u{1B}[31m")
        #expect(object["status"] as? Int == 500)
        #expect(object["ms"] as? Double == 1.25)
        #expect(object["list"] as? [String] == ["a", "b"])
    }

    @Test("a line of text is in Chinese and Beijing time")
    func text() {
        let kept = KeptLines()
        kept.logger("security").notice("请求过于频繁", metadata: ["address": "192.0.2.1", "words": "a b", "none": ""])
        #expect(kept.all == ["2026-09-21 22:13:20 提示 [security] 请求过于频繁 address=192.0.2.1 none=\"\" words=\"a b\"\n"])
    }

    @Test("nobody can write a line of his own into the log", arguments: ["a\nb", "a\r\nb", "a\u{2028}b", "a\u{85}b", "\u{1B}[2Ja"])
    func forging(text: String) {
        for format in LogLines.Format.allCases {
            let kept = KeptLines()
            kept.logger("a", format).error("\(text)", metadata: ["k": .string(text)])
            let line = kept.all.joined()
            let isClean = line.dropLast().unicodeScalars.allSatisfy {
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !(0x2028...0x2029).contains($0.value)
            }
            #expect(isClean && line.hasSuffix("\n"))
        }
    }

    @Test("what is below the level is not written")
    func level() {
        let kept = KeptLines()
        kept.logger("a", level: .notice).info("x")
        #expect(kept.all.isEmpty)
    }

    @Test("whatever the level, the security log tells of every failed sign-in", arguments: Logger.Level.allCases)
    func security(level: Logger.Level) {
        let kept = KeptLines()
        let log = SecurityLog(logger: kept.logger(SecurityLog.label, level: level), metrics: .unwatched)
        log.note(.signInRefused, address: NetworkAddress("192.0.2.1"), at: Date(timeIntervalSince1970: 1_790_000_000))
        #expect(kept.all.count == 1 && kept.all[0].contains("登录失败"))
    }

    @Test(
        "who listens beyond this machine without encryption is warned",
        arguments: [
            ("0.0.0.0", true), ("::", true), ("192.0.2.7", true), ("gongkai.example", true), ("127.0.0.1", false), ("127.8.0.1", false),
            ("::1", false), ("localhost", false),
        ])
    func openness(host: String, isOpen: Bool) {
        var settings = ServerSettings()
        #expect((settings.openness(host: host) != nil) == isOpen)
        settings.proxies = ProxyTrust(proxies: AddressRange.loopback)
        #expect(settings.openness(host: host) == nil)
    }

    @Test("one address cannot fill the disk with security events, and another is still heard")
    func bounded() {
        let kept = KeptLines()
        let log = SecurityLog(logger: kept.logger("security"), metrics: .unwatched)
        let now = Date(timeIntervalSince1970: 1_790_000_000)
        for _ in 0..<1_000 { log.note(.badToken, address: NetworkAddress("192.0.2.1"), at: now) }
        #expect(kept.all.count == 10)
        log.note(.badToken, address: NetworkAddress("192.0.2.2"), at: now)
        log.note(.slowRequest, address: NetworkAddress("192.0.2.1"), at: now)
        log.note(.badToken, address: NetworkAddress("192.0.2.1"), at: now + 61)
        #expect(kept.all.count == 13)
    }
}
