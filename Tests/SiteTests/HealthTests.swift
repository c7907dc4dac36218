import CoreMetrics
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@testable import Database
@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("What watches over the site", .opensDatabases)
struct HealthTests {
    @Test("health says that the process is up, ready that the database answers")
    func health() async throws {
        try await SiteHarness.run { harness, client in
            #expect(try await client.see("/health").status == .ok)
            #expect(try await client.see("/ready").status == .ok)
            try harness.store.close()
            #expect(try await client.see("/health").status == .ok)
            let ready = try await client.see("/ready")
            #expect(ready.status == .serviceUnavailable)
            #expect(ready.headers[.cacheControl] == "no-store")
        }
    }

    @Test(
        "a database of another structure is not ready, and why is said in words",
        arguments: [
            (
                "insert into schema_migration (id, position, sha256, applied_at) values ('part/0009-later', 999, '0', 0)",
                "不认识的升级：part/0009-later"
            ),
            ("delete from schema_migration where id = 'office/0005-accounts'", "需要的升级：office/0005-accounts"),
            ("update schema_migration set sha256 = '0' where id = 'office/0002-files'", "数据库升级 office/0002-files 在执行之后被改动过"),
        ])
    func structure(sql: SQL, words: String) async throws {
        try await SiteHarness.run { harness, client in
            try await harness.records.database.write { db in try db.execute(sql) }
            let ready = try await client.see("/ready")
            #expect(ready.status == .serviceUnavailable && ready.text.contains(words) && ready.text.contains("请"))
            #expect(try await client.see("/health").status == .ok)
        }
    }

    @Test("the database's connections are told by server, where there are any")
    func pools() async throws {
        try await SiteHarness.run(through: .live) { harness, client in
            let lines = try await client.see("/metrics").text.split(separator: "\n").filter { $0.contains("gongkai_database") }
            switch TestEngine.chosen {
            case .sqlite: #expect(lines.isEmpty)
            case .postgres:
                #expect(lines.contains("gongkai_database_connections_max{server=\"primary\"} 3"))
                #expect(lines.contains { $0.hasPrefix("gongkai_database_connections{server=\"primary\",state=\"idle\"} ") })
            }
        }
    }

    @Test("the figures of pools in the text format")
    func poolText() {
        let text = PoolMetrics.text([
            PoolFigures(server: "primary", most: 10, inUse: 3, idle: 2, waiting: 1, timedOut: 4),
            PoolFigures(server: "replica db2:5432", most: 10),
        ])
        for line in [
            "# TYPE gongkai_database_connections gauge", "gongkai_database_connections{server=\"primary\",state=\"in_use\"} 3",
            "gongkai_database_connections{server=\"primary\",state=\"idle\"} 2", "gongkai_database_waiting{server=\"primary\"} 1",
            "# TYPE gongkai_database_wait_timeouts_total counter", "gongkai_database_wait_timeouts_total{server=\"primary\"} 4",
            "gongkai_database_connections_max{server=\"replica db2:5432\"} 10", "gongkai_database_waiting{server=\"replica db2:5432\"} 0",
        ] {
            #expect(text.contains(line + "\n"), "\(text)")
        }
        #expect(PoolMetrics.text([]).isEmpty)
    }

    @Test("metrics count answers by the route's pattern, never by what was asked for")
    func metrics() async throws {
        try await SiteHarness.run(through: .live) { harness, client in
            _ = try await client.see("/reports/\(harness.first.id)?x=secret")
            _ = try await client.see("/reports/\(harness.wrong.id)")
            _ = try await client.see("/secret-path")
            _ = try await client.see("/secret-path-2")
            let page = try await client.see("/metrics")
            #expect(page.status == .ok)
            #expect(page.headers[.contentType]?.hasPrefix("text/plain; version=0.0.4") == true)
            let lines = page.text.split(separator: "\n").map(String.init)
            #expect(lines.contains("gongkai_http_requests_total{route=\"/reports/{id}\",method=\"GET\",status=\"200\"} 2"))
            #expect(lines.contains("gongkai_http_requests_total{route=\"NotFound\",method=\"GET\",status=\"404\"} 2"))
            #expect(lines.contains("gongkai_http_request_duration_seconds_count{route=\"/reports/{id}\",method=\"GET\"} 2"))
            #expect(lines.contains("gongkai_http_requests_open 1"))
            #expect(lines.contains("gongkai_connections_open 1"))
            #expect(!page.text.contains("secret"))
        }
    }

