import Markup

/// Addresses within the site, percent-encoded.
package enum Link {
    /// `/reports?year=2021&region=%E9%9D%92…`; parameters without a value are left out.
    package static func to(_ path: String, _ query: KeyValuePairs<String, String?> = [:], fragment: String? = nil) -> String {
        var link = path
        var mark = "?"
        for (name, value) in query {
            guard let value else { continue }
            link += mark + name + "=" + encode(value)
            mark = "&"
        }
        if let fragment { link += "#" + encode(fragment) }
        return link
    }

    /// The same with parameters that are known only at run time.
    package static func to(_ path: String, _ query: [(String, String)]) -> String {
        query.isEmpty ? path : path + "?" + query.map { encode($0.0) + "=" + encode($0.1) }.joined(separator: "&")
    }

    /// Where to go back to: a path of this site, else its front page. Never another site, whatever the address says.
    package static func local(_ path: String?) -> String {
        guard let path, path.utf8.first == UInt8(ascii: "/"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !path.utf8.contains(UInt8(ascii: "\\")), !path.utf8.starts(with: "//".utf8)
        else { return "/" }
        return path
    }

    /// As it stands in a path or a query.
    static func encode(_ text: String) -> String {
        text.percentEncoded
    }
}
