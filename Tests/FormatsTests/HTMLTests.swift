import Markup
import Testing

@testable import Formats

@Suite struct HTMLTests {
    @Test func textIsEscapedInTextAndAttributes() {
        let evil = "<script>\"'&"
        let page: HTML = "<p title=\"\(evil)\">\(evil)</p>"
        #expect(page.description == "<p title=\"&lt;script&gt;&quot;&#39;&amp;\">&lt;script&gt;&quot;&#39;&amp;</p>")
    }

    @Test func markupListsOptionalsAndNumbersGoIn() {
        let part: HTML = "<b>\("甲")</b>"
        let none: HTML? = nil
        let noText: String? = nil
        let some: String? = "<"
        let page: HTML = "\(part)\([part, part])\(none)\(noText)\(some)\(42)\(raw: "<hr>")\("a<b".dropFirst())"
        #expect(page.description == "<b>甲</b><b>甲</b><b>甲</b>&lt;42<hr>&lt;b")
    }

    @Test func joiningAndAppending() {
        #expect(HTML.join(["a", "b"], separator: "<br>").description == "a<br>b")
        var page: HTML = "<i>"
        page += HTML(text: "&")
        page.append(text: "'")
        #expect((page + "</i>").description == "<i>&amp;&#39;</i>")
        #expect(HTML().isEmpty && !page.isEmpty)
    }
}
