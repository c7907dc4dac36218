import CXML2

/// libxml2's one-time setup, which must happen before threads use it.
enum LibXML {
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    static func prepare() { _ = isReady }
}
