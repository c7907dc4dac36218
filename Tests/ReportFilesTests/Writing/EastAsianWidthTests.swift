import ReportFiles
import Testing

struct EastAsianWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("总计", 4), ("（一）", 6), ("１２", 4), ("𠮷", 2), ("e\u{301}", 1), ("，。", 4), ("한", 2),
        ("ｱ", 1), ("·", 1), ("\u{200B}", 0), ("“三”", 4),
    ])
    func ideographsAndFullWidthSignsTakeTwoColumns(_ text: String, _ width: Int) {
        #expect(EastAsianWidth.of(text) == width)
    }
}
