import HTTPTypes
import Hummingbird
import Office

/// Registers routes, each with who may use it, and does for every handler what is the same for all: it proves who reads and
/// that a form is ours (CSRF token), finds and authorizes the thing that the path names, brings a form back with its problems,
/// and makes the response.
package struct Routes {
    package let router: Router<SiteContext>
    package let tokens: FormToken
    /// Every route that was registered.
    package let list: RouteList
    /// The name of the forms on the pages of these routes: a token is good for them alone.
    private let form: String

    package init(router: Router<SiteContext>, tokens: FormToken) {
        (self.router, self.tokens, list, form) = (router, tokens, RouteList(), "")
    }

    private init(_ routes: Routes, form: String) {
        (router, tokens, list, self.form) = (routes.router, routes.tokens, routes.list, form)
    }

    /// The same, for pages whose forms post to each other.
    package func forms(_ name: String) -> Routes { Routes(self, form: name) }

    typealias Respond = @Sendable (Request, SiteContext) async throws -> Response

    func add(_ method: HTTPRequest.Method, _ path: String, _ access: Access, values: Int, _ respond: @escaping Respond) {
        list.add(RouteList.Entry(method: method, path: path, access: access, values: values, form: form))
        router.on(RouterPath(path), method: method, use: respond)
    }

    /// What a handler gets, and what is done with its answer. A value of its own, since a router's closures outlive `Routes`.
    var adapter: HandlerAdapter { HandlerAdapter(tokens: tokens, form: form) }
}
