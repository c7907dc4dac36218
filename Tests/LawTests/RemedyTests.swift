import Foundation
import Testing

@testable import Law

@Suite("The remedies table, every cell on the day before and the day of each change")
struct RemedyTests {
    /// The first day, and the days before and of 2024-01-01, 2025-06-01 and 2026-07-01.
    private static let days = [
        Day(2019, 5, 15), Day(2023, 12, 31), Day(2024, 1, 1), Day(2025, 5, 31), Day(2025, 6, 1), Day(2026, 6, 30), Day(2026, 7, 1),
    ]
    private let table = RemedyTable.standard

    /// What the rules say of a ground on those days.
    private func routes(_ ground: Ground) -> [RemedyRoute] {
        func changing(_ before: Int, _ route: RemedyRoute) -> [RemedyRoute] {
            Array(repeating: .reviewOrLawsuit, count: before) + Array(repeating: route, count: 7 - before)
        }
        switch ground {
        case .refused: return changing(2, .reviewFirst)
        case .administrativeQuery, .notCompiled, .petition, .publication, .repeatedDisclosed: return changing(4, .reviewOnly)
        case .noReply: return changing(6, .reviewFirst)
        case .notHeld, .notResponsible, .correction, .granted, .unclear, .notGovernmentInformation, .repeated, .abandoned, .feeUnpaid,
            .excessive, .reissue,
            .disclosedAgainstObjection, .general:
            return changing(7, .none)
        case .withdrawn, .procedural: return Array(repeating: .none, count: 7)
        }
    }

    @Test("each ground on each day", arguments: Ground.allCases)
    func cells(ground: Ground) throws {
        for (day, route) in zip(RemedyTests.days, routes(ground)) {
            let remedy = try table.remedy(ground, on: day)
            #expect(remedy.route == route, "\(ground) on \(day)")
            #expect(remedy.reviewDays == (route == .none ? nil : 60), "\(ground) on \(day)")
            let lawsuit: LawsuitPeriod? =
                switch route {
                case .reviewFirst: .afterReview(days: 15)
                case .reviewOrLawsuit: .months(6)
                case .reviewOnly, .none: nil
                }
            #expect(remedy.lawsuit == lawsuit, "\(ground) on \(day)")
            #expect((remedy.court == nil) == (lawsuit == nil), "a court line where courts hear: \(ground) on \(day)")
            #expect((remedy.reviewBody == nil) == (route == .none), "\(ground) on \(day)")
            #expect(remedy.sources.isEmpty == (route == .none), "\(ground) on \(day)")
        }
    }

    @Test("every other ground is confirmed; silence since July 2026 is not, and says so", arguments: Ground.allCases)
    func confirmed(ground: Ground) throws {
        for day in RemedyTests.days {
            let remedy = try table.remedy(ground, on: day)
            let isReported = ground == .noReply && day >= Day(2026, 7, 1)
            #expect(remedy.isConfirmed == !isReported)
            #expect(remedy.notes.contains { $0.contains("待确认") } == isReported)
        }
    }

    @Test("the sources: the Review Law's article 23, the interpretation's article 10, the reported implementing regulation")
    func sources() throws {
        #expect(try table.remedy(.refused, on: Day(2024, 1, 1)).sources.first == Basis(.reviewLaw, Article(23, paragraph: 1, item: 4)))
        #expect(try table.remedy(.petition, on: Day(2025, 6, 1)).sources.contains(Basis(.interpretation, Article(10, paragraph: 2))))
        #expect(try table.remedy(.granted, on: Day(2025, 6, 1)).sources.contains(Basis(.interpretation, Article(1, item: 3))))
        // Silence is the litigation law's article 47, not 46.
        let silence = try table.remedy(.noReply, on: Day(2020, 1, 1)).sources
        #expect(silence.contains(Basis(.litigationLaw, Article(47))) && silence.contains(Basis(.litigationInterpretation, Article(66))))
        #expect(!silence.contains(Basis(.litigationLaw, Article(46))))
        let reported = try table.remedy(.noReply, on: Day(2026, 7, 1))
        #expect(reported.sources.contains(Basis(.reviewLaw, Article(23, item: 3))))
        #expect(try table.remedy(.noReply, on: Day(2026, 7, 1)).sources.contains { $0.statute == .reviewRegulation })
        #expect(try table.remedy(.notHeld, on: Day(2020, 1, 1)).sources.contains(Basis(51)))
    }

