import AnnualReport
import Testing

@testable import ReportFiles

/// Marks before sections, items and rows.
struct MarkTests {
    private func read(_ text: String) -> (mark: ItemMark, rest: String)? {
        let found = text.withUTF8Copy { Mark.read($0) }
        return found.map { ($0.mark, String(decoding: text.utf8.dropFirst($0.length), as: UTF8.self)) }
    }

    @Test(arguments: [
        ("一、总体情况", ItemMark.section(1), "总体情况"), ("十一、附件", .section(11), "附件"), ("二十、甲", .section(20), "甲"), ("二十一、甲", .section(21), "甲"),
        (" 三 、 甲", .section(3), " 甲"), ("五，甲", .section(5), "甲"), ("（一）予以公开", .bracketed(1), "予以公开"), ("(七)总计", .bracketed(7), "总计"),
        ("( 三 ) 不予公开", .bracketed(3), " 不予公开"), ("（十二）甲", .bracketed(12), "甲"), ("1.属于国家秘密", .digit(1), "属于国家秘密"),
        ("1、属于国家秘密", .digit(1), "属于国家秘密"), ("1 . 属于国家秘密", .digit(1), " 属于国家秘密"), ("１．甲", .digit(1), "甲"), ("10.甲", .digit(10), "甲"),
        ("(1)甲", .digit(1), "甲"), ("（2）甲", .digit(2), "甲"), ("①甲", .digit(1), "甲"), ("⑳甲", .digit(20), "甲"),
        ("\u{3000}2.甲", .digit(2), "甲"),
    ])
    func aMarkIsReadAndTheWordsAfterIt(_ text: String, _ mark: ItemMark, _ rest: String) throws {
        let found = try #require(read(text))
        #expect(found.mark == mark && found.rest == rest)
    }

    @Test(arguments: [
        "", "一", "一是", "总体情况", "1.19亿元", "2020年", "1", "12", "0.甲", "（总体）", "（一", "一）甲", "３．５万元", "十十、甲", "一二三四、甲", "二〇、甲", "+1.甲",
        "1234.甲",
    ])
    func otherTextHasNoMark(_ text: String) {
        #expect(read(text) == nil)
    }
}
