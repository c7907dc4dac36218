import Office

/// An entry of the desk's navigation, for accounts that have the right.
package struct DeskSection: Sendable, Hashable {
    package let title: String
    package let address: Address
    package let right: Right
    /// Its place in the list: works stand before what serves them, one's own account last.
    package let rank: Int

    package init(_ title: String, _ address: Address, _ right: Right, rank: Int) {
        (self.title, self.address, self.right, self.rank) = (title, address, right, rank)
    }

    package static let home = DeskSection("首页", DeskPath.home(), .ownAccount, rank: 0)
}
