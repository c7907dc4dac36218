import AnnualReport

/// Reads the title: whose report, on which year. 太阳镇2020年政府信息公开工作年度报告, 2020年太阳镇…, 关于2022年度…的报告.
struct TitleReader {
    /// The title as printed, on one line.
    var title: String
    var organization: String?
    var year: Int?

    /// Nil for a line that is no title.
    init?(_ line: String) {
        var text = Sentence(line)
        if let colon = text.characters.prefix(4).firstIndex(of: 0x3A) {
            // 标题：…
            text = Sentence(text.text(colon + 1..<text.count))
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
            organization = TitleReader.body(TitleReader.bare(text.text(0..<disclosure)), cutting: true)
            return
        }
        if let before = TitleReader.body(text.text(0..<start), cutting: true) {
            organization = before
        } else if end < disclosure {
            // The year comes first: the body stands between it and 政府信息公开.
            organization = TitleReader.body(TitleReader.bare(text.text(end..<disclosure)), cutting: true)
        }
    }

    /// Reads a page's own title, which goes on with the name of the site.
    init?(upTo words: Folded, of line: String) {
        let text = Sentence(line)
        guard let end = text.last(words) else { return nil }
        self.init(text.text(0..<end + words.count))
    }

    /// The words before 信息公开 without the 政府 that belongs to it.
    private static func bare(_ words: String) -> String {
        words.hasSuffix("政府") && !words.hasSuffix("人民政府") ? String(words.dropLast(2)) : words
    }

    /// The year in digits or in Chinese numerals (二〇二〇年), and the places around it with 年度.
    private static func yearPlace(_ text: Sentence) -> (year: Int, start: Int, end: Int)? {
        for i in 0..<text.count {
            var year = text.year(at: i)
            if year == nil, i + 4 < text.count, text.characters[i + 4] == 0x5E74 {
                let digits = text.characters[i..<(i + 4)].compactMap(numeral)
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

    static func numeral(_ c: UInt16) -> Int? {
        switch c {
        case 0x3007, 0x25CB, 0x96F6, 0x4F, 0x30: 0
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    /// The name of a body, brackets full-width; nil for words that name none.
    static func body(_ words: String, cutting: Bool) -> String? {
        var name = ""
        for c in words {
            switch c {
            case "(", "[", "〔", "【": name.append("（")
            case ")", "]", "〕", "】": name.append("）")
            case "《", "》", "“", "”", "\"", "#", "*", "-", "—", "|": break
            default: name.append(c)
            }
        }
        if cutting {
            var changed = true
            while changed {
                changed = false
                for tail in ["政府信息公开工作", "政府信息公开", "信息公开工作", "信息公开", "关于", "公布", "发布", "的", "："] where name.hasSuffix(tail) {
                    name.removeLast(tail.count)
                    if tail.hasPrefix("政府信息"), name.hasSuffix("人民") { name += "政府" }
                    changed = true
                }
                for head in ["关于", "现将", "公布", "附件：", "附件"] where name.hasPrefix(head) {
                    name.removeFirst(head.count)
                    changed = true
                }
            }
        }
        guard name.count >= 2, name.count <= 40, !name.hasPrefix("我"), !name.hasPrefix("本"), !name.hasPrefix("全"),
            !name.contains("，"), !name.contains(","), !name.contains("。"), !name.contains("年"),
            name.contains(where: { $0.unicodeScalars.allSatisfy { $0.value >= 0x4E00 } })
        else { return nil }
        return name
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
