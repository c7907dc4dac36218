import Testing

@testable import Formats

@Suite struct PageFurnitureTests {
    private func removed(_ text: String) -> [String] {
        String(decoding: PageFurniture.removed(from: Array(text.utf8)), as: UTF8.self)
            .split(separator: "\n").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    }

    @Test func runningHeadsAndFeetAreLeftOutThoughTheirNumbersDiffer() {
        let text = "某镇年报 1/2\n甲\n乙\n丙\n丁\n第 1 页\u{0C}某镇年报 2/2\n戊\n己\n庚\n辛\n第 2 页\u{0C}"
        #expect(removed(text) == ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"])
    }

    @Test func linesThatNoOtherPageHasStay() {
        let text = "题目\n甲\n乙\n丙\n丁\n落款\u{0C}正文\n戊\n己\n庚\n辛\n日期\u{0C}"
        #expect(removed(text).count == 12)
    }

    @Test func figuresAtThePagesEdgesStayWhereOnlyOnePageHasThem() {
        #expect(removed("规章 0 0 0\n甲\n乙\n丙\n丁\u{0C}行政强制 1 2 3\n戊\n己\n庚\n辛").contains("行政强制123"))
    }

    @Test func aSinglePageIsLeftAlone() {
        #expect(removed("甲\n乙\n丙\n丁\n戊\n己") == ["甲", "乙", "丙", "丁", "戊", "己"])
    }
}
