import Testing

@testable import Law

@Suite("Processing fee (国办函〔2020〕109号)")
struct ProcessingFeeTests {
    @Test(
        "worked sums and the edges of the bands",
        arguments: [
            (ProcessingFee.Measure.items, 1, 0), (.items, 10, 0), (.items, 11, 100), (.items, 12, 200), (.items, 30, 2_000),
            (.items, 31, 2_200),
            (.items, 35, 3_000), (.items, 40, 4_000), (.items, 45, 5_500), (.items, 50, 7_000), (.items, 51, 7_400), (.items, 61, 11_500),
            (.pages, 30, 0), (.pages, 31, 10), (.pages, 100, 700), (.pages, 150, 1_700), (.pages, 200, 2_700), (.pages, 201, 2_740),
            (.pages, 250, 4_700),
        ])
    func sums(measure: ProcessingFee.Measure, count: Int, total: Int) throws {
        let fee = try ProcessingFee(measure, count)
        #expect(fee.total == total)
        #expect(fee.bands.reduce(0) { $0 + $1.count } == count)
    }

    @Test("a number that nobody asks for, or a day before the measures, is refused")
    func refused() {
        for count in [0, -1, 100_001] { #expect(throws: ProcessingFee.Problem.self) { try ProcessingFee(.items, count) } }
        #expect(throws: ProcessingFee.Problem.self) { try ProcessingFee(.items, 12, on: Day(2020, 12, 31)) }
        #expect(throws: Never.self) { try ProcessingFee(.items, 12, on: Day(2021, 1, 1)) }
    }
}

@Suite("Identity numbers")
struct IdentityNumberTests {
    /// Seventeen digits with the check character that GB 11643 (ISO 7064, mod 11-2) asks for, worked out another way.
    private func card(_ digits: String) -> String {
        var p = 10
        for c in digits.utf8 {
            p = (p + Int(c) - 0x30) * 2 % 11
            if p == 0 { p = 0 }
        }
        // The sum over all eighteen, each by its power of two, leaves 1.
        let sum = digits.utf8.enumerated().reduce(0) { $0 + (Int($1.1) - 0x30) * ((1 << (17 - $1.0)) % 11) }
        let check = (12 - sum % 11) % 11
        return digits + (check == 10 ? "X" : "\(check)")
    }

    @Test("a resident card: region, day of birth and check digit")
    func cards() {
        let good = card("11010119900307001")
        #expect(IdentityNumber(good).kind == .residentCard && IdentityNumber(good).isValid)
        #expect(IdentityNumber(" " + good.lowercased() + "　").isValid)
        for digit in "0123456789X" where String(digit) != String(good.suffix(1)) {
            #expect(!IdentityNumber(good.dropLast() + String(digit)).isValid)
        }
        #expect(!IdentityNumber(card("99010119900307001")).isValid)
        #expect(!IdentityNumber(card("11010119900230001")).isValid)
        #expect(!IdentityNumber(card("11010120300307001"), today: Day(2026, 11, 21)).isValid)
        #expect(!IdentityNumber("110101900307001").isValid)
    }

    @Test("on the screen the day of birth is hidden")
    func masked() {
        let good = card("11010119900307001")
        let masked = IdentityNumber(good).masked
        #expect(masked.count == 18 && masked.hasPrefix("110***********") && !masked.contains("1990"))
        #expect(IdentityNumber("E12345678").masked == "E*****678")
    }

    @Test("a credit code: alphabet, region and check character")
    func codes() {
        #expect(IdentityNumber("91350100M000100Y43").kind == .creditCode)
        #expect(IdentityNumber("91350100M000100Y43").isValid)
        #expect(!IdentityNumber("91350100M000100Y44").isValid)
        #expect(!IdentityNumber("9135I100M000100Y43").isValid)
    }

    @Test(
        "the others by their form",
        arguments: [
            ("H12345678", IdentityNumber.Kind.hkMacaoPermit), ("M1234567801", .hkMacaoPermit), ("12345678", .taiwanPermit),
            ("E12345678", .passport),
            ("EA1234567", .passport),
        ])
    func forms(number: String, kind: IdentityNumber.Kind) {
        #expect(IdentityNumber(number).kind == kind && IdentityNumber(number).isValid)
    }

    @Test("what is no number says so", arguments: ["", "张三", "123", "1101011990030700123456"])
    func unknown(text: String) {
        #expect(IdentityNumber(text).kind == nil && !IdentityNumber(text).isValid && !IdentityNumber(text).reasons.isEmpty)
    }
}

@Suite("Articles")
struct ArticleTests {
    @Test(
        "written for JSON and for letters",
        arguments: [
            ("33.2", "第三十三条第二款"), ("36.1.4", "第三十六条第（四）项"), ("20", "第二十条"), ("10.1", "第十条第一款"), ("29.2.3", "第二十九条第二款第（三）项"),
        ])
    func words(text: String, chinese: String) throws {
        let article = try #require(Article(text))
        #expect(article.description == text && article.chinese == chinese)
    }

    @Test("no article", arguments: ["", "0", "33.", "a", "1.2.3.4", "-1"])
    func none(text: String) { #expect(Article(text) == nil) }

    @Test("56 articles, each in a few words")
    func regulation() {
        #expect(Regulation.count == 56)
        #expect(Regulation.summary(of: 57) == nil && Regulation.summary(of: 0) == nil)
    }
}
