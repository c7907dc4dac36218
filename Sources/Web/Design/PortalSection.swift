/// An entry of the portal's navigation.
package struct PortalSection: Sendable, Hashable {
    package let title: String
    package let path: String

    package init(_ title: String, _ path: String) { (self.title, self.path) = (title, path) }
}
