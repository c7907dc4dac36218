import Law

/// What sort of body an organization is.
package enum OrganizationKind: String, Sendable, CaseIterable {
    case province, city, county, town, bureau, office

    package var title: String {
        switch self {
        case .province: "省"
        case .city: "市"
        case .county: "县"
        case .town: "乡镇街道"
        case .bureau: "工作部门"
        case .office: "派出机构或内设机构"
        }
    }

    /// Reads the word that a list uses; nil for one that is not known.
    package init?(word: String) {
        let word = word.filter { !$0.isWhitespace }
        guard let kind = Self(rawValue: word) ?? Self.allCases.first(where: { $0.title == word || $0.otherWords.contains(word) })
        else { return nil }
        self = kind
    }

    private var otherWords: [String] {
        switch self {
        case .province: ["省级", "省级政府", "省政府", "自治区", "直辖市"]
        case .city: ["市级", "市级政府", "市政府", "地级市", "设区的市", "自治州", "州", "盟"]
        case .county: ["县级", "县级政府", "县政府", "县级市", "区", "县（市、区）", "自治县", "旗"]
        case .town: ["乡级", "乡镇", "乡", "镇", "街道", "街道办事处", "乡镇（街道）"]
        case .bureau: ["部门", "局", "委办局", "县级部门", "市级部门", "省级部门"]
        case .office: ["派出机构", "派出机关", "内设机构", "科室", "派出（内设）机构"]
        }
    }

    /// The level of the division that it governs; nil for a body of a government.
    package var level: Jurisdiction.Level? {
        switch self {
        case .province: .province
        case .city: .city
        case .county: .county
        case .town: .town
        case .bureau, .office: nil
        }
    }

    /// As whom such a body publishes an annual report (article 49); nil for one that need not by itself.
    package var reporter: ReportDue.Reporter? {
        switch self {
        case .province, .city, .county: .government
        case .town: .town
        case .bureau: .department
        case .office: nil
        }
    }

    /// True for a government whose name is that of a region: those below it report in that region.
    package var isRegion: Bool { level.map { $0 < .town } ?? false }

    /// True where such a body may stand under another of that kind; nil is the top of the tree.
    package func canStand(under parent: OrganizationKind?) -> Bool {
        guard let parent else { return self != .office }
        switch self {
        case .province: return false
        case .city: return parent == .province
        case .county: return parent == .province || parent == .city
        // A development zone's committee, which a government sends out, may have towns in its care.
        case .town: return parent == .city || parent == .county || parent == .office
        case .bureau, .office: return true
        }
    }

    /// True where a code of that level fits: a government's own, and any for a body of one.
    package func allows(_ jurisdiction: Jurisdiction) -> Bool {
        level.map { $0 == jurisdiction.level } ?? true
    }
}
