import CoreMetrics
import Foundation
import Synchronization

/// Keeps what swift-metrics counts and writes it in Prometheus' text format (version 0.0.4).
///
/// Series are bounded: a name with `mostSeries` combinations of labels gives further ones to a single series whose
/// labels all say `other`.
package final class PrometheusRegistry: MetricsFactory {
    /// The upper bounds of durations, in seconds.
    package static let seconds: [Double] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
    /// The upper bounds of other recorded values.
    package static let values: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]

    private struct Labels: Hashable {
        var pairs: [String]
    }

    private struct Family {
        var kind: PrometheusKind
        var series: [Labels: any PrometheusSeries] = [:]
        var order: [(pairs: [(String, String)], series: any PrometheusSeries)] = []
    }

    private let mostSeries: Int
    private let families = Mutex<[String: Family]>([:])

    package init(mostSeries: Int = 1_000) {
        self.mostSeries = mostSeries
    }

    /// All that is kept, families and series in the order of their names.
    package func text() -> String {
        let all = families.withLock { $0 }
        var text = ""
        for (name, family) in all.sorted(by: { $0.key < $1.key }) {
            if let help = Self.help[name] { text += "# HELP \(name) \(PrometheusText.escapedHelp(help))\n" }
            text += "# TYPE \(name) \(family.kind.rawValue)\n"
            for entry in family.order.map({ (PrometheusText.labels($0.pairs), $0.series) }).sorted(by: { $0.0 < $1.0 }) {
                entry.1.write(name: name, labels: entry.0, to: &text)
            }
        }
        return text
    }

    // What each of our own series is, as it stands at /metrics.
    private static let help = [
        "gongkai_http_requests_total": "已答复的请求数，按路由、方法和状态码",
        "gongkai_http_request_duration_seconds": "从收到请求到准备好答复的时间（秒）",
        "gongkai_http_requests_open": "正在处理的请求数",
        "gongkai_connections_open": "打开的连接数",
        "gongkai_uploads_total": "收到的上传文件数，按结果",
        "gongkai_security_events_total": "安全事件数，按事件",
    ]

    /// The series of a name and labels, made at first use. A name that is in use for another kind counts for nobody.
    private func series<Series: PrometheusSeries>(
        _ label: String, _ dimensions: [(String, String)], _ kind: PrometheusKind, _ make: () -> Series
    ) -> Series {
        let name = PrometheusText.name(label)
        return families.withLock { families in
            if families[name] == nil { families[name] = Family(kind: kind) }
            guard let family = families[name], family.kind == kind else { return make() }
            var pairs = dimensions
            var key = Labels(pairs: pairs.flatMap { [$0.0, $0.1] })
            if family.series[key] == nil, family.series.count >= mostSeries {
                pairs = pairs.map { ($0.0, "other") }
                key = Labels(pairs: pairs.flatMap { [$0.0, $0.1] })
            }
            if let known = family.series[key] as? Series { return known }
            let new = make()
            families[name]?.series[key] = new
            families[name]?.order.append((pairs, new))
            return new
        }
    }

    // MARK: MetricsFactory

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter) { PrometheusCounter() }
    }

    package func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        series(label, dimensions, .counter) { PrometheusCounter() }
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge) { PrometheusGauge() }
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate
            ? series(label, dimensions, .histogram) { PrometheusHistogram(bounds: Self.values) }
            : series(label, dimensions, .gauge) { PrometheusGauge() }
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram) { PrometheusHistogram(bounds: Self.seconds) }
    }

    // A series stays when whoever counted into it is gone: a counter must not fall.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}
}
