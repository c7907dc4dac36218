/// An entry of the portal's navigation.
package struct PortalSection: Sendable, Hashable {
    package let title: String
    package let address: Address

    package init(_ title: String, _ address: Address) { (self.title, self.address) = (title, address) }
}
