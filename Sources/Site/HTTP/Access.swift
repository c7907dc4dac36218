import Hummingbird

/// Who may use a route. Every route says it where it is registered; a route without a word cannot be written.
enum Access: Sendable {
    /// Anyone, signed in or not: what the Regulation opens to the public.
    case everyone
}

/// Registers routes together with who may use them.
struct Routes {
    typealias Handler = @Sendable (Request, SiteContext) async throws -> Response
    let router: Router<SiteContext>

    func get(_ path: RouterPath, _ access: Access, _ handler: @escaping Handler) {
        router.get(path) { request, context in
            try Self.admit(context, access)
            return try await handler(request, context)
        }
    }

    func post(_ path: RouterPath, _ access: Access, _ handler: @escaping Handler) {
        router.post(path) { request, context in
            try Self.admit(context, access)
            return try await handler(request, context)
        }
    }

    private static func admit(_ context: SiteContext, _ access: Access) throws {
        switch access {
        case .everyone: return
        }
    }
}
