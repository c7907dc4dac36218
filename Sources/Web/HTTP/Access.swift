import HTTPTypes
import Office
import Synchronization

/// Who may use a route. Every route says it where it is registered; a route without a word cannot be written.
package enum Access: Sendable, Equatable {
    /// Anyone, signed in or not: what the Regulation opens to the public.
    case everyone
    /// Those who have the right for at least one thing: the route names none.
    case anywhere(Right)
    /// Those whose right reaches the thing that the path names.
    case thing(Right)

    /// Nil if none is needed.
    package var right: Right? {
        switch self {
        case .everyone: nil
        case .anywhere(let right), .thing(let right): right
        }
    }
}

/// The word for a public route.
package enum PublicAccess: Sendable {
    case everyone
}

/// The word for a route of the desk that names no thing: a list, or the form for a new one. What such a handler shows or changes
/// it must narrow to the right's scope itself.
package struct DeskAccess: Sendable {
    let right: Right

    package static func anywhere(_ right: Right) -> DeskAccess { DeskAccess(right: right) }
}

/// The routes of a site, for the tests that try them all.
package final class RouteList: Sendable {
    package struct Entry: Sendable, Equatable {
        var method: HTTPRequest.Method
        /// With its placeholders: `/desk/people/{id}`.
        var path: String
        var access: Access
        /// How many values its path is made of.
        var values = 0
        /// The name of the forms whose token a POST takes.
        var form = ""
    }

    private let list = Mutex<[Entry]>([])

    func add(_ entry: Entry) { list.withLock { $0.append(entry) } }
    package var entries: [Entry] { list.withLock { $0 } }
}
