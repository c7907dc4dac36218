import Hummingbird

/// What travels with a request: the framework's part, the frame that its pages are shown in, and the visit.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    var frame = Frame()
    var visit = Visit()

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        visit.peer = source.channel.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) }
    }
}
