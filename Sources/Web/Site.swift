import Foundation
import Hummingbird
import HummingbirdCore
import Law
import Office

/// What a site is made with beside its data.
package struct SiteSettings: Sendable {
    /// Whose site it is: stands in the header of every page.
    package var officeName: String
    /// Signs the forms' tokens. Nodes that answer for each other must have the same.
    package var secret: [UInt8]
    /// True where readers come over HTTPS: cookies are then never sent without it.
    package var secureCookies: Bool
    /// The most that an upload may carry, in bytes.
    package var uploadLimit: Int
    /// How it is reached and watched.
    package var server = ServerSettings()
    /// What links that leave the site begin with.
    package var links = SiteLinks()

    package init(
        officeName: String = "公开", secret: [UInt8] = SiteSettings.newSecret(), secureCookies: Bool = false,
        uploadLimit: Int = 16 << 20
    ) {
        self.officeName = officeName
        self.secret = secret
        self.secureCookies = secureCookies
        self.uploadLimit = uploadLimit
    }

    /// A secret for one run: forms that are open while the program restarts must be sent again.
    package static func newSecret() -> [UInt8] { (0..<32).map { _ in UInt8.random(in: .min ... .max) } }
}

/// Puts the site together.
///
/// - Parameters:
///   - wings: of the capabilities that the records were opened with.
///   - configuration: the address to listen on among it.
///   - calendar: the working days that legal periods are counted by.
///   - clock: what time it is; nothing in the site asks elsewhere.
///   - onReady: called once the address is open, with its port.
package func buildApplication(
    records: Records, wings: Wings, settings: SiteSettings = SiteSettings(),
    configuration: ApplicationConfiguration = ApplicationConfiguration(), calendar: WorkdayCalendar = .official,
    clock: @escaping @Sendable () -> Date,
    onReady: @escaping @Sendable (_ port: Int?) async -> Void = { _ in }
) -> some ApplicationProtocol {
    let server = settings.server
    let metrics = SiteMetrics(factory: server.metrics)
    let security = SecurityLog(logger: server.security, metrics: metrics)
    let routes = buildRoutes(
        records: records, wings: wings, settings: settings, calendar: calendar, metrics: metrics, security: security, clock: clock)
    var configuration = configuration
    configuration.availableConnectionsDelegate = MaximumAvailableConnections(server.limits.connections, logger: server.server)
    return Application(
        router: routes.router,
        server: GuardedServer(
            settings: server, largestBody: settings.uploadLimit, security: security, metrics: metrics, clock: clock
        ).builder,
        configuration: configuration, onServerRunning: { await onReady($0.localAddress?.port) }, logger: server.server)
}

/// Every route of the site, with who may use it.
package func buildRoutes(
    records: Records, wings: Wings, settings: SiteSettings, calendar: WorkdayCalendar, metrics: SiteMetrics = .unwatched,
    security: SecurityLog = .unwatched, clock: @escaping @Sendable () -> Date
) -> Routes {
    let server = settings.server
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        RequestLogMiddleware(
            settings: server, isAlwaysSecure: settings.secureCookies || server.tls != nil,
            watch: Watch(security: security, metrics: metrics), clock: clock)
        SecurityHeadersMiddleware()
        FrameMiddleware(officeName: settings.officeName, menu: wings.menu, settings: records.settings)
        ErrorPageMiddleware()
        HostMiddleware()
        RateLimitMiddleware(rule: server.limits.everything, largestBody: settings.uploadLimit * 4)
        SessionMiddleware(sessions: records.sessions)
        // Once more: here it is known who reads, and in whose frame the page of an error stands.
        ErrorPageMiddleware()
    }
    let services = SiteServices(records: records, wings: wings, settings: settings, calendar: calendar)
    let routes = Routes(router: router, tokens: services.tokens)
    HealthController(settings: server, records: records).addRoutes(to: routes)
    DisplayController(wings.stylesheet).addRoutes(to: routes)
    HomeController(services: services).addRoutes(to: routes)
    DeskController(services: services).addRoutes(to: routes)
    for wing in wings.list { wing.routes(routes, services) }
    return routes
}
