import Office

/// Finds the thing that a path names, before any handler runs, and says whose it is, so that the route's right can be asked for it.
package struct Resource<Thing: Sendable, each Value: PathValue>: Sendable {
    typealias Find = @Sendable (DeskRequest, repeat each Value) async throws -> Owned<Thing>?

    /// The answer if there is no such thing.
    let missing: PageError
    /// True if a thing that the right does not reach is answered as if it were not there.
    let isHidden: Bool
    let find: Find
    private var checks: [@Sendable (Thing) throws -> Void] = []

    /// - Parameters:
    ///   - missing: what to tell the reader if there is no such thing (404).
    ///   - isHidden: true if nobody may learn that there is a thing beyond their reach: they get the same 404. Otherwise 403.
    ///   - find: nil if there is no such thing.
    package init(
        missing: String, isHidden: Bool = false,
        find: @escaping @Sendable (DeskRequest, repeat each Value) async throws -> Owned<Thing>?
    ) {
        (self.missing, self.isHidden, self.find) = (.notFound(missing), isHidden, find)
    }

    /// The same, where a thing must be as the handlers need it. It is looked at once the reader is known to have the right.
    package func checking(_ check: @escaping @Sendable (Thing) throws -> Void) -> Self {
        var resource = self
        resource.checks.append(check)
        return resource
    }

    /// The thing of a path, authorized.
    ///
    /// - Throws: `PageError`: 404 if there is none, 403 or 404 if the right does not reach it.
    func thing(_ desk: DeskRequest, _ right: Right, _ values: (repeat each Value)?) async throws -> Thing {
        guard let values, let found = try await find(desk, repeat each values) else { throw missing }
        guard found.owner.isReached(by: desk.principal, right) else {
            desk.context.note(.forbidden)
            throw isHidden ? missing : .forbidden(right)
        }
        for check in checks { try check(found.thing) }
        return found.thing
    }
}

/// A thing and whose it is.
package struct Owned<Thing: Sendable>: Sendable {
    package let thing: Thing
    package let owner: Owner

    package init(_ thing: Thing, by owner: Owner) { (self.thing, self.owner) = (thing, owner) }
}

/// Whose a thing is: what a right must reach.
package enum Owner: Sendable, Equatable {
    /// The whole site.
    case site
    /// An organization: it, then those above it up to the root.
    case organization([Int])
    /// One account, and nobody else.
    case account(Int)

    package func isReached(by principal: Principal, _ right: Right) -> Bool {
        switch self {
        case .site: principal.may(right, on: [])
        case .organization(let path): principal.may(right, on: path)
        case .account(let id): principal.accountID == id && principal.has(right)
        }
    }
}
