import Testing

@testable import Law

/// Numbers that belong to nobody: regions that are no district, the sequence 000, check digits worked out here.
@Suite("Identity numbers of every kind")
struct IdentityNumberTests {
    /// ISO 7064, MOD 11-2, step by step.
    private static func card(_ digits: String) -> String {
        let rest = digits.utf8.reduce(0) { ($0 + Int($1) - 0x30) * 2 % 11 }
        let check = (12 - rest) % 11
        return digits + (check == 10 ? "X" : "\(check)")
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    /// The weights as GB 32100 lists them.
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

    private static func code(_ characters: String) -> String {
        let sum = zip(characters, weights).reduce(0) { $0 + (alphabet.firstIndex(of: $1.0) ?? 0) * $1.1 }
        return characters + String(alphabet[(31 - sum % 31) % 31])
    }

    private static let person = card("11000019491231000")

    // MARK: Resident card

    @Test(
        "GB 11643: each province, and 81 to 83 of the residence permits",
        arguments: [
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71,
            81, 82, 83,
        ])
    func provinces(province: Int) {
        let number = IdentityNumber(IdentityNumberTests.card("\(province)000020000229000"))
        #expect(number.kind == .residentCard)
        #expect(number.isValid, "\(number.reasons)")
    }

    @Test("each check character, X among them, is right for some number")
    func checkCharacters() {
        var seen: Set<Character> = []
        for sequence in 100..<200 {
            let text = IdentityNumberTests.card("11000019491231\(sequence)")
            #expect(IdentityNumber(text).isValid)
            if let last = text.last { seen.insert(last) }
        }
        #expect(seen == Set("0123456789X"))
    }

    @Test("typed with spaces, in wide digits, with a small x: the same number")
    func folding() throws {
        let plain = try #require((100..<200).map { IdentityNumberTests.card("11000019491231\($0)") }.first { $0.hasSuffix("X") })
        let wide = String(String.UnicodeScalarView(plain.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
        let spaced = "\(plain.prefix(6)) \(plain.dropFirst(6).prefix(8))\u{3000}\(plain.suffix(4))\n"
        for text in [plain.lowercased(), wide, spaced] {
            #expect(IdentityNumber(text).number == plain)
            #expect(IdentityNumber(text).isValid)
        }
    }

    @Test(
        "a region, day or check digit that cannot be, named in the reason",
        arguments: [
            ("00000019491231000", "行政区划"), ("99000019491231000", "行政区划"), ("20000019491231000", "行政区划"), ("11000019490229000", "出生日期"),
            ("11000019491301000", "出生日期"), ("11000019490031000", "出生日期"), ("11000019490431000", "出生日期"), ("11000019000229000", "出生日期"),
            ("11000000000101000", "出生日期"),
        ])
    func impossible(digits: String, reason: String) {
        let number = IdentityNumber(IdentityNumberTests.card(digits))
        #expect(!number.isValid)
        #expect(number.reasons.contains { $0.contains(reason) } || number.kind == .creditCode, "\(number.reasons)")
    }

    @Test("every other check character is wrong, and the reason says so")
    func wrongCheck() {
        let right = IdentityNumberTests.person
        for character in "0123456789X" where right.last != character {
            let number = IdentityNumber(right.dropLast() + String(character))
            #expect(number.kind == .residentCard)
            #expect(!number.isValid, "\(number.number)")
        }
    }

    @Test("one wrong digit anywhere, or two neighbours exchanged, is never valid: that is what the check digit is for")
    func slips() {
        var wrong = Counterexamples()
        for sequence in ["000", "123", "777"] {
            let right = Array(IdentityNumberTests.card("11000019491231" + sequence))
            // A slip in the third or fourth digit may make a credit code of another province: nobody can tell.
            for place in right.indices where place != 2 && place != 3 {
                for digit in "0123456789" where digit != right[place] {
                    var typed = right
                    typed[place] = digit
                    let number = IdentityNumber(String(typed))
                    wrong.check(!number.isValid, "\(number.number) is a valid \(number.kind?.rawValue ?? "")")
                }
                guard place > 0, place != 4, right[place] != right[place - 1] else { continue }
                var typed = right
                typed.swapAt(place, place - 1)
                let number = IdentityNumber(String(typed))
                wrong.check(!number.isValid, "\(number.number) is a valid \(number.kind?.rawValue ?? "")")
            }
        }
        wrong.report()
    }

    @Test("nobody is born after today")
    func bornTomorrow() {
        let today = Day(2026, 11, 21)
        #expect(IdentityNumber(IdentityNumberTests.card("11000020261121000"), today: today).isValid)
        #expect(!IdentityNumber(IdentityNumberTests.card("11000020261122000"), today: today).isValid)
        #expect(IdentityNumber(IdentityNumberTests.card("11000020261122000")).isValid)
    }

    @Test("the first generation's 15 digits are known and no longer valid; 17 and 19 are nothing")
    func lengths() {
        let old = IdentityNumber("110000491231000")
        #expect(old.kind == .residentCard && !old.isValid)
        #expect(old.reasons.joined().contains("18位"))
        #expect(!IdentityNumber(String(IdentityNumberTests.person.dropLast())).isValid)
        #expect(!IdentityNumber(IdentityNumberTests.person + "0").isValid)
    }

    // MARK: Credit code

    @Test(
        "GB 32100: authority, kind, region, organization, check character",
        arguments: ["91110000MA0000000", "11100000000000000", "52440000ABCDEFGHJ", "93310000MAWXY1234"])
    func creditCodes(characters: String) {
        let number = IdentityNumber(IdentityNumberTests.code(characters))
        #expect(number.kind == .creditCode)
        #expect(number.isValid, "\(number.reasons)")
    }

    @Test("each other check character of a credit code is wrong")
    func wrongCreditCheck() {
        let right = IdentityNumberTests.code("91110000MA0000000")
        for character in IdentityNumberTests.alphabet where right.last != character {
            #expect(!IdentityNumber(right.dropLast() + String(character)).isValid)
        }
    }

    @Test("the letters I, O, S, V and Z are in no credit code", arguments: ["I", "O", "S", "V", "Z"])
    func forbiddenLetters(letter: String) {
        let number = IdentityNumber("91110000MA000000" + letter + "0")
        #expect(number.kind == .creditCode && !number.isValid)
        #expect(number.reasons.joined().contains("字母"))
    }

    @Test("the region of a credit code is six digits of a region that there is", arguments: ["9111000AMA0000000", "91990000MA0000000"])
    func creditRegion(characters: String) {
        let number = IdentityNumber(IdentityNumberTests.code(characters))
        #expect(!number.isValid)
        #expect(number.reasons.contains { $0.contains("行政区划") })
    }

    // MARK: The others, by form

    @Test(
        "passports and permits by their form",
        arguments: [
            ("E12345678", IdentityNumber.Kind.passport), ("EA1234567", .passport), ("G12345678", .passport), ("e1234 5678", .passport),
            ("123456789", .passport), ("AB123456", .passport), ("H12345678", .hkMacaoPermit), ("M12345678", .hkMacaoPermit),
            ("H1234567890", .hkMacaoPermit), ("m-12345678", .hkMacaoPermit), ("12345678", .taiwanPermit), ("1234567890", .taiwanPermit),
        ])
    func forms(text: String, kind: IdentityNumber.Kind) {
        let number = IdentityNumber(text)
        #expect(number.kind == kind)
        #expect(number.isValid && number.reasons.isEmpty)
    }

    @Test(
        "what has no such form is refused with a reason",
        arguments: ["", "   ", "甲", "1234567", "12345", "ABCDEFGH", "E1234567890123", "E1234567甲", "١٢٣٤٥٦٧٨", "E1234_678"])
    func noForm(text: String) {
        let number = IdentityNumber(text)
        #expect(number.kind == nil && !number.isValid && !number.reasons.isEmpty)
    }

    @Test("the kinds, as JSON names them")
    func kinds() {
        #expect(
            IdentityNumber.Kind.allCases.map(\.rawValue) == ["residentCard", "creditCode", "passport", "hkMacaoPermit", "taiwanPermit"])
        #expect(Set(IdentityNumber.Kind.allCases.map(\.title)).count == 5)
    }

    // MARK: Masking

    @Test("a masked card shows nothing of the day of birth, for a right number and for a wrong one")
    func maskedCard() {
        for text in [IdentityNumberTests.person, "110000194912310000"] {
            let masked = Array(IdentityNumber(text).masked)
            #expect(masked.count == 18)
            #expect(masked[6..<14].allSatisfy { $0 == "*" })
            #expect(masked.contains { $0 != "*" })
        }
    }

    @Test("a masked card of 15 digits shows nothing of the day of birth either")
    func maskedOldCard() {
        let masked = Array(IdentityNumber("110000491231000").masked)
        #expect(masked.count == 15)
        #expect(masked[6..<12].allSatisfy { $0 == "*" }, "\(String(masked))")
    }

    @Test(
        "what is masked keeps its length and hides at least half",
        arguments: ["", "1", "12", "1234567", "12345678", "E12345678", "M1234567890", "91110000MA0000000X"])
    func maskedOthers(text: String) {
        let masked = IdentityNumber(text).masked
        #expect(masked.count == text.count)
        #expect(masked.count { $0 == "*" } * 2 >= text.count)
    }
}
