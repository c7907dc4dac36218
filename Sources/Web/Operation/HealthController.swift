import Foundation
import HTTPTypes
import Hummingbird
import Office

/// What programs that watch over this one ask for: is it up, can it work, what has it counted.
package struct HealthController {
    package let settings: ServerSettings
    package let records: Records

    package init(settings: ServerSettings, records: Records) {
        self.settings = settings
        self.records = records
    }

    package func addRoutes(to routes: Routes) {
        routes.get(HealthPath.health, .everyone, health)
        routes.get(HealthPath.ready, .everyone, ready)
        routes.get(HealthPath.metrics, .everyone, metrics)
    }

    /// The process is up; nothing else is asked.
    private func health(_ asked: PublicRequest) -> Answer {
        plain("正常\n")
    }

    /// The database answers, and its structure is that of this program.
    private func ready(_ asked: PublicRequest) async -> Answer {
        do {
            if let fault = try await records.structureFault() {
                asked.logger.error("数据库的结构与本程序不符", metadata: ["error": "\(fault)"])
                return plain(fault + "\n", status: .serviceUnavailable)
            }
            return plain("就绪\n")
        } catch {
            asked.logger.error("数据库没有应答", metadata: ["error": "\(error)"])
            return plain("数据库没有应答\n", status: .serviceUnavailable)
        }
    }

    /// For the addresses that may; nobody else learns that there is such a page.
    private func metrics(_ asked: PublicRequest) throws -> Answer {
        // A claim to ask for somebody else, by who is no trusted proxy, comes from outside through an unknown proxy.
        guard let address = asked.client.address, !asked.client.hasUnprovenClaim,
            settings.metricsFrom.contains(where: { $0.contains(address) })
        else {
            asked.context.note(.refusedMetrics)
            throw PageError.notFound()
        }
        return plain(settings.metrics.text() + readings, type: "text/plain; version=0.0.4; charset=utf-8")
    }

    /// What is not counted but read when somebody asks.
    private var readings: String {
        var text = ""
        func gauge(_ name: String, _ value: Double) {
            text += "# TYPE \(name) gauge\n" + PrometheusText.line(name, "", value)
        }
        if let bytes = ProcessMemory.resident { gauge("process_resident_memory_bytes", Double(bytes)) }
        text += PoolMetrics.text(records.pools)
        if let tls = settings.tls {
            gauge("gongkai_tls_certificate_expiry_timestamp_seconds", tls.ends.timeIntervalSince1970)
        }
        return text
    }

    private func plain(
        _ text: String, status: HTTPResponse.Status = .ok, type: String = "text/plain; charset=utf-8"
    ) -> Answer {
        .response(
            Response(
                status: status, headers: [.contentType: type, .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text))))
    }
}

/// The paths for programs that watch over this one.
enum HealthPath {
    static let health: Path<Never> = "/health"
    static let ready: Path<Never> = "/ready"
    static let metrics: Path<Never> = "/metrics"
}

/// What the process takes of the machine.
package enum ProcessMemory {
    /// Bytes in memory; nil where the system does not say.
    package static var resident: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return pages * 4_096
    }
}
