import Markup
import Office

/// Who looks at the front page.
package struct HomeVisit: Sendable {
    package let records: Records
    /// Nil for a visitor.
    package let principal: Principal?
}

/// A capability's part of the front page.
package struct HomePart: Sendable {
    /// What the site is for, in its heading; the first part that has one gives it.
    package var heading: String?
    package var lead: HTML
    package var doors: [Door]
    package var below: HTML

    /// A way into a part of the site, with a line of what is there.
    package struct Door: Sendable {
        package let title: String
        package let address: Address
        package let words: String

        package init(_ title: String, _ address: Address, _ words: String) {
            (self.title, self.address, self.words) = (title, address, words)
        }
    }

    package init(heading: String? = nil, lead: HTML = HTML(), doors: [Door] = [], below: HTML = HTML()) {
        (self.heading, self.lead, self.doors, self.below) = (heading, lead, doors, below)
    }
}
