import Office

/// What stands around a page and does not depend on it.
package struct Frame: Sendable {
    /// Whose site it is.
    package var officeName = "公开"
    /// False while the office has not chosen it.
    package var hasOwnName = false
    package var display = Display()
    /// Of this site.
    package var menu = SiteMenu()
    /// The page's own address, for switches that lead back to it.
    package var address = "/"
    /// Who is signed in.
    package var principal: Principal?

    package init(
        officeName: String = "公开", hasOwnName: Bool = false, display: Display = Display(), address: String = "/",
        principal: Principal? = nil
    ) {
        self.officeName = officeName
        self.hasOwnName = hasOwnName
        self.display = display
        self.address = address
        self.principal = principal
    }
}

/// How the reader wants pages to look, kept in a cookie that says nothing else.
package struct Display: Sendable, Equatable {
    /// 关怀版: 24 px, one column, larger targets.
    package var largePrint = false
    package var highContrast = false

    package static let cookieName = "display"

    package init(largePrint: Bool = false, highContrast: Bool = false) {
        self.largePrint = largePrint
        self.highContrast = highContrast
    }

    /// Reads the cookie's value; anything else is the usual display.
    package init(cookie: String?) {
        largePrint = cookie?.contains("l") ?? false
        highContrast = cookie?.contains("c") ?? false
    }

    /// `l`, `c`, `lc`, or `n` for the usual display.
    package var cookie: String {
        let value = (largePrint ? "l" : "") + (highContrast ? "c" : "")
        return value.isEmpty ? "n" : value
    }

    /// The classes of the root element.
    package var classes: String {
        [largePrint ? "large" : nil, highContrast ? "contrast" : nil].compactMap { $0 }.joined(separator: " ")
    }
}
