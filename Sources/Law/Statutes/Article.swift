import Markup

/// A place in a statute: article, paragraph, item. `36.1.4` is 第三十六条第（四）项.
package struct Article: Hashable, Sendable, CustomStringConvertible {
    package let number: Int
    package let paragraph: Int?
    package let item: Int?

    package init(_ number: Int, paragraph: Int? = nil, item: Int? = nil) {
        self.number = number
        self.paragraph = item == nil ? paragraph : paragraph ?? 1
        self.item = item
    }

    /// Reads `33`, `33.2` or `36.1.4`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.allSatisfy { $0.isASCIIDigit } ? Int($0) : nil }
        guard (1...3).contains(parts.count), numbers.count == parts.count, numbers.allSatisfy({ (1...999).contains($0) })
        else { return nil }
        self.init(numbers[0], paragraph: numbers.count > 1 ? numbers[1] : nil, item: numbers.count > 2 ? numbers[2] : nil)
    }

    /// As JSON and the command line say it: 33.2.
    package var description: String {
        ([number] + [paragraph, item].compactMap { $0 }).map(String.init).joined(separator: ".")
    }

    /// As a letter says it of the Regulation: 第三十三条第二款.
    package var chinese: String { Statute.regulation.chinese(self) }

    /// - Parameter isNamed: whether the article has several paragraphs, so that an item's first one is named, too.
    func chinese(namingFirstParagraph isNamed: Bool) -> String {
        var text = "第\(ChineseNumeral.counting(number))条"
        if let paragraph, item == nil || paragraph > 1 || isNamed { text += "第\(ChineseNumeral.counting(paragraph))款" }
        if let item { text += "第（\(ChineseNumeral.counting(item))）项" }
        return text
    }
}
