import ArgumentParser
import Foundation
import Hummingbird
import Law
import Logging
import Office
import Reports
import ServiceLifecycle
import Terminal
import UnixSignals
import Web

/// Where the site listens, how it is reached and watched, and the days off that it knows.
struct ServerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("监听的地址和端口，如 127.0.0.1:8080、0.0.0.0:443、[::]:443。", valueName: "地址:端口"))
    var listen = ListenAddress(host: "127.0.0.1", port: 8080)

    @Option(help: ArgumentHelp("用 TLS 时，另外监听这里（如 0.0.0.0:80），把 http:// 的读者转到 https://。", valueName: "地址:端口"))
    var redirectHttp: ListenAddress?

    @OptionGroup var address: AddressOption

    @Option(help: ArgumentHelp("TLS 证书文件（PEM，本站证书在前，中间证书在后）。换证后发 SIGHUP 即生效。", valueName: "文件"))
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("TLS 私钥文件（PEM，不带口令）。", valueName: "文件"))
    var tlsKey: String?

    @Option(
        name: .customLong("trusted-proxy"), parsing: .singleValue,
        help: ArgumentHelp("受信任的反向代理地址，如 127.0.0.1 或 10.0.0.0/8，可重复。只采用它们的转发头。", valueName: "地址"))
    var trustedProxies: [AddressRange] = []

    @Option(help: ArgumentHelp("代理写的是哪种转发头。", valueName: "名称"))
    var proxyHeader: ProxyTrust.Header = .xForwardedFor

    @Option(
        name: .customLong("metrics-from"), parsing: .singleValue,
        help: ArgumentHelp("除本机外可以查看 /metrics 的地址，如 10.1.2.3 或 10.0.0.0/8，可重复。", valueName: "地址"))
    var metricsFrom: [AddressRange] = []

    @Option(help: ArgumentHelp("每个地址每秒的请求数上限，0 为不限。", valueName: "个"))
    var requestsPerSecond = ServerLimits().requestsPerSecond

    @Option(help: ArgumentHelp("每个地址同时打开的连接数上限（受信任的代理除外）。", valueName: "个"))
    var connectionsPerAddress = ServerLimits().connectionsPerAddress

    @Option(help: ArgumentHelp("握手、请求头和空闲连接的时限；请求内容在此之后不得慢于每秒 1 KiB。", valueName: "秒"))
    var requestSeconds = ServerLimits().headSeconds

    @Option(help: ArgumentHelp("日志格式。", valueName: "格式"))
    var logFormat: LogLines.Format = .text

    @Option(help: ArgumentHelp("日志级别；info 起每个请求记一行。", valueName: "级别"))
    var logLevel: Logger.Level = .notice

    @Option(help: ArgumentHelp("停止时最多等未完成的请求多少秒。", valueName: "秒"))
    var grace = 20

    @OptionGroup var files: CalendarFiles

    func validate() throws {
        guard (tlsCertificate == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-certificate 和 --tls-key 必须同时给出。")
        }
        guard redirectHttp == nil || tlsCertificate != nil && listen.port != 0 else {
            throw ValidationError("--redirect-http 要和 --tls-certificate、--tls-key 一起用，--listen 要写明端口。")
        }
        guard (0...3_600).contains(grace) else { throw ValidationError("--grace 应为 0 到 3600 之间的秒数。") }
        guard connectionsPerAddress > 0 else { throw ValidationError("--connections-per-address 应大于 0。") }
        guard (1...3_600).contains(requestSeconds) else { throw ValidationError("--request-seconds 应为 1 到 3600 之间的秒数。") }
        guard (0...1e6).contains(requestsPerSecond) else { throw ValidationError("--requests-per-second 不能小于 0 或大于 1000000。") }
    }

    /// Serves until the program is told to stop, then lets open requests end.
    ///
    /// - Parameters:
    ///   - separatesAdministrators: true where a new office begins with three administrators instead of one person.
    ///   - lock: keeps others from moving the data meanwhile.
    func serve(_ records: Records, _ calendar: WorkdayCalendar, separatesAdministrators: Bool, holding lock: ServingLock) async throws {
        let (format, level) = (logFormat, logLevel)
        LoggingSystem.bootstrap { LogLines(label: $0, format: format, level: level, clock: { Date() }) }
        let first = try await FirstLinks(records.accounts, separatesAdministrators: separatesAdministrators, at: Date())
        try await records.followSettings(at: Date())
        var settings = SiteSettings(secret: try records.keys.tokenSecret())
        settings.server = try serverSettings()
        settings.secureCookies = settings.server.tls != nil
        settings.links = SiteLinks(fixed: address.publicURL)
        let (links, isSecure) = (settings.links, settings.server.tls != nil)
        let application = buildApplication(
            records: records, wings: wings, settings: settings,
            configuration: ApplicationConfiguration(
                address: listen.bind, serverName: nil),
            calendar: calendar,
            clock: { Date() },
            onReady: { port in
                let origin = listen.origin(port: port ?? listen.port, isSecure: isSecure)
                if let address = try? SiteAddress(origin) { links.listens(at: address, isEverywhere: listen.isEverywhere) }
                Console.print("网站已启动：\(origin)/")
                let known = (try? await records.settings.current(at: Date())) ?? OfficeSettings()
                if let address = links.address(known) {
                    Console.print("对外的地址：\(address)/")
                } else if listen.isEverywhere {
                    Console.print("监听 \(listen.host)，即本机的全部网络地址：在别的电脑上打开时，把 127.0.0.1 换成这台服务器的名称或 IP 地址。")
                }
                first.tell { links.link($0, known) }
            })
        let logger = settings.server.server
        if let warning = settings.server.openness(host: listen.host) { logger.warning("\(warning)") }
        // Services are stopped from the last to the first: the anchor is written when all else has ended.
        var services: [any Service] = [
            lock, Anchoring(records: records, logger: settings.server.security), Listening(address: listen, application: application),
            Stopping(grace: grace, logger: logger), BackgroundWork(records: records, logger: logger),
        ]
        if let redirectHttp {
            let redirect = buildRedirect(
                to: listen.port, settings: settings.server,
                configuration: ApplicationConfiguration(address: redirectHttp.bind, serverName: nil), clock: { Date() })
            services.append(Listening(address: redirectHttp, application: redirect))
        }
        if let tls = settings.server.tls { services.append(CertificateRenewal(identity: tls, logger: logger)) }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() })
        configuration.maximumGracefulShutdownDuration = .seconds(grace)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch is CancellationError {
            // Open requests were cut off after the grace.
        } catch let failure as ListenFailure {
            throw Refusal("没有启动网站。\(failure)")
        } catch {
            Console.complain("网站因为出错而停止：\(error)")
            throw Exit.unreadable
        }
    }

    private func serverSettings() throws -> ServerSettings {
        var server = ServerSettings()
        server.proxies = ProxyTrust(proxies: trustedProxies, header: proxyHeader)
        server.metricsFrom += metricsFrom
        server.limits.requestsPerSecond = requestsPerSecond
        server.limits.connectionsPerAddress = connectionsPerAddress
        server.limits.headSeconds = requestSeconds
        server.limits.bodySeconds = requestSeconds
        guard let tlsCertificate, let tlsKey else { return server }
        do {
            server.tls = try TLSIdentity(certificate: tlsCertificate, key: tlsKey)
        } catch {
            throw Refusal("\(error)")
        }
        return server
    }
}

extension AddressRange: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension ProxyTrust.Header: ExpressibleByArgument {}

extension LogLines.Format: ExpressibleByArgument {}

extension Logger.Level: @retroactive ExpressibleByArgument {}
