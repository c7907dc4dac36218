import HTTPTypes
import Hummingbird
import Office
import Synchronization

/// Who may use a route. Every route says it where it is registered; a route without a word cannot be written.
package enum Access: Sendable, Equatable {
    /// Anyone, signed in or not: what the Regulation opens to the public.
    case everyone
    /// Those who have the right for at least one thing. For which things, the handler asks with `context.require`.
    case right(Right)
}

/// Registers routes together with who may use them.
package struct Routes {
    package typealias Handler = @Sendable (Request, SiteContext) async throws -> Response
    package let router: Router<SiteContext>
    /// Every route that was registered, for the tests that try them all.
    package let list = RouteList()

    package init(router: Router<SiteContext>) {
        self.router = router
    }

    package func get(_ path: RouterPath, _ access: Access, _ handler: @escaping Handler) {
        list.add(RouteList.Entry(method: .get, path: path.description, access: access))
        router.get(path) { request, context in
            if let refusal = try Self.refusal(request, context, access) { return refusal }
            return try await handler(request, context)
        }
    }

    package func post(_ path: RouterPath, _ access: Access, _ handler: @escaping Handler) {
        list.add(RouteList.Entry(method: .post, path: path.description, access: access))
        router.post(path) { request, context in
            if let refusal = try Self.refusal(request, context, access) { return refusal }
            return try await handler(request, context)
        }
    }

    /// Nil for those who may. Somebody not signed in is led to the page where one signs in, and from there back.
    private static func refusal(_ request: Request, _ context: SiteContext, _ access: Access) throws -> Response? {
        guard case .right(let right) = access else { return nil }
        guard let principal = context.principal else {
            if request.method == .get { return .redirect(to: Link.to("/desk/sign-in", ["back": Link.local(request.uri.string)])) }
            throw PageError.signedOut
        }
        guard principal.has(right) else {
            context.note(.forbidden)
            throw PageError.forbidden(right)
        }
        return nil
    }
}

/// The routes of a site.
package final class RouteList: Sendable {
    package struct Entry: Sendable, Equatable {
        package var method: HTTPRequest.Method
        package var path: String
        package var access: Access

        package init(method: HTTPRequest.Method, path: String, access: Access) {
            self.method = method
            self.path = path
            self.access = access
        }
    }

    private let list = Mutex<[Entry]>([])

    package func add(_ entry: Entry) { list.withLock { $0.append(entry) } }
    package var entries: [Entry] { list.withLock { $0 } }
}
