import Office
import Synchronization

/// Makes whole addresses of links that leave the site, such as one-time links. What they begin with was written by an
/// operator or the office, never taken from a request: whoever asks writes its Host header.
package final class SiteLinks: Sendable {
    /// By `--public-url`; goes before the office's own setting.
    package let fixed: SiteAddress?
    private let listening = Mutex<(address: SiteAddress, isEverywhere: Bool)?>(nil)

    package init(fixed: SiteAddress? = nil) {
        self.fixed = fixed
    }

    /// The program listens now.
    ///
    /// - Parameters:
    ///   - address: what a browser on this machine opens.
    ///   - isEverywhere: true where it is one address of many.
    package func listens(at address: SiteAddress, isEverywhere: Bool) {
        listening.withLock { $0 = (address, isEverywhere) }
    }

    /// What may be the site's own address, to be looked at by whoever enters it: where the program listens at one address alone.
    package var offered: SiteAddress? { listening.withLock { $0.flatMap { $0.isEverywhere ? nil : $0.address } } }

    /// The site's own address; nil while nobody has said it.
    package func address(_ settings: OfficeSettings) -> SiteAddress? { fixed ?? settings.address }

    /// A path of the site as somebody elsewhere opens it. While the site's own address is not known, it begins with the one
    /// that the program listens at, which may be good on this machine alone.
    package func link(_ path: String, _ settings: OfficeSettings) -> OutwardLink {
        guard let known = address(settings) else {
            return OutwardLink(text: (listening.withLock { $0?.address.description } ?? "") + path, doubt: .noAddress)
        }
        return OutwardLink(text: known.description + path, doubt: known.isThisMachine ? .thisMachine : nil)
    }
}

extension SiteLinks {
    /// The same for a one-time link. Where the administrators are separate, one for an administrator is the path alone: the site's
    /// address is the word of the system administrator, who could lead another one's link to a site of their own.
    package func link(_ path: String, _ settings: OfficeSettings, for account: Account) -> OutwardLink {
        guard fixed == nil, settings.administration == .separate, account.grants.contains(where: \.role.isAdministrator) else {
            return link(path, settings)
        }
        return OutwardLink(text: path, doubt: .oneMansWord)
    }
}

/// A link to be carried out of the site.
package struct OutwardLink: Sendable, Equatable {
    /// Why somebody elsewhere may not be able to open it.
    package enum Doubt: Sendable {
        /// The site's own address is not known.
        case noAddress
        /// The site's own address is one that no other machine reaches.
        case thisMachine
        /// One administrator alone said what the site's own address is.
        case oneMansWord
    }

    package let text: String
    package let doubt: Doubt?

    package init(text: String, doubt: Doubt?) {
        self.text = text
        self.doubt = doubt
    }
}
