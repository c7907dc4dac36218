/// One rule about remedies: from when until when it holds, for which grounds, and on what it rests.
package struct RemedyRow: Sendable, Equatable {
    /// Its name for the settings.
    package let id: String
    package let grounds: Set<Ground>
    /// The first day on which a reply made falls under it; the first day of filing where `isByFiling`.
    package let since: Day
    package let route: RemedyRoute
    package let sources: [Basis]
    /// False where the rule's text has not been seen: such a row, and no other, can be switched off.
    package let isConfirmed: Bool
    /// True where the day on which the lawsuit is filed decides, not the day of the reply.
    package let isByFiling: Bool
    /// What is disputed about it, and on what ground.
    package let remarks: [String]
}

/// The dated table of remedies. Of the rows for a ground, the latest that has begun counts; the office may switch an
/// unconfirmed one off, and the one before counts again.
package struct RemedyTable: Sendable, Equatable {
    package private(set) var rows: [RemedyRow]
    /// Where the courts of a place hear such cases by agreement (集中管辖): the office's own sentence.
    package var concentratedJurisdiction: String?

    package static let standard = RemedyTable(rows: RemedyTable.all)

    /// The rows that an office may switch off.
    package var switchable: [RemedyRow] { rows.filter { !$0.isConfirmed } }

    /// The same table without some rows. A certain row stays, whoever named it: without it a letter would tell a right that
    /// the law does not give.
    package func switchingOff(_ ids: Set<String>) -> RemedyTable {
        var table = self
        table.rows = rows.filter { $0.isConfirmed || !ids.contains($0.id) }
        return table
    }

    /// What follows from a reply made on a day, or from the silence of a body whose period ended the day before it.
    ///
    /// - Parameter filed: the day on which the lawsuit is filed, where it is known. Rules that ask for it count from the
    ///   day of the reply otherwise, and `lastFilingDay` says where a later one ends the way to court.
    /// - Throws: `NotInForce` for a day before the Regulation.
    package func remedy(_ ground: Ground, on day: Day, filed: Day? = nil, body: BodyKind = .department) throws(NotInForce) -> Remedy {
        try NotInForce.check(.regulation, on: day)
        let own = rows.filter { $0.grounds.contains(ground) }
        let row = own.filter { $0.since <= ($0.isByFiling ? filed ?? day : day) }.max { $0.since < $1.since }
        guard let row, row.route != .none else {
            return Remedy(
                route: .none, reviewDays: nil, lawsuit: nil, lastFilingDay: nil, reviewBody: nil, court: nil, sources: row?.sources ?? [],
                isConfirmed: row?.isConfirmed ?? true, row: row?.id ?? "", remarks: [])
        }
        let reviewer = body.reviewBody(on: day)
        let lawsuit: LawsuitPeriod? =
            switch row.route {
            case .reviewFirst: .afterReview(days: 15)
            case .reviewOrLawsuit: .months(6)
            case .reviewOnly, .none: nil
            }
        let closing = own.filter { $0.isByFiling && $0.since > day }.map(\.since).min()
        return Remedy(
            route: row.route, reviewDays: 60, lawsuit: lawsuit, lastFilingDay: filed == nil ? closing?.adding(-1) : nil,
            reviewBody: reviewer.name, court: lawsuit == nil ? nil : body.court, sources: row.sources + [reviewer.basis],
            isConfirmed: row.isConfirmed, row: row.id,
            remarks: row.remarks + body.notes(on: day, hasLawsuit: lawsuit != nil)
                + (lawsuit == nil ? [] : [concentratedJurisdiction].compactMap { $0 }))
    }
}

extension RemedyTable {
    private static let open: Set<Ground> = [
        .notHeld, .notResponsible, .unclear, .notGovernmentInformation, .repeated, .abandoned, .feeUnpaid, .excessive, .reissue, .general,
        .disclosedAgainstObjection, .correction,
    ]
    private static let closedToCourts: Set<Ground> = [.administrativeQuery, .notCompiled, .petition, .publication, .repeatedDisclosed]

    private static let regulation = Day(2019, 5, 15)
    private static let sixMonths = [Basis(51), Basis(.litigationLaw, Article(46))]
    private static let silence = [Basis(51), Basis(.litigationLaw, Article(47)), Basis(.litigationInterpretation, Article(66))]
    private static let refusal = [
        Basis(.reviewLaw, Article(23, item: 4)), Basis(.reviewLaw, Article(23, paragraph: 2)), Basis(.reviewLaw, Article(20, paragraph: 1)),
    ]

    private static let all: [RemedyRow] = [
        row("refused-2019", [.refused], regulation, .reviewOrLawsuit, sixMonths),
        row("refused-2024", [.refused], Day(2024, 1, 1), .reviewFirst, refusal),
        row(
            "refused-2026", [.refused], Day(2026, 7, 1), .reviewFirst, refusal,
            remarks: ["据报道，\(Basis(.reviewRegulation, Article(31)))也规定依照第十四条至第十六条全部或者部分不予公开的，先申请行政复议（尚未见到条文原文）。"]),
        row("open-2019", open, regulation, .reviewOrLawsuit, sixMonths),
        row("granted-2019", [.granted], regulation, .reviewOrLawsuit, sixMonths, remarks: [grantedRemark]),
        row(
            "granted-2025", [.granted], Day(2025, 6, 1), .reviewOrLawsuit, sixMonths + [Basis(.interpretation, Article(1, item: 3))],
            remarks: [grantedRemark]),
        row("closed-2019", closedToCourts, regulation, .reviewOrLawsuit, sixMonths),
        row(
            "closed-2025", closedToCourts, Day(2025, 6, 1), .reviewOnly, [Basis(51), Basis(.interpretation, Article(10, paragraph: 2))],
            isByFiling: true),
        row("none", [.procedural, .withdrawn], regulation, .none, []),
        row("silence-2019", [.noReply], regulation, .reviewOrLawsuit, silence),
        row(
            "silence-2024", [.noReply], Day(2024, 1, 1), .reviewOrLawsuit, silence,
            remarks: ["是否应当先申请行政复议有争议（\(Basis(.reviewLaw, Article(23, item: 3)))）；先申请复议，两种理解下都可以。"]),
        row(
            "silence-2026", [.noReply], Day(2026, 7, 1), .reviewFirst,
            [Basis(.reviewRegulation, Article(30, paragraph: 1)), Basis(.reviewLaw, Article(23, item: 3))], isConfirmed: false,
            remarks: [
                "相反的依据：\(Basis(.interpretation, Article(2, paragraph: 2)))、\(Statute.interpretation.chinese(Article(11, item: 2)))以没有答复可以直接起诉为前提。"
            ]),
    ]

    private static let grantedRemark = "答复书可以不写救济途径；认为提供的内容与申请不符或者不完整的，仍然可以申请复议或者起诉。"

    private static func row(
        _ id: String, _ grounds: Set<Ground>, _ since: Day, _ route: RemedyRoute, _ sources: [Basis], isConfirmed: Bool = true,
        isByFiling: Bool = false, remarks: [String] = []
    ) -> RemedyRow {
        RemedyRow(
            id: id, grounds: grounds, since: since, route: route, sources: sources, isConfirmed: isConfirmed, isByFiling: isByFiling,
            remarks: remarks)
    }
}
