import Testing

@testable import Law

@Suite("Articles, as JSON and letters write them")
struct ArticleTests {
    @Test(
        "article, paragraph, item",
        arguments: [
            ("33", 33, nil, nil, "第三十三条"), ("33.2", 33, 2, nil, "第三十三条第二款"), ("36.1.4", 36, 1, 4, "第三十六条第（四）项"),
            ("20.1.15", 20, 1, 15, "第二十条第（十五）项"),
            ("29.2.3", 29, 2, 3, "第二十九条第二款第（三）项"), ("10", 10, nil, nil, "第十条"), ("1", 1, nil, nil, "第一条"), ("11", 11, nil, nil, "第十一条"),
            ("50.1.4", 50, 1, 4, "第五十条第一款第（四）项"), ("10.1", 10, 1, nil, "第十条第一款"), ("100", 100, nil, nil, "第一百条"),
            ("101", 101, nil, nil, "第一百零一条"), ("110", 110, nil, nil, "第一百一十条"),
            ("999", 999, nil, nil, "第九百九十九条"),
        ] as [(String, Int, Int?, Int?, String)])
    func reading(text: String, number: Int, paragraph: Int?, item: Int?, chinese: String) throws {
        let article = try #require(Article(text))
        #expect(article.number == number && article.paragraph == paragraph && article.item == item)
        #expect(article.description == text)
        #expect(article.chinese == chinese)
    }

    @Test("an item without a paragraph stands in the first")
    func itemAlone() {
        #expect(Article(36, item: 4) == Article(36, paragraph: 1, item: 4))
        #expect(Article(36, item: 4).description == "36.1.4")
    }

    @Test(
        "no article",
        arguments: [
            "", "0", "33.0", "36.1.0", "1000", "33.", ".2", "33..2", "1.2.3.4", "-1", "+1", " 33", "33 ", "三十三", "３３", "33,2",
            "99999999999999999999",
        ])
    func noArticle(text: String) {
        #expect(Article(text) == nil)
    }

    @Test("an item of an article with several paragraphs names its paragraph, the first one included")
    func severalParagraphs() {
        #expect(Basis(.reviewLaw, Article(23, item: 4)).description == "《行政复议法》（2023年修订）第二十三条第一款第（四）项")
        #expect(Basis(.reviewLaw, Article(24, item: 3)).place == "第二十四条第一款第（三）项")
        #expect(Basis(.interpretation, Article(1, item: 3)).description == "法释〔2025〕8号第一条第（三）项")
        #expect(Basis(36, item: 4).place == "第三十六条第（四）项")
        #expect(Basis(.feeMeasures).place == nil)
    }

    @Test("a basis names its statute and the place in it")
    func bases() {
        #expect(Basis(33, paragraph: 2).description == "《政府信息公开条例》第三十三条第二款")
        #expect(Basis(.feeMeasures).description == "《政府信息公开信息处理费管理办法》")
        #expect(Basis(36, item: 4) == Basis(.regulation, Article(36, paragraph: 1, item: 4)))
    }
}
