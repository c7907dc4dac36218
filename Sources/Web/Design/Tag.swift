import Markup

/// A status as a word in a frame.
package enum Tag {
    package static func plain(_ word: String) -> HTML {
        "<span class=\"tag plain\">\(word)</span>"
    }
}
