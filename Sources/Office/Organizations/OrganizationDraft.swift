import Law

/// What is typed to put an organization into the tree, or to change what it is.
package struct OrganizationDraft: Hashable, Sendable {
    package var name: String
    package var kind: OrganizationKind
    package var parentID: Int?
    /// The region that its name is unique in; nil for the one that follows from its place: its own name for a province,
    /// city or county, its parent's region for others.
    package var region: String?
    package var jurisdiction: Jurisdiction?
    package var code: String?

    package init(
        name: String, kind: OrganizationKind, parentID: Int? = nil, region: String? = nil, jurisdiction: Jurisdiction? = nil,
        code: String? = nil
    ) {
        self.name = Typed.text(name) ?? ""
        self.kind = kind
        self.parentID = parentID
        self.region = region.flatMap(Typed.text)
        self.jurisdiction = jurisdiction
        self.code = code.flatMap(Typed.text)?.uppercased()
    }

    /// The region that follows from kind, name and parent.
    package static func region(_ kind: OrganizationKind, name: String, parentRegion: String?) -> String {
        kind.isRegion ? OrganizationName.key(name) : parentRegion ?? OrganizationName.key(name)
    }
}

/// The rules that hold for an organization by itself and beside its parent, for a form and a sheet alike.
package enum OrganizationRule {
    package static let longestName = 100
    /// How many levels the tree may have.
    package static let deepest = 12

    /// What is wrong with a name.
    package static func problem(name: String) -> OrganizationError? {
        if name.isEmpty { return .nameMissing }
        // The sheet parts the names of a path with it.
        if name.contains("/") || name.contains("#") || name.contains(where: \.isNewline) || name.count > longestName {
            return .nameUnfit(name)
        }
        return nil
    }

    /// What is wrong with a code for index numbers: its parts are joined by other signs.
    package static func problem(code: String) -> OrganizationError? {
        let fits = (1...20).contains(code.utf8.count) && code.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        return fits ? nil : .codeUnfit(code)
    }

    package static func problem(_ kind: OrganizationKind, _ jurisdiction: Jurisdiction) -> OrganizationError? {
        kind.allows(jurisdiction) ? nil : .jurisdictionUnfit(jurisdiction, kind)
    }

    package static func problem(_ kind: OrganizationKind, name: String, under parent: Organization?) -> OrganizationError? {
        kind.canStand(under: parent?.kind) ? nil : .placeUnfit(name: name, kind: kind, parent: parent?.displayName)
    }

    /// What is wrong with leaders.
    package static func problem(_ leaders: [Leader]) -> OrganizationError? {
        if leaders.count > Leader.most { return .leader("负责人最多 \(Leader.most) 名。") }
        return leaders.lazy.compactMap(\.problem).first.map { .leader($0) }
    }
}
