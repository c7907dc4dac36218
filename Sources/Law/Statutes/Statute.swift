/// The texts that the rules rest on, each with the day from which the version meant here holds.
package enum Statute: Hashable, Sendable, CaseIterable {
    /// 政府信息公开条例, State Council Order 711.
    case regulation
    /// 行政复议法 as amended in 2017.
    case reviewLaw2017
    /// 行政复议法 as revised in 2023.
    case reviewLaw
    /// 行政复议法实施条例 as revised; known here by report only.
    case reviewRegulation
    /// 行政诉讼法 as amended in 2017.
    case litigationLaw
    /// 最高人民法院关于适用《行政诉讼法》的解释, 法释〔2018〕1号.
    case litigationInterpretation
    /// 民事诉讼法: what its article 90 says of electronic service is the nearest rule for e-mail and portal.
    case civilProcedureLaw
    /// 最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释, 法释〔2025〕8号.
    case interpretation
    /// 政府信息公开信息处理费管理办法, 国办函〔2020〕109号.
    case feeMeasures
    /// The State Council office's answer on service, 国办公开办函〔2016〕235号.
    case serviceReply
    /// The notes to the annual report's form, 国办公开办函〔2019〕60号 and 〔2021〕30号.
    case reportForm

    package var title: String {
        switch self {
        case .regulation: "《政府信息公开条例》"
        case .reviewLaw2017: "《行政复议法》（2017年修正）"
        case .reviewLaw: "《行政复议法》（2023年修订）"
        case .reviewRegulation: "《行政复议法实施条例》（修订）"
        case .litigationLaw: "《行政诉讼法》"
        case .litigationInterpretation: "法释〔2018〕1号"
        case .civilProcedureLaw: "《民事诉讼法》"
        case .interpretation: "法释〔2025〕8号"
        case .feeMeasures: "《政府信息公开信息处理费管理办法》"
        case .serviceReply: "国办公开办函〔2016〕235号"
        case .reportForm: "年度报告格式说明"
        }
    }

    /// The first day on which it holds; nil for an office's letter, which says how a rule that holds is to be read.
    package var since: Day? {
        switch self {
        case .regulation: Day(2019, 5, 15)
        case .reviewLaw2017: Day(2018, 1, 1)
        case .reviewLaw: Day(2024, 1, 1)
        case .reviewRegulation: Day(2026, 7, 1)
        case .litigationLaw: Day(2017, 7, 1)
        case .litigationInterpretation: Day(2018, 2, 8)
        case .civilProcedureLaw: Day(2022, 1, 1)
        case .interpretation: Day(2025, 6, 1)
        case .feeMeasures: Day(2021, 1, 1)
        case .serviceReply, .reportForm: nil
        }
    }
}

extension Statute {
    /// The articles that have several paragraphs: there a citation of an item names its paragraph, the first one included.
    private var articlesOfSeveralParagraphs: Set<Int> {
        switch self {
        case .regulation: [3, 4, 6, 10, 11, 12, 13, 16, 17, 25, 29, 33, 39, 42, 44, 47, 49, 50, 55]
        case .reviewLaw: [20, 23, 24, 54, 62]
        case .reviewLaw2017: [12, 13, 15]
        case .reviewRegulation: [30]
        case .interpretation: [2, 10]
        default: []
        }
    }

    /// An article of it as a letter says it: 第二十三条第一款第（四）项, 第三十六条第（四）项.
    func chinese(_ article: Article) -> String {
        article.chinese(namingFirstParagraph: articlesOfSeveralParagraphs.contains(article.number))
    }
}

/// What a rule rests on: a statute and, where it has articles, the place in it.
package struct Basis: Hashable, Sendable, CustomStringConvertible {
    package let statute: Statute
    package let article: Article?

    package init(_ statute: Statute, _ article: Article? = nil) {
        self.statute = statute
        self.article = article
    }

    /// An article of the Regulation.
    package init(_ number: Int, paragraph: Int? = nil, item: Int? = nil) {
        self.init(.regulation, Article(number, paragraph: paragraph, item: item))
    }

    /// 第三十三条第二款; nil where the statute is meant as a whole.
    package var place: String? { article.map(statute.chinese) }

    /// 《政府信息公开条例》第三十三条第二款
    package var description: String { statute.title + (place ?? "") }
}

/// A rule was asked about a day before it held.
package struct NotInForce: Error, Hashable, Sendable, CustomStringConvertible {
    package let statute: Statute
    package let since: Day
    package let day: Day

    /// - Throws: where the statute does not hold yet on that day.
    static func check(_ statute: Statute, on day: Day) throws(NotInForce) {
        if let since = statute.since, day < since { throw NotInForce(statute: statute, since: since, day: day) }
    }

    package var description: String {
        "\(statute.title)自\(since.chinese)起施行，不适用于\(day.chinese)。请填写\(since)及以后的日期。"
    }
}
