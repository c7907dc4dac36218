import AnnualReport
import Markup
import Office
import Web

extension Tag {
    static func render(_ severity: Severity) -> HTML {
        "<strong class=\"tag \(severity.rawValue)\">\(severity.title)</strong>"
    }
}
