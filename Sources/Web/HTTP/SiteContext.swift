import Foundation
import Hummingbird
import NIOCore
import Office

/// What travels with a request: the framework's part, the frame that its pages are shown in, the visit, and who is
/// signed in.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var frame = Frame()
    package var visit = Visit()
    /// Nil for a visitor.
    package var principal: Principal?
    /// What the forms of somebody signed in are tied to; nil for a visitor.
    package var formSecret: String?
    private let channel: any Channel

    package init(source: Source) {
        channel = source.channel
        coreContext = CoreRequestContextStorage(source: source)
        visit.peer = source.channel.remoteAddress?.ipAddress.flatMap { NetworkAddress($0) }
    }

    /// The one instant of the request: whatever it reads, changes or records happens then.
    package var now: Date { visit.instant }

    /// Tells when nobody waits for the answer any more.
    package var whenGone: Departure { Departure.of(channel) }

    /// Who is signed in, behind a route that asks for a right.
    package func signedIn() throws(PageError) -> Principal {
        guard let principal else { throw .signedOut }
        return principal
    }

    /// Asks for a right to one thing.
    ///
    /// - Parameter path: the organization that the thing belongs to, then those above it.
    /// - Throws: `PageError` (403) where the right does not reach it.
    package func require(_ right: Right, on path: [Int]) throws(PageError) -> Principal {
        let principal = try signedIn()
        guard principal.may(right, on: path) else {
            note(.forbidden)
            throw .forbidden(right)
        }
        return principal
    }
}
