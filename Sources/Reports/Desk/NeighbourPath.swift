import Web

/// The paths of administration's pages that those of reports lead to. Neither target knows the other: a test follows the links.
enum NeighbourPath {
    static let newOrganization: Path<Never> = "/desk/organizations/new"
    static let account: Path<Never, Int> = "/desk/people/{id}"
}
