import HTTPTypes
import Hummingbird
import Office
import Synchronization

/// Who may use a route. Every route says it where it is registered; a route without a word cannot be written.
enum Access: Sendable, Equatable {
    /// Anyone, signed in or not: what the Regulation opens to the public.
    case everyone
    /// Those who have the right for at least one thing. For which things, the handler asks with `context.require`.
    case right(Right)
}

/// Registers routes together with who may use them.
struct Routes {
    typealias Handler = @Sendable (Request, SiteContext) async throws -> Response
    let router: Router<SiteContext>
    /// Every route that was registered, for the tests that try them all.
    let list = RouteList()

    func get(_ path: RouterPath, _ access: Access, _ handler: @escaping Handler) {
        list.add(RouteList.Entry(method: .get, path: path.description, access: access))
        router.get(path) { request, context in
            if let refusal = try Self.refusal(request, context, access) { return refusal }
            return try await handler(request, context)
        }
    }

    func post(_ path: RouterPath, _ access: Access, _ handler: @escaping Handler) {
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
        guard principal.has(right) else { throw PageError.forbidden(right) }
        return nil
    }
}

/// The routes of a site.
final class RouteList: Sendable {
    struct Entry: Sendable, Equatable {
        var method: HTTPRequest.Method
        var path: String
        var access: Access
    }

    private let list = Mutex<[Entry]>([])

    func add(_ entry: Entry) { list.withLock { $0.append(entry) } }
    var entries: [Entry] { list.withLock { $0 } }
}
