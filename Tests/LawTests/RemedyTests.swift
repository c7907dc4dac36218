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
        case .notHeld, .unclear, .notGovernmentInformation, .repeated, .abandoned, .feeUnpaid, .excessive, .reissue,
            .disclosedAgainstObjection, .general:
            return changing(7, .none)
        case .granted, .procedural: return Array(repeating: .none, count: 7)
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
        #expect(try table.remedy(.refused, on: Day(2024, 1, 1)).sources.contains(Basis(.reviewLaw, Article(23))))
        #expect(try table.remedy(.petition, on: Day(2025, 6, 1)).sources.contains(Basis(.interpretation, Article(10))))
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

    // MARK: Who reviews

    @Test(
        "since 2024 the government alone for departments; the body above for those led from above; before, either as chosen",
        arguments: [
            (BodyKind.department, ["本级人民政府", "上一级主管部门"], ["本级人民政府"]), (.government, ["上一级人民政府"], ["上一级人民政府"]),
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
        #expect(BodyKind.department.court.contains("基层人民法院"))
    }

    @Test("the kinds of body, as the command line names them")
    func bodyKeys() {
        #expect(BodyKind.allCases.map(\.rawValue) == ["department", "government", "vertical", "tax", "justice", "ministry"])
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

    @Test(
        "a row switched off: the one before counts again",
        arguments: [
            (Ground.refused, "2024-01-01"), (.notCompiled, "2025-06-01"), (.repeatedDisclosed, "2026-07-01"), (.noReply, "2026-07-01"),
        ])
    func switchedOff(ground: Ground, on: String) throws {
        let date = try day(on)
        let row = try table.remedy(ground, on: date).row
        let without = table.switchingOff([row])
        let remedy = try without.remedy(ground, on: date)
        #expect(remedy.route == .reviewOrLawsuit)
        #expect(remedy.isConfirmed)
        #expect(remedy.row != row)
        #expect(without.rows.count == table.rows.count - 1)
        // Other grounds are not touched.
        #expect(try without.remedy(.notHeld, on: date) == table.remedy(.notHeld, on: date))
    }

    @Test("no row switched off, or one that there is not: the same table")
    func nothingSwitched() {
        #expect(table.switchingOff([]) == table)
        #expect(table.switchingOff(["no-such-row"]) == table)
    }
}
