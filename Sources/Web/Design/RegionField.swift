import Markup

/// The field that names a region: a list while it is short, else a line to type into.
package struct RegionField: Component {
    /// A list of more would make the page heavier than its content.
    package static let longestList = 200

    private let regions: [String]
    private let chosen: String?
    private let any: String?

    /// - Parameter any: the list's entry for all regions.
    package init(_ regions: [String], chosen: String?, any: String? = nil) {
        (self.regions, self.chosen, self.any) = (regions, chosen, any)
    }

    package var html: HTML {
        let isShort = regions.count <= Self.longestList
        return FormField(
            name: "region", label: "地区",
            control: isShort
                ? .options(regions.map { Choice(value: $0, title: $0) }, chosen: chosen, any: any) : .text(chosen ?? "")
        ).html
    }
}
