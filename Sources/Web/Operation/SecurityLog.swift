import Foundation
import HTTPTypes
import Logging
import Office

/// What is worth an entry in the security log.
package enum SecurityEvent: String, Sendable, CaseIterable {
    case rateLimited = "rate-limited"
    case badToken = "bad-token"
    case signInRefused = "sign-in-refused"
    case signInSlowed = "sign-in-slowed"
    case forbidden
    case refusedUpload = "refused-upload"
    case untrustedForwarded = "untrusted-forwarded"
    case refusedMetrics = "refused-metrics"
    case bodyTooLarge = "body-too-large"
    case slowRequest = "slow-request"
    case tooManyConnections = "too-many-connections"

    /// What stands in the log for people.
    package var words: Logger.Message {
        switch self {
        case .rateLimited: "请求过于频繁，已拒绝"
        case .badToken: "表单令牌不符，已拒绝"
        case .signInRefused: "登录失败"
        case .signInSlowed: "登录失败次数过多，暂不受理"
        case .forbidden: "没有权限，已拒绝"
        case .refusedUpload: "上传的文件不能接受"
        case .untrustedForwarded: "转发头不是来自受信任的代理，未采用"
        case .refusedMetrics: "无权查看运行指标，已拒绝"
        case .bodyTooLarge: "请求内容超过上限，已拒绝"
        case .slowRequest: "请求发送过慢，已断开"
        case .tooManyConnections: "同一地址的连接过多，已断开"
        }
    }

    /// What happens to honest readers too is told with less noise.
    package var level: Logger.Level {
        switch self {
        case .untrustedForwarded, .refusedUpload, .signInRefused: .info
        default: .warning
        }
    }
}

/// The security log: events by name, with address, route and the request's number. Nothing that somebody typed.
///
/// Whoever causes events without end does not fill the disk: of each kind, an address gets a few lines and then one
/// now and again. The metrics count them all.
package struct SecurityLog: Sendable {
    package static let label = "security"
    /// Goes nowhere.
    package static let unwatched = SecurityLog(logger: Logger(label: label) { _ in SwiftLogNoOpLogHandler() }, metrics: .unwatched)

    private let logger: Logger
    private let metrics: SiteMetrics
    private let lines = RateLimits(capacity: 10_000)

    package init(logger: Logger, metrics: SiteMetrics) {
        self.logger = logger
        self.metrics = metrics
    }

    package func note(
        _ event: SecurityEvent, address: NetworkAddress?, at now: Date, _ details: Logger.Metadata = [:]
    ) {
        metrics.securityEvent(event)
        guard lines.allow(RateRule(event.rawValue, burst: 10, perSecond: 1.0 / 60), key: .address(address), at: now) else { return }
        var metadata = details
        metadata["event"] = .string(event.rawValue)
        if let address { metadata["address"] = .stringConvertible(address) }
        logger.log(level: event.level, event.words, metadata: metadata)
    }
}

extension SiteContext {
    /// Writes an event of this request into the security log.
    package func note(_ event: SecurityEvent, _ details: Logger.Metadata = [:]) {
        var metadata = details
        metadata["route"] = .string(route)
        metadata["request"] = .string(visit.number)
        guard let watch = visit.watch else {
            logger.error("没有请求记录，不能写安全日志", metadata: metadata)
            return
        }
        watch.security.note(event, address: client.address, at: visit.instant, metadata)
    }

    /// The pattern of the route, never the path: as few values as there are routes. The framework says `NotFound` where
    /// there is none.
    package var route: String { endpointPath ?? "NotFound" }
}
