import Hummingbird

/// What travels with a request: the framework's part and the frame that its pages are shown in.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    var frame = Frame()

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}