    @Test("nothing rests on a text that did not hold yet", arguments: Ground.allCases)
    func sourcesInForce(ground: Ground) throws {
        for day in RemedyTests.days {
            for body in BodyKind.allCases {
                for source in try table.remedy(ground, on: day, body: body).sources {
                    #expect(source.statute.since.map { $0 <= day } ?? true, "\(ground), \(day), \(body): \(source)")
                }
            }
        }
    }

    @Test("a day before the Regulation says so, for every ground", arguments: Ground.allCases)
    func beforeRegulation(ground: Ground) {
        let error = NotInForce(statute: .regulation, since: Day(2019, 5, 15), day: Day(2019, 5, 14))
        #expect(throws: error) { try table.remedy(ground, on: Day(2019, 5, 14)) }
    }

    @Test("the result's family in table three decides nothing: a query stands among the refusals and is none")
    func notTheFamily() throws {
        let day = Day(2025, 6, 1)
        #expect(Outcome.refusedAdministrativeQuery.family == Outcome.refusedStateSecret.family)
        #expect(try table.remedy(Outcome.refusedAdministrativeQuery.ground(), on: day).route == .reviewOnly)
        #expect(try table.remedy(Outcome.refusedStateSecret.ground(), on: day).route == .reviewFirst)
        #expect(try table.remedy(Outcome.unableNotHeld.ground(), on: day).route == .reviewOrLawsuit)
        #expect(try table.remedy(Outcome.unableNotCompiled.ground(), on: day).route == .reviewOnly)
    }

    // MARK: The day of filing, what is disputed

    @Test(
        "法释〔2025〕8号 art. 10: what counts is the day of filing, not the day of the reply",
        arguments: [Ground.administrativeQuery, .notCompiled, .petition, .publication, .repeatedDisclosed])
    func dayOfFiling(ground: Ground) throws {
        let made = Day(2025, 5, 20)
        #expect(try table.remedy(ground, on: made, filed: Day(2025, 6, 1)).route == .reviewOnly)
        #expect(try table.remedy(ground, on: made, filed: Day(2025, 6, 1)).court == nil)
        #expect(try table.remedy(ground, on: made, filed: Day(2025, 5, 31)).route == .reviewOrLawsuit)
        let open = try table.remedy(ground, on: made)
        #expect(open.lastFilingDay == Day(2025, 5, 31))
        #expect(open.notes.contains { $0.contains("2025年6月1日起提起的诉讼") })
        #expect(try table.remedy(ground, on: Day(2025, 6, 1)).lastFilingDay == nil)
    }

    @Test("other grounds do not ask for the day of filing", arguments: [Ground.refused, .notHeld, .granted, .noReply])
    func filingElsewhere(ground: Ground) throws {
        let made = Day(2023, 12, 20)
        #expect(try table.remedy(ground, on: made, filed: Day(2026, 8, 3)).route == table.remedy(ground, on: made).route)
    }

    @Test("silence: disputed since 2024, reported since July 2026, and the counter-source stands beside it")
    func silenceDisputed() throws {
        #expect(try table.remedy(.noReply, on: Day(2023, 12, 31)).notes.isEmpty)
        #expect(try table.remedy(.noReply, on: Day(2024, 1, 1)).notes.contains { $0.contains("争议") && $0.contains("第二十三条第一款第（三）项") })
        let reported = try table.remedy(.noReply, on: Day(2026, 7, 1)).notes
        #expect(reported.contains { $0.contains("相反的依据") && $0.contains("法释〔2025〕8号第二条第二款") && $0.contains("第十一条第（二）项") })
    }