    @Test("for whom metrics are not, there is no such page")
    func access() async throws {
        var settings = SiteSettings()
        settings.server.proxies = ProxyTrust(proxies: AddressRange.loopback)
        settings.server.metricsFrom += [AddressRange("203.0.113.0/24")].compactMap { $0 }
        try await SiteHarness.run(settings: settings, through: .live) { _, client in
            for (address, status) in [("203.0.113.9", HTTPResponse.Status.ok), ("198.51.100.1", .notFound)] {
                let page = try await client.see("/metrics", headers: [.xForwardedFor: address])
                #expect(page.status == status)
            }
            // Whom a trusted proxy's header does not tell is not taken for the proxy, which comes from this machine.
            for header in ["\u{0600}, 198.51.100.80", "unknown", "127.0.0.1, ", ""] {
                #expect(try await client.see("/metrics", headers: [.xForwardedFor: header]).status == .notFound)
            }
            #expect(try await client.see("/metrics", headers: [.xForwardedProto: "https"]).status == .notFound)
            // A monitor on this machine asks for itself.
            #expect(try await client.see("/metrics").status == .ok)
            #expect(try await client.see("/metrics", headers: [.xForwardedFor: "127.0.0.1"]).status == .ok)
        }
        // One through a proxy that nobody told the program of.
        try await SiteHarness.run(through: .live) { _, client in
            let page = try await client.see("/metrics", headers: [.xForwardedFor: "198.51.100.1"])
            #expect(page.status == .notFound)
            #expect(page.text.contains("没有找到这个页面"))
        }
        try await SiteHarness.run { _, client in
            let page = try await client.see("/metrics")
            #expect(page.status == .notFound)
        }
    }

    @Test("the text format: kinds, buckets, escaped labels, names that are allowed")
    func format() {
        let registry = PrometheusRegistry()
        Counter(label: "a.total", dimensions: [("path", "a\"b\\c\nd"), ("x:y", "公开")], factory: registry).increment(by: 3)
        Gauge(label: "2g", factory: registry).record(1.5)
        let timer = CoreMetrics.Timer(label: "t", dimensions: [("r", "/")], factory: registry)
        timer.recordMilliseconds(3)
        timer.recordMilliseconds(700)
        timer.recordSeconds(60)
        let text = registry.text()
        #expect(text.contains("# TYPE a_total counter\na_total{path=\"a\\\"b\\\\c\\nd\",x_y=\"公开\"} 3\n"))
        #expect(text.contains("# TYPE _2g gauge\n_2g 1.5\n"))
        for line in [
            "t_bucket{r=\"/\",le=\"0.001\"} 0", "t_bucket{r=\"/\",le=\"0.005\"} 1", "t_bucket{r=\"/\",le=\"0.5\"} 1",
            "t_bucket{r=\"/\",le=\"1\"} 2", "t_bucket{r=\"/\",le=\"30\"} 2", "t_bucket{r=\"/\",le=\"+Inf\"} 3", "t_sum{r=\"/\"} 60.703",
            "t_count{r=\"/\"} 3",
        ] {
            #expect(text.contains(line + "\n"), "\(line)\n\(text)")
        }
    }

    @Test("a counter goes on after whoever counted is gone, and a name is of one kind")
    func registry() {
        let registry = PrometheusRegistry()
        for _ in 0..<3 {
            let counter = Counter(label: "n", factory: registry)
            counter.increment()
            counter.destroy()
        }
        Gauge(label: "n", factory: registry).record(99)
        #expect(registry.text() == "# TYPE n counter\nn 3\n")
    }

    @Test("however many labels, the series are bounded: the rest is called other")
    func bounded() {
        let registry = PrometheusRegistry(mostSeries: 10)
        for number in 0..<1_000 { Counter(label: "n", dimensions: [("who", "\(number)")], factory: registry).increment() }
        let lines = registry.text().split(separator: "\n")
        #expect(lines.count == 12)
        #expect(lines.contains("n{who=\"other\"} 990"))
    }
}
