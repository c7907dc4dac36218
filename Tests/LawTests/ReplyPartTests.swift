import Testing

@testable import Law

@Suite("The parts of a reply: ground, words, letter and proof of each")
struct ReplyPartTests {
    @Test("36(四) is searched and not there; 36(五) is another body's, and never 经检索")
    func notHeldAndNotResponsible() {
        let searched = ReplyPart(.unableNotHeld, article: Article(36, item: 4))
        let elsewhere = ReplyPart(.unableNotHeld, article: Article(36, item: 5))
        #expect(searched.ground == .notHeld && elsewhere.ground == .notResponsible)
        #expect(searched.wording.contains("经检索") && searched.wording.contains("不存在"))
        #expect(elsewhere.wording.contains("不属于本机关负责公开") && elsewhere.wording.contains("联系方式"))
        #expect(!elsewhere.wording.contains("经检索"))
        #expect(searched.proof?.contains("检索记录") == true)
        #expect(elsewhere.proof?.contains("检索") == false)
    }

    @Test("a repeated request carries whether the earlier reply disclosed what is asked for again")
    func repeated() {
        let cited = Article(36, item: 6)
        #expect(ReplyPart(.declinedRepeated, article: cited).ground == .repeated)
        #expect(ReplyPart(.declinedRepeated, article: cited, earlierDisclosed: true).ground == .repeatedDisclosed)
        #expect(ReplyPart(.declinedRepeated, earlierDisclosed: true).ground == .repeatedDisclosed)
        // The flag says nothing of another ground.
        #expect(ReplyPart(.unableNotHeld, earlierDisclosed: true).ground == .notHeld)
    }

    @Test("a withdrawal is no 非政府信息: the row 其他 has a letter only where article 2 is its ground")
    func withdrawal() {
        #expect(ReplyPart(.otherRemaining).letter == nil)
        #expect(ReplyPart(.otherRemaining).ground == .general)
        let question = ReplyPart(.otherRemaining, article: Article(2))
        #expect(question.letter == .notGovernmentInformation && question.ground == .notGovernmentInformation)
        #expect(question.wording.contains("不属于政府信息"))
    }

    @Test("art. 41: a correction is a ground of its own")
    func correction() throws {
        #expect(ReplyPart(.otherRemaining, article: Article(41)).ground == .correction)
        #expect(try RemedyTable.standard.remedy(.correction, on: Day(2026, 3, 2)).route == .reviewOrLawsuit)
    }

    @Test("the file's proof: harm, marking, kind, by what is withheld; nothing for an unclear request")
    func proof() {
        #expect(ReplyPart(.refusedStateSecret).proof?.contains("密级") == true)
        #expect(ReplyPart(.refusedPublicSecurity).proof?.contains("危及") == true)
        #expect(ReplyPart(.refusedThirdPartyRights).proof?.contains("公共利益") == true)
        #expect(ReplyPart(.refusedProcessInformation).proof?.contains("哪一类") == true)
        #expect(ReplyPart(.granted, article: Article(36, item: 1)).proof?.contains("途径") == true)
        #expect(ReplyPart(.unableUnclear).proof == nil)
    }

    /// Received 2026-02-02, replied with two parts on 2026-03-02.
    private func deadlines(_ parts: ReplyPart...) throws -> [Deadline] {
        var events = ReplyEvents(received: Day(2026, 2, 2))
        (events.replyLetter.received, events.parts) = (Day(2026, 3, 2), parts)
        return try ReplyPeriod(events).deadlines()
    }

    @Test("several grounds: one day for the review, a lawsuit only for the part that may be sued at once, and which part it is")
    func mixed() throws {
        let list = try deadlines(ReplyPart(.refusedProcessInformation), ReplyPart(.unableNotHeld))
        #expect(list.filter { $0.kind == .review }.count == 1)
        let lawsuit = try #require(list.first { $0.kind == .lawsuit })
        #expect(try lawsuit.due.get() == Day(2026, 9, 2))
        #expect(lawsuit.notes.contains("针对“本机关不掌握相关政府信息”的部分。"))
        let review = try #require(list.first { $0.kind == .review })
        #expect(review.notes.contains { $0.hasPrefix("“属于四类过程性信息”的部分：复议前置") })
        #expect(try deadlines(ReplyPart(.refusedProcessInformation), ReplyPart(.declinedPetition)).allSatisfy { $0.kind != .lawsuit })
    }

    @Test("two parts with the same day to sue are one line that names both")
    func sameDay() throws {
        let list = try deadlines(ReplyPart(.granted), ReplyPart(.unableNotHeld)).filter { $0.kind == .lawsuit }
        #expect(list.count == 1)
        #expect(list.first?.notes.filter { $0.hasPrefix("针对") }.count == 2)
    }
}
