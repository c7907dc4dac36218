import Markup

/// The front page, made up of the parts of all capabilities.
enum HomePage {
    /// - Parameter office: whose site it is; nil while it has no name of its own.
    static func render(_ parts: [HomePart], office: String?) -> Page {
        let heading = parts.lazy.compactMap(\.heading).first ?? "政府信息公开"
        return Page(
            title: "首页",
            body: """
                <h1>\(office.map { "\($0)：" } ?? "")\(heading)</h1>
                \(parts.map(\.lead))
                <ul class="doors">
                \(parts.flatMap(\.doors).map(door))</ul>
                \(parts.map(\.below))
                """)
    }

    private static func door(_ door: HomePart.Door) -> HTML {
        "<li><h2><a href=\"\(door.address)\">\(door.title)</a></h2><p>\(door.words)</p></li>\n"
    }
}
