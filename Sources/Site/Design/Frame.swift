import Office

/// What stands around a page and does not depend on it.
struct Frame: Sendable {
    /// Whose site it is.
    var officeName = "公开"
    /// False while the office has not chosen it.
    var hasOwnName = false
    var display = Display()
    /// The page's own address, for switches that lead back to it.
    var address = "/"
    /// Who is signed in.
    var principal: Principal?
}

/// How the reader wants pages to look, kept in a cookie that says nothing else.
struct Display: Sendable, Equatable {
    /// 关怀版: 24 px, one column, larger targets.
    var largePrint = false
    var highContrast = false

    static let cookieName = "display"

    init(largePrint: Bool = false, highContrast: Bool = false) {
        self.largePrint = largePrint
        self.highContrast = highContrast
    }

    /// Reads the cookie's value; anything else is the usual display.
    init(cookie: String?) {
        largePrint = cookie?.contains("l") ?? false
        highContrast = cookie?.contains("c") ?? false
    }

    /// `l`, `c`, `lc`, or `n` for the usual display.
    var cookie: String {
        let value = (largePrint ? "l" : "") + (highContrast ? "c" : "")
        return value.isEmpty ? "n" : value
    }

    /// The classes of the root element.
    var classes: String {
        [largePrint ? "large" : nil, highContrast ? "contrast" : nil].compactMap { $0 }.joined(separator: " ")
    }
}
