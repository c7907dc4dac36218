import Testing

@testable import Law

@Suite("The 21 results of table three")
struct OutcomeTests {
    /// One row of the form, as the rules give it.
    struct Row: Sendable, CustomTestStringConvertible {
        let outcome: Outcome
        let key: String
        let family: Outcome.Family
        let title: String
        /// Articles of the Regulation that the result rests on; empty where it has none.
        let articles: Set<String>
        let letter: String

        init(_ outcome: Outcome, _ key: String, _ family: Outcome.Family, _ title: String, _ articles: Set<String>, _ letter: String) {
            (self.outcome, self.key, self.family, self.title) = (outcome, key, family, title)
            (self.articles, self.letter) = (articles, letter)
        }

        var testDescription: String { key }
    }

    static let rows: [Row] = [
        Row(.granted, "granted", .granted, "予以公开", ["36.1.1", "36.1.2"], "予以公开答复书"),
        Row(.partlyGranted, "partlyGranted", .partlyGranted, "部分公开", ["37"], "部分公开答复书"),
        Row(.refusedStateSecret, "refusedStateSecret", .refused, "属于国家秘密", ["14", "36.1.3"], "不予公开答复书"),
        Row(.refusedForbiddenByLaw, "refusedForbiddenByLaw", .refused, "其他法律行政法规禁止公开", ["14", "36.1.3"], "不予公开答复书"),
        Row(.refusedPublicSecurity, "refusedPublicSecurity", .refused, "危及“三安全一稳定”", ["14", "36.1.3"], "不予公开答复书"),
        Row(.refusedThirdPartyRights, "refusedThirdPartyRights", .refused, "保护第三方合法权益", ["15", "32", "36.1.3"], "不予公开答复书"),
        Row(.refusedInternalAffairs, "refusedInternalAffairs", .refused, "属于三类内部事务信息", ["16.1", "36.1.3"], "不予公开答复书"),
        Row(.refusedProcessInformation, "refusedProcessInformation", .refused, "属于四类过程性信息", ["16.2", "36.1.3"], "不予公开答复书"),
        Row(.refusedEnforcementFile, "refusedEnforcementFile", .refused, "属于行政执法案卷", ["16.2", "36.1.3"], "不予公开答复书"),
        Row(.refusedAdministrativeQuery, "refusedAdministrativeQuery", .refused, "属于行政查询事项", ["36.1.7"], "行政查询告知书"),
        Row(.unableNotHeld, "unableNotHeld", .unable, "本机关不掌握相关政府信息", ["36.1.4", "36.1.5"], "无法提供答复书"),
        Row(.unableNotCompiled, "unableNotCompiled", .unable, "没有现成信息需要另行制作", ["38"], "无法提供答复书"),
        Row(.unableUnclear, "unableUnclear", .unable, "补正后申请内容仍不明确", ["30"], "无法提供答复书"),
        Row(.declinedPetition, "declinedPetition", .declined, "信访举报投诉类申请", ["39.1"], "不予处理告知书"),
        Row(.declinedRepeated, "declinedRepeated", .declined, "重复申请", ["36.1.6"], "不予处理告知书"),
        Row(.declinedPublication, "declinedPublication", .declined, "要求提供公开出版物", ["39.2"], "不予处理告知书"),
        Row(.declinedExcessive, "declinedExcessive", .declined, "无正当理由大量反复申请", ["35"], "不予处理告知书"),
        Row(.declinedReissue, "declinedReissue", .declined, "要求行政机关确认或重新出具已获取信息", [], "不予处理告知书"),
        Row(.otherNotSupplemented, "otherNotSupplemented", .other, "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", ["30"], "视为放弃（不再处理）告知书"),
        Row(.otherFeeUnpaid, "otherFeeUnpaid", .other, "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", ["42"], "逾期未缴费不再处理告知书"),
        Row(.otherRemaining, "otherRemaining", .other, "其他", ["2"], "非政府信息告知书"),
    ]

    @Test("there are 21, in the form's order")
    func all() {
        #expect(Outcome.allCases.count == 21)
        #expect(OutcomeTests.rows.map(\.outcome) == Outcome.allCases)
    }

    @Test("each has its key, family, words, articles and letter", arguments: rows)
    func row(_ row: Row) throws {
        #expect(row.outcome.rawValue == row.key)
        #expect(Outcome(rawValue: row.key) == row.outcome)
        #expect(row.outcome.family == row.family)
        #expect(row.outcome.title == row.title)
        let articles = row.outcome.bases.compactMap { $0.statute == .regulation ? $0.article?.description : nil }
        #expect(Set(articles) == row.articles)
        #expect(articles.count == row.articles.count)
        #expect(!row.outcome.bases.isEmpty)
        let article: Article? = row.outcome == .otherRemaining ? Article(2) : nil
        #expect(ReplyPart(row.outcome, article: article).letter?.title == row.letter)
        #expect(row.outcome.wording.hasSuffix("。"))
    }

