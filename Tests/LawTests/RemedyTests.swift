import Testing

@testable import Law

@Suite("Remedies follow the article, the day and the kind of body")
struct RemedyTests {
    private static let all = Outcome.allCases
    private static let refused: [Outcome] = [
        .partlyGranted, .refusedStateSecret, .refusedForbiddenByLaw, .refusedPublicSecurity, .refusedThirdPartyRights,
        .refusedInternalAffairs,
        .refusedProcessInformation, .refusedEnforcementFile,
    ]
    private static let closed: [Outcome] = [.refusedAdministrativeQuery, .unableNotCompiled, .declinedPetition, .declinedPublication]

    private func route(_ outcome: Outcome, _ day: Day, article: String? = nil) throws -> RemedyRoute {
        try RemedyTable.standard.remedy(outcome.ground(article: article.flatMap { Article($0) }), on: day).route
    }

    @Test("every result, on the day before and the day of each change", arguments: all)
    func everyCell(outcome: Outcome) throws {
        let days = [Day(2023, 12, 31), Day(2024, 1, 1), Day(2025, 5, 31), Day(2025, 6, 1), Day(2026, 6, 30), Day(2026, 7, 1)]
        let expected: [RemedyRoute] =
            if outcome == .granted {
                Array(repeating: .none, count: 6)
            } else if RemedyTests.refused.contains(outcome) {
                [.reviewOrLawsuit] + Array(repeating: .reviewFirst, count: 5)
            } else if RemedyTests.closed.contains(outcome) {
                Array(repeating: .reviewOrLawsuit, count: 3) + Array(repeating: .reviewOnly, count: 3)
            } else {
                Array(repeating: .reviewOrLawsuit, count: 6)
            }
        #expect(try days.map { try route(outcome, $0) } == expected)
    }

    @Test("the article decides before the result does")
    func articles() throws {
        let day = Day(2025, 6, 1)
        #expect(try route(.declinedRepeated, day) == .reviewOrLawsuit)
        #expect(try route(.declinedRepeated, day, article: "36.1.1") == .reviewOnly)
        #expect(try route(.partlyGranted, day, article: "36.1.7") == .reviewOnly)
        #expect(try route(.unableNotHeld, day, article: "36.1.5") == .reviewOrLawsuit)
        #expect(try route(.otherRemaining, day, article: "2") == .reviewOrLawsuit)
    }

    @Test("silence: review or lawsuit; since July 2026 review first, to be confirmed, until the office switches it off")
    func silence() throws {
        let table = RemedyTable.standard
        #expect(try table.remedy(.noReply, on: Day(2026, 6, 30)).route == .reviewOrLawsuit)
        let reported = try table.remedy(.noReply, on: Day(2026, 7, 1))
        #expect(reported.route == .reviewFirst && !reported.isConfirmed)
        let off = try table.switchingOff([reported.row]).remedy(.noReply, on: Day(2026, 7, 1))
        #expect(off.route == .reviewOrLawsuit && off.isConfirmed)
    }

    @Test("a day before the Regulation is refused")
    func before() {
        #expect(throws: NotInForce.self) { try RemedyTable.standard.remedy(.refused, on: Day(2019, 5, 14)) }
    }

    @Test(
        "who reviews, before and since 2024",
        arguments: [
            (BodyKind.department, "本级人民政府或者上一级主管部门", "本级人民政府"),
            (.government, "上一级人民政府（省级人民政府为其自身）", "上一级人民政府（省级人民政府为其自身）"),
            (.vertical, "上一级主管部门", "上一级主管部门"), (.tax, "上一级主管部门", "上一级主管部门"),
            (.justice, "本级人民政府或者上一级主管部门", "本级人民政府或者上一级司法行政部门"), (.ministry, "本部门", "本部门"),
        ])
    func reviewBody(body: BodyKind, before: String, since: String) {
        #expect(body.reviewBody(on: Day(2023, 12, 31)).name == before)
        #expect(body.reviewBody(on: Day(2024, 1, 1)).name == since)
    }

    @Test("21 results in six families; three of them share a row of the 2019 form; each has a basis and a letter")
    func outcomes() {
        #expect(Outcome.allCases.count == 21)
        #expect(Set(Outcome.allCases.map(\.row2019)).count == 19)
        #expect(Outcome.Family.allCases.map { family in Outcome.allCases.count { $0.family == family } } == [1, 1, 8, 3, 5, 3])
        #expect(Outcome.allCases.allSatisfy { !$0.bases.isEmpty && !$0.wording.isEmpty })
        #expect(Outcome.declinedReissue.bases.allSatisfy { $0.statute != .regulation })
    }
}
