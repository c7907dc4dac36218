import AnnualReport
import Markup

/// A status as a word in a frame.
enum Tag {
    static func render(_ severity: Severity) -> HTML {
        "<strong class=\"tag \(severity.rawValue)\">\(severity.title)</strong>"
    }

    static func plain(_ word: String) -> HTML {
        "<span class=\"tag plain\">\(word)</span>"
    }
}
