import Markup

/// The field that names a region: a list while it is short, else a line to type into.
package enum RegionField {
    /// A list of more would make the page heavier than its content.
    package static let longestList = 200

    package static func render(_ regions: [String], chosen: String?, any: String?) -> HTML {
        guard regions.count > longestList else {
            return Choice.render(
                "地区", name: "region", options: regions.map { .init(value: $0, title: $0) }, chosen: chosen, any: any)
        }
        return """
            <div class="field"><label for="region">地区</label><input type="text" id="region" name="region" value="\(chosen ?? "")" autocomplete="off"></div>
            """
    }
}
