import Foundation
import Markup
import Office

/// One thing that waits for an account at the desk.
package struct DeskTask: Sendable, Equatable {
    package var count: Int
    package var words: String
    package var address: Address

    package init(count: Int, words: String, address: Address) {
        (self.count, self.words, self.address) = (count, words, address)
    }
}

/// Something that an account can begin at the desk.
package struct DeskAct: Sendable {
    package let right: Right
    package let words: String
    package let address: Address
    /// As `DeskSection.rank`.
    package let rank: Int

    package init(_ right: Right, _ words: String, _ address: Address, rank: Int) {
        (self.right, self.words, self.address, self.rank) = (right, words, address, rank)
    }
}

/// Who looks at the desk's home, and when.
package struct DeskVisit: Sendable {
    package let principal: Principal
    package let records: Records
    package let links: SiteLinks
    package let wings: Wings
    package let now: Date

    package init(principal: Principal, records: Records, links: SiteLinks, wings: Wings, now: Date) {
        (self.principal, self.records, self.links, self.wings, self.now) = (principal, records, links, wings, now)
    }
}

/// What a capability tells at the top of the desk's home.
package struct DeskNotices: Sendable {
    /// In place of the list of the account's roles.
    package var standing: HTML?
    /// The next of the first steps, as a part of the page.
    package var nextStep: HTML?
    package var warnings: [HTML] = []

    package init(standing: HTML? = nil, nextStep: HTML? = nil, warnings: [HTML] = []) {
        (self.standing, self.nextStep, self.warnings) = (standing, nextStep, warnings)
    }
}
