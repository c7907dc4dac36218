import CoreMetrics
import Foundation
import HTTPTypes
import Synchronization

/// What the site counts. The names are those that a monitoring system finds at `/metrics`.
package struct SiteMetrics: Sendable {
    /// Counts for nobody.
    package static let unwatched = SiteMetrics(factory: NOOPMetricsHandler.instance)

    /// A route, a method and a status: as few as the program has routes, whatever readers ask for.
    private struct Answer: Hashable {
        var route: String
        var method: String
        var status: Int
    }

    private final class Answers: Sendable {
        let counters = Mutex<[Answer: Counter]>([:])
        let timers = Mutex<[Answer: CoreMetrics.Timer]>([:])
    }

    private let factory: any MetricsFactory
    private let open: Meter
    private let connections: Meter
    private let answers = Answers()

    package init(factory: any MetricsFactory) {
        self.factory = factory
        open = Meter(label: "gongkai_http_requests_open", dimensions: [], factory: factory)
        connections = Meter(label: "gongkai_connections_open", dimensions: [], factory: factory)
    }

    package func connectionOpened() { connections.increment() }
    package func connectionClosed() { connections.decrement() }
    package func requestBegan() { open.increment() }

    /// Counts an answer and how long it took.
    package func requestEnded(route: String, method: HTTPRequest.Method, status: HTTPResponse.Status, nanoseconds: Int64) {
        open.decrement()
        let name = Self.known(method)
        let answer = Answer(route: route, method: name, status: status.code)
        let counter = answers.counters.withLock { counters in
            counters[answer]
                ?? {
                    let counter = Counter(
                        label: "gongkai_http_requests_total",
                        dimensions: [("route", route), ("method", name), ("status", "\(status.code)")], factory: factory)
                    counters[answer] = counter
                    return counter
                }()
        }
        counter.increment()
        let kind = Answer(route: route, method: name, status: 0)
        let timer = answers.timers.withLock { timers in
            timers[kind]
                ?? {
                    let timer = CoreMetrics.Timer(
                        label: "gongkai_http_request_duration_seconds", dimensions: [("route", route), ("method", name)],
                        factory: factory)
                    timers[kind] = timer
                    return timer
                }()
        }
        timer.recordNanoseconds(nanoseconds)
    }

    /// Counts a file that somebody sent: `read`, or why it was not.
    package func upload(_ result: UploadResult) {
        Counter(label: "gongkai_uploads_total", dimensions: [("result", result.rawValue)], factory: factory).increment()
    }

    package func securityEvent(_ event: SecurityEvent) {
        Counter(label: "gongkai_security_events_total", dimensions: [("event", event.rawValue)], factory: factory).increment()
    }

    package enum UploadResult: String, Sendable { case read, refused, unreadable }

    private static func known(_ method: HTTPRequest.Method) -> String {
        switch method {
        case .get, .head, .post, .put, .patch, .delete, .options: method.rawValue
        default: "other"
        }
    }
}