    @Test("six families with the form's words, 1 + 1 + 8 + 3 + 5 + 3 results")
    func families() {
        #expect(Outcome.Family.allCases.map(\.title) == ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"])
        #expect(Outcome.Family.allCases.map { family in Outcome.allCases.count { $0.family == family } } == [1, 1, 8, 3, 5, 3])
    }

    @Test("words and wordings are each result's own")
    func distinct() {
        #expect(Set(Outcome.allCases.map(\.title)).count == 21)
        #expect(Set(Outcome.allCases.map(\.wording)).count == 21)
    }

    @Test("reissue rests on the form's notes, never on article 35, 36(六) or 39; an unpaid fee on the measures, too")
    func otherBases() {
        #expect(Outcome.declinedReissue.bases == [Basis(.reportForm)])
        #expect(Outcome.otherFeeUnpaid.bases.contains(Basis(.feeMeasures)))
        #expect(Outcome.otherRemaining.bases.contains(Basis(.reportForm)))
    }

    @Test(
        "the letters' names",
        arguments: [
            (LetterKind.receipt, "登记回执"), (.supplementNotice, "补正告知书"), (.abandoned, "视为放弃（不再处理）告知书"),
            (.thirdPartyConsultation, "第三方意见征询书"),
            (.thirdPartyNotice, "第三方告知书"), (.bodyConsultation, "征求意见函"), (.extensionNotice, "延长答复期限告知书"), (.feeNotice, "收费通知书"),
            (.reasonRequest, "说明理由通知书"), (.delayedReply, "延迟答复告知书"), (.grant, "予以公开答复书"), (.partialGrant, "部分公开答复书"), (.refusal, "不予公开答复书"),
            (.queryPointer, "行政查询告知书"), (.unable, "无法提供答复书"), (.declined, "不予处理告知书"), (.notGovernmentInformation, "非政府信息告知书"),
            (.feeUnpaid, "逾期未缴费不再处理告知书"), (.correction, "更正答复书"),
        ])
    func letters(letter: LetterKind, title: String) {
        #expect(letter.title == title)
        #expect(LetterKind.allCases.count == 20)
    }

    // MARK: The ground, from which remedies follow

    @Test("a result's own ground, where no article is named", arguments: Outcome.allCases)
    func ownGround(outcome: Outcome) {
        let ground: Ground =
            switch outcome {
            case .granted: .granted
            case .partlyGranted, .refusedStateSecret, .refusedForbiddenByLaw, .refusedPublicSecurity, .refusedThirdPartyRights,
                .refusedInternalAffairs, .refusedProcessInformation, .refusedEnforcementFile:
                .refused
            case .refusedAdministrativeQuery: .administrativeQuery
            case .unableNotHeld: .notHeld
            case .unableNotCompiled: .notCompiled
            case .unableUnclear: .unclear
            case .declinedPetition: .petition
            case .declinedRepeated: .repeated
            case .declinedPublication: .publication
            case .declinedExcessive: .excessive
            case .declinedReissue: .reissue
            case .otherNotSupplemented: .abandoned
            case .otherFeeUnpaid: .feeUnpaid
            case .otherRemaining: .general
            }
        #expect(outcome.ground() == ground)
        // Each of its own articles names the same ground, but where one row has two.
        let others: [Basis: Ground] = [Basis(36, item: 5): .notResponsible, Basis(2): .notGovernmentInformation]
        for basis in outcome.bases where basis.statute == .regulation {
            #expect(outcome.ground(article: basis.article) == others[basis] ?? ground, "\(basis)")
        }
    }

    @Test(
        "the article decides before the family of table three does",
        arguments: [
            (Outcome.partlyGranted, "37", Ground.refused), (.partlyGranted, "16.2", .refused),
            (.partlyGranted, "36.1.7", .administrativeQuery),
            (.partlyGranted, "38", .notCompiled), (.partlyGranted, "36.1.4", .notHeld), (.declinedRepeated, "36.1.6", .repeated),
            (.declinedRepeated, "36.1.1", .repeatedDisclosed), (.declinedRepeated, "36.1.2", .repeatedDisclosed),
            (.unableNotHeld, "36.1.4", .notHeld), (.unableNotHeld, "36.1.5", .notResponsible),
            (.partlyGranted, "2", .notGovernmentInformation),
            (.unableUnclear, "30", .unclear), (.otherNotSupplemented, "30", .abandoned), (.declinedPublication, "39", .publication),
            (.declinedPetition, "39", .petition), (.otherRemaining, "2", .notGovernmentInformation), (.otherFeeUnpaid, "42", .feeUnpaid),
            (.declinedExcessive, "35", .excessive), (.refusedThirdPartyRights, "32", .refused), (.granted, "36.1.1", .granted),
        ])
    func ground(outcome: Outcome, article: String, ground: Ground) throws {
        let place: Article? = Article(article)
        #expect(place != nil)
        #expect(outcome.ground(article: place) == ground)
    }

    @Test("art. 32: what is granted against a third party's objection is no refusal")
    func grantedAgainstObjection() {
        #expect(Outcome.granted.ground(article: Article(32)) != .refused)
    }
}
