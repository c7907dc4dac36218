import AnnualReport
import Markup

/// Reads the title: whose report, on which year. 太阳镇2020年政府信息公开工作年度报告, 2020年太阳镇…, 关于2022年度…的报告.
struct TitleReader {
    /// The title as printed, on one line.
    var title: String
    var organization: String?
    var year: Int?

    /// Nil for a line that is no title.
    init?(_ line: String) {
        self.init(Sentence(line))
    }

    /// Nil for a line that is no title.
    init?(_ line: Sentence) {
        var text = line
        if let colon = text.characters.prefix(4).firstIndex(of: 0x3A) {
            // 标题：…
            text = Sentence(text, colon + 1..<text.count)
        }
        guard text.count <= 80, let disclosure = text.find("信息公开", in: 0..<text.count),
            let report = text.last("报告"), report > disclosure,
            report >= text.count - 16 || text.contains("年度报告"), !text.characters.contains(0x3002),
            !text.contains("本报告"), !text.contains("根据"), !text.contains("通知")
        else { return nil }
        title = text.text
        let numerals = TitleReader.yearPlace(text)
        year = numerals?.year
        guard let (_, start, end) = numerals, start < disclosure else {
            // 松林镇政府信息公开…年度报告（2021年度）
            organization = TitleReader.body(text, TitleReader.bare(text, 0..<disclosure), cutting: true)
            return
        }
        if let before = TitleReader.body(text, 0..<start, cutting: true) {
            organization = before
        } else if end < disclosure {
            // The year comes first: the body stands between it and 政府信息公开.
            organization = TitleReader.body(text, TitleReader.bare(text, end..<disclosure), cutting: true)
        }
    }

    /// Reads a page's own title, which goes on with the name of the site.
    init?(upTo words: Folded, of line: String) {
        let text = Sentence(line)
        guard let end = text.last(words) else { return nil }
        self.init(Sentence(text, 0..<end + words.count))
    }

    /// The words before 信息公开 without the 政府 that belongs to it.
    private static func bare(_ text: Sentence, _ range: Range<Int>) -> Range<Int> {
        let end = range.upperBound
        guard range.count >= 2, text.has("政府", at: end - 2), range.count < 4 || !text.has("人民政府", at: end - 4) else { return range }
        return range.lowerBound..<end - 2
    }

    /// The year in digits or in Chinese numerals (二〇二〇年), and the places around it with 年度.
    private static func yearPlace(_ text: Sentence) -> (year: Int, start: Int, end: Int)? {
        for i in 0..<text.count {
            var year = text.year(at: i)
            if year == nil, i + 4 < text.count, text.characters[i + 4] == 0x5E74 {
                let digits = text.characters[i..<(i + 4)].compactMap { ChineseNumeral.yearDigit(of: UInt32($0)) }
                if digits.count == 4 {
                    let value = digits.reduce(0) { $0 * 10 + $1 }
                    if (2000...2099).contains(value) { year = value }
                }
            }
            if let year {
                let end = i + 5
                return (year, i, end < text.count && text.characters[end] == 0x5EA6 ? end + 1 : end)
            }
        }
        return nil
    }

    private static let tails: [Folded] = ["政府信息公开工作", "政府信息公开", "信息公开工作", "信息公开", "关于", "公布", "发布", "的"]
    private static let heads: [Folded] = ["关于", "现将", "公布", "附件"]

    /// The name of a body, brackets full-width; nil for words that name none.
    ///
    /// - Parameter cutting: whether words around the name are cut off (现将…政府信息公开).
    static func body(_ text: Sentence, _ range: Range<Int>, cutting: Bool) -> String? {
        var name: [UInt16] = []
        for c in text.characters[range] {
            switch c {
            case 0x28, 0x5B, 0x3014, 0x3010: name.append(0xFF08)  // ( [ 〔 【
            case 0x29, 0x5D, 0x3015, 0x3011: name.append(0xFF09)  // ) ] 〕 】
            // 《 》 “ ” " # * - — |
            case 0x300A, 0x300B, 0x201C, 0x201D, 0x22, 0x23, 0x2A, 0x2D, 0x2014, 0x7C: break
            default: name.append(c)
            }
        }
        if cutting { cut(&name) }
        guard name.count >= 2, name.count <= 40, let first = name.first, !unfitFirst.contains(first),
            !name.contains(where: unfit.contains), name.contains(where: { $0 >= 0x4E00 })
        else { return nil }
        return Sentence.string(name[...])
    }

    /// 我, 本 and 全 begin words about the body, not its name; a name has no comma, full stop or year.
    private static let unfitFirst: CharacterClass = "我本全"
    private static let unfit: CharacterClass = ",。年"

    private static func cut(_ name: inout [UInt16]) {
        var changed = true
        while changed {
            changed = false
            for tail in tails where tail.ends(name[...]) {
                name.removeLast(tail.count)
                if tail.begins("政府信息"), ("人民" as Folded).ends(name[...]) { name += [0x653F, 0x5E9C] }  // 政府
                changed = true
            }
            for head in heads where head.starts(name[...]) {
                name.removeFirst(head.count)
                changed = true
            }
        }
    }

    /// True for words that end as the names of bodies do.
    static func looksLikeBody(_ name: String) -> Bool {
        let ends = [
            "省", "市", "州", "县", "区", "旗", "镇", "乡", "街道", "局", "委", "委员会", "办", "办公室", "厅", "政府", "中心", "处", "院", "所", "队", "站", "校", "公司",
            "部", "会", "）", "街道办事处",
        ]
        return ends.contains { name.hasSuffix($0) }
    }
}
