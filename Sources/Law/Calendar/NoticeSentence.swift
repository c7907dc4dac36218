import Markup

/// One sentence of a notice of holidays, without white space and with narrow digits.
struct NoticeSentence {
    let text: String
    /// True for a clause that goes on with the break of the one before.
    let follows: Bool
    private let characters: [Character]

    private init(_ characters: [Character], follows: Bool) {
        (self.characters, self.follows) = (characters, follows)
        text = String(characters)
    }

    /// Days off: 放假, or 补休 for a holiday that fell on a weekend.
    var isOff: Bool { text.contains("放假") || text.contains("补休") }
    var isWorked: Bool { text.contains("上班") }

    /// The sentences of a text: they end with 。 or a line's end, but for a line that was broken to fit a page. What a
    /// sentence says of working days after its break stands alone.
    static func split(_ text: String) -> [NoticeSentence] {
        unbroken(narrow(text).split(separator: "\n")).flatMap { line in
            line.split(separator: "。").flatMap { clauses(Array($0)) }
        }
    }

    /// Lines joined again where one cannot end, or the next cannot begin.
    private static func unbroken(_ lines: [Substring]) -> [String] {
        lines.reduce(into: []) { joined, line in
            guard let last = joined.last?.last, let first = line.first else { return joined.append(String(line)) }
            let isBroken = "、，至（月年放上补共".contains(last) || last.isNumber || "至、，（）月日年放上假班天补休".contains(first)
            if isBroken { joined[joined.count - 1] += line } else { joined.append(String(line)) }
        }
    }

    /// What a sentence says of days: 放假 and 补休 are off, 上班 is worked.
    private static let verbs = ["放假", "补休", "上班"].map(Array.init)

    private static func verb(in characters: ArraySlice<Character>) -> Int? {
        characters.indices.first { place in verbs.contains { characters[place...].starts(with: $0) } }
    }

    /// 10月1日至7日放假，9月20日上班 and 1月1日放假，1月2日补休: two clauses each.
    private static func clauses(_ characters: [Character]) -> [NoticeSentence] {
        var list: [NoticeSentence] = []
        var rest = characters[...]
        while let verb = verb(in: rest), let month = rest[verb...].firstIndex(of: "月"), Self.verb(in: rest[month...]) != nil,
            let comma = rest[verb..<month].lastIndex(of: "，")
        {
            list.append(NoticeSentence(Array(rest[..<comma]), follows: !list.isEmpty))
            rest = rest[(comma + 1)...]
        }
        return list + [NoticeSentence(Array(rest), follows: !list.isEmpty)]
    }

    /// Narrow digits and wide punctuation, without white space but for the ends of lines.
    private static func narrow(_ text: String) -> String {
        var narrow = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: narrow.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
            case 0x28: narrow.append("（")
            case 0x29: narrow.append("）")
            case 0x3A: narrow.append("：")
            case 0x2C: narrow.append("，")
            case 0x0A, 0x0D: narrow.append("\n")
            case 0x3002, 0xFF1B, 0x3B: narrow.append("。")
            case 0x2D, 0x2014, 0x7E, 0xFF5E, 0x2013: narrow.append("至")
            case 0x09, 0x20, 0xA0, 0x3000, 0xFEFF, 0x200B: break
            default: narrow.unicodeScalars.append(scalar)
            }
        }
        return narrow
    }

    /// What stands before a colon, without its number: 一、元旦：…, （一）元旦：…, 1.元旦：…
    var label: String? {
        guard let colon = characters.firstIndex(of: "："), colon <= 20 else { return nil }
        var words = characters[..<colon]
        if let mark = words.firstIndex(where: { "、）.．".contains($0) }),
            words[..<mark].allSatisfy({ "（一二三四五六七八九十0123456789".contains($0) })
        {
            words = words[(mark + 1)...]
        }
        return String(words)
    }

    /// 2027 of 关于2027年部分节假日安排的通知.
    var titleYear: Int? {
        guard let title = text.firstRange(of: "节假日安排") else { return nil }
        let characters = Array(text[..<title.lowerBound])
        guard let place = characters.lastIndex(of: "年"), place >= 4 else { return nil }
        return Int(String(characters[(place - 4)..<place]))
    }

    /// True where 至 stands between the dates.
    var isRange: Bool { characters.contains("至") }

    /// 3 of 共3天.
    var statedDays: Int? {
        guard let place = characters.lastIndex(of: "共") else { return nil }
        let digits = characters[(place + 1)...].prefix { $0.isASCII && $0.isNumber }
        return characters[(place + 1)...].dropFirst(digits.count).first == "天" ? Int(String(digits)) : nil
    }

    /// The dates before 放假, 补休 or 上班, in order. What is in brackets only names the weekday, which must be right.
    func dates(year planned: Int) throws(HolidayNoticeError) -> [Day] {
        var dates: [Day] = []
        var month: Int?
        var year: Int?
        var number = ""
        var i = label == nil ? 0 : (characters.firstIndex(of: "：") ?? 0)
        var years: [Int?] = []
        var weekdays: [(date: Int, words: ArraySlice<Character>)] = []
        while i < characters.count {
            let c = characters[i]
            if c.isASCII, c.isNumber {
                number.append(c)
            } else if c == "（" {
                let end = characters[i...].firstIndex(of: "）") ?? characters.count
                if !dates.isEmpty { weekdays.append((dates.count - 1, characters[i..<end])) }
                i = end
                number = ""
            } else {
                switch (c, Int(number)) {
                case ("年", let value?): year = value
                case ("月", let value?): month = value
                case ("日", let value?):
                    guard let month, let day = Day(year: year ?? planned, month: month, day: value) else { throw .unreadable(text) }
                    dates.append(day)
                    years.append(year)
                case _ where Self.verbs.contains { characters[i...].starts(with: $0) }: i = characters.count
                default: break
                }
                number = ""
            }
            i += 1
        }
        // 12月31日至1月2日: the first day is the year before's.
        if dates.count == 2, isRange, dates[0] > dates[1], years[0] == nil, dates[0].date.month == 12, dates[1].date.month == 1 {
            dates[0] = dates[0].adding(months: -12)
        }
        for stated in weekdays { try check(dates[stated.date], stated.words) }
        guard zip(dates, dates.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .unreadable(text) }
        return dates
    }

    /// （农历腊月二十八、周日）, （星期日）
    private func check(_ day: Day, _ words: ArraySlice<Character>) throws(HolidayNoticeError) {
        for (i, c) in words.enumerated() where c == "周" || c == "期" {
            guard let next = words.dropFirst(i + 1).first,
                var place = "一二三四五六日天".firstIndex(of: next).map({ "一二三四五六日天".distance(from: "一二三四五六日天".startIndex, to: $0) + 1 })
            else { continue }
            place = min(place, 7)
            if place != day.weekday { throw .weekday(text, day, stated: "周\(next)") }
        }
    }
}