    @Test("a refusal's own rule is certain; the reported article 31 is told as reported")
    func reportedRefusal() throws {
        let remedy = try table.remedy(.refused, on: Day(2026, 7, 1))
        #expect(remedy.isConfirmed && remedy.notes.contains { $0.contains("第三十一条") && $0.contains("尚未见到条文原文") })
        #expect(!(try table.remedy(.refused, on: Day(2026, 6, 30)).notes.contains { $0.contains("第三十一条") }))
    }

    @Test("after a review its body is a defendant, too; where courts are closed its own silence can be sued")
    func afterReview() throws {
        #expect(try table.remedy(.refused, on: Day(2024, 1, 1)).notes.contains { $0.contains("共同被告") && $0.contains("复议机关所在地") })
        #expect(try table.remedy(.petition, on: Day(2025, 6, 1)).notes.contains { $0.contains("起诉复议机关") })
    }

    @Test("a final ruling of the State Council: ministries and provinces (行政复议法 art. 26)")
    func finalRuling() throws {
        for body in [BodyKind.ministry, .government] {
            #expect(
                try table.remedy(.notHeld, on: Day(2024, 1, 1), body: body).notes.contains { $0.contains("国务院裁决") && $0.contains("第二十六条") })
            #expect(
                try table.remedy(.notHeld, on: Day(2023, 1, 1), body: body).notes.contains { $0.contains("国务院裁决") && $0.contains("第十四条") })
        }
        #expect(!(try table.remedy(.notHeld, on: Day(2024, 1, 1)).notes.contains { $0.contains("国务院裁决") }))
    }

    @Test("courts by agreement: the pilot of 2021 to 2023, and the office's own sentence")
    func courtsByAgreement() throws {
        func hasPilot(_ day: Day) throws -> Bool {
            try table.remedy(.notHeld, on: day, body: .government).notes.contains { $0.contains("法〔2021〕242号") }
        }
        for (day, holds) in [(Day(2021, 9, 30), false), (Day(2021, 10, 1), true), (Day(2023, 9, 27), true), (Day(2023, 9, 28), false)] {
            #expect(try hasPilot(day) == holds, "\(day)")
        }
        var own = RemedyTable.standard
        own.concentratedJurisdiction = "本地行政案件由某铁路运输法院集中管辖。"
        #expect(try own.remedy(.notHeld, on: Day(2024, 1, 1)).notes.contains("本地行政案件由某铁路运输法院集中管辖。"))
        // No court line, no sentence about courts.
        #expect(!(try own.remedy(.petition, on: Day(2025, 6, 1)).notes.contains { $0.contains("集中管辖") }))
    }

    // MARK: Who reviews

    @Test(
        "since 2024 the government alone for departments; the body above for those led from above; before, either as chosen",
        arguments: [
            (BodyKind.department, ["本级人民政府", "上一级主管部门"], ["本级人民政府"]), (.subdistrictOffice, ["设立该派出机关的人民政府"], ["设立该派出机关的人民政府"]),
            (.outpost, ["设立该派出机构的部门，", "该部门的本级人民政府"], ["设立该派出机构的部门的本级人民政府"]),
            (.authorizedOrganization, ["直接管理该组织的人民政府", "部门"], ["管理该组织的人民政府，由部门管理的为该部门的本级人民政府"]), (.government, ["上一级人民政府"], ["上一级人民政府"]),
            (.vertical, ["上一级主管部门"], ["上一级主管部门"]), (.tax, ["上一级主管部门"], ["上一级主管部门"]),
            (.justice, ["本级人民政府", "上一级主管部门"], ["本级人民政府", "上一级司法行政部门"]), (.ministry, ["本部门"], ["本部门"]),
        ])
    func reviewBody(body: BodyKind, before: [String], since: [String]) throws {
        func names(_ day: Day) throws -> [String] {
            let name = try #require(try table.remedy(.notHeld, on: day, body: body).reviewBody)
            let plain = name.split(separator: "（").first.map(String.init) ?? name
            return plain.replacingOccurrences(of: "或者", with: "|").split(separator: "|").map(String.init)
        }
        #expect(try names(Day(2019, 5, 15)) == before)
        #expect(try names(Day(2023, 12, 31)) == before)
        #expect(try names(Day(2024, 1, 1)) == since)
        #expect(try names(Day(2026, 12, 31)) == since)
    }

    @Test("the law in force names the reviewer", arguments: BodyKind.allCases)
    func reviewLaw(body: BodyKind) {
        #expect(body.reviewBody(on: Day(2023, 12, 31)).basis.statute == .reviewLaw2017)
        #expect(body.reviewBody(on: Day(2024, 1, 1)).basis.statute == .reviewLaw)
        #expect(!body.title.isEmpty && !body.court.isEmpty)
    }

    @Test("a province reviews itself; ministries and governments go to the intermediate court")
    func provincesAndCourts() {
        for day in [Day(2023, 12, 31), Day(2024, 1, 1)] {
            #expect(BodyKind.government.reviewBody(on: day).name.contains("省级人民政府为其自身"))
        }
        #expect(BodyKind.ministry.court.contains("中级人民法院"))
        #expect(BodyKind.government.court.contains("中级人民法院"))
        // A street office is no government: its court is the basic one.
        for body in [BodyKind.department, .subdistrictOffice, .outpost, .authorizedOrganization] {
            #expect(body.court == "本机关所在地基层人民法院")
        }
    }

    @Test("the kinds of body, as the command line names them")
    func bodyKeys() {
        #expect(
            BodyKind.allCases.map(\.rawValue) == [
                "department", "government", "subdistrictOffice", "outpost", "authorizedOrganization", "vertical", "tax", "justice",
                "ministry",
            ])
        #expect(RemedyRoute.allCases.map(\.rawValue) == ["reviewFirst", "reviewOrLawsuit", "reviewOnly", "none"])
    }

    // MARK: Rows and switches

    @Test("every row has a name of its own, its day and its sources; a ground has no two rows from one day")
    func rows() {
        #expect(Set(table.rows.map(\.id)).count == table.rows.count)
        for row in table.rows where row.route != .none { #expect(!row.sources.isEmpty, "\(row.id)") }
        for ground in Ground.allCases {
            let days = table.rows.filter { $0.grounds.contains(ground) }.map(\.since)
            #expect(!days.isEmpty && Set(days).count == days.count, "\(ground)")
            #expect(days.contains(Day(2019, 5, 15)), "\(ground)")
        }
    }

    @Test("an unconfirmed row switched off: the one before counts again; a certain row stays, whoever named it")
    func switchedOff() throws {
        #expect(table.switchable.map(\.id) == ["silence-2026"])
        let without = table.switchingOff(["silence-2026"])
        let remedy = try without.remedy(.noReply, on: Day(2026, 7, 1))
        #expect(remedy.route == .reviewOrLawsuit && remedy.isConfirmed && remedy.row == "silence-2024")
        #expect(without.rows.count == table.rows.count - 1)
        #expect(try without.remedy(.notHeld, on: Day(2026, 7, 1)) == table.remedy(.notHeld, on: Day(2026, 7, 1)))
        // Against 行政复议法 23(1)(四) a refusal would say six months.
        #expect(table.switchingOff(Set(table.rows.map(\.id))) == without)
        #expect(try table.switchingOff(["refused-2024", "refused-2026"]).remedy(.refused, on: Day(2026, 7, 1)).route == .reviewFirst)
    }

    @Test("no row switched off, or one that there is not: the same table")
    func nothingSwitched() {
        #expect(table.switchingOff([]) == table)
        #expect(table.switchingOff(["no-such-row"]) == table)
    }
}
