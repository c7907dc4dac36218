/// The way on from a reply.
public enum RemedyRoute: String, Sendable, CaseIterable {
    /// 复议前置: a lawsuit only after the review.
    case reviewFirst
    case reviewOrLawsuit
    /// Courts reject lawsuits.
    case reviewOnly
    case none

    public var title: String {
        switch self {
        case .reviewFirst: "应当先申请行政复议，对复议决定不服再提起行政诉讼"
        case .reviewOrLawsuit: "可以申请行政复议，也可以直接提起行政诉讼"
        case .reviewOnly: "可以申请行政复议（直接起诉的，人民法院不予受理）"
        case .none: "本身没有单独的救济途径"
        }
    }
}

/// How long a lawsuit stays open.
public enum LawsuitPeriod: Hashable, Sendable {
    /// 15 days from the review decision, its refusal, or the end of the review period.
    case afterReview(days: Int)
    case months(Int)
}

/// What follows from one reply: the way, who reviews, which court, until when.
public struct Remedy: Sendable, Equatable {
    public let route: RemedyRoute
    /// Days to apply for review; nil where there is none.
    public let reviewDays: Int?
    public let lawsuit: LawsuitPeriod?
    public let reviewBody: String?
    public let court: String?
    public let sources: [Basis]
    /// False where the rule's text has not been seen: shown as such to the administrator.
    public let isConfirmed: Bool
    /// The row of the table that it comes from.
    public let row: String

    /// What a reader should know besides.
    public var notes: [String] {
        var notes: [String] = []
        if route == .reviewFirst { notes.append("复议前置：对行政复议决定不服，或者复议机关不予受理、逾期不作决定的，在十五日内起诉。") }
        if !isConfirmed { notes.append("这一规则待确认：尚未见到条文原文。") }
        return notes
    }
}

/// One rule about remedies: from when until when it holds, for which grounds, and on what it rests.
public struct RemedyRow: Sendable, Equatable {
    /// Its name for the settings.
    public let id: String
    public let grounds: Set<Ground>
    /// The first day on which a reply made falls under it.
    public let since: Day
    public let route: RemedyRoute
    public let sources: [Basis]
    public let isConfirmed: Bool
}

/// The dated table of remedies. Of the rows for a ground, the latest that has begun counts; the office may switch one
/// off, and the one before counts again.
public struct RemedyTable: Sendable, Equatable {
    public private(set) var rows: [RemedyRow]

    public static let standard = RemedyTable(rows: RemedyTable.all)

    /// The same table without some rows. The row that a ground began with stays: without it a letter would say that there
    /// is no remedy.
    public func switchingOff(_ ids: Set<String>) -> RemedyTable {
        RemedyTable(rows: rows.filter { !ids.contains($0.id) || $0.since == RemedyTable.regulation })
    }

    /// What follows from a reply made on a day, or from the silence of a body whose period ended the day before it.
    ///
    /// - Throws: `NotInForce` for a day before the Regulation.
    public func remedy(_ ground: Ground, on day: Day, body: BodyKind = .department) throws(NotInForce) -> Remedy {
        try NotInForce.check(.regulation, on: day)
        let row = rows.filter { $0.grounds.contains(ground) && $0.since <= day }.max { $0.since < $1.since }
        guard let row, row.route != .none else {
            return Remedy(
                route: .none, reviewDays: nil, lawsuit: nil, reviewBody: nil, court: nil, sources: row?.sources ?? [],
                isConfirmed: row?.isConfirmed ?? true, row: row?.id ?? "")
        }
        let reviewer = body.reviewBody(on: day)
        let lawsuit: LawsuitPeriod? =
            switch row.route {
            case .reviewFirst: .afterReview(days: 15)
            case .reviewOrLawsuit: .months(6)
            case .reviewOnly, .none: nil
            }
        return Remedy(
            route: row.route, reviewDays: 60, lawsuit: lawsuit, reviewBody: reviewer.name,
            court: lawsuit == nil ? nil : body.court, sources: row.sources + [reviewer.basis], isConfirmed: row.isConfirmed, row: row.id)
    }

    private static let open: Set<Ground> = [
        .notHeld, .unclear, .notGovernmentInformation, .repeated, .abandoned, .feeUnpaid, .excessive, .reissue, .general,
        .disclosedAgainstObjection,
    ]
    private static let closedToCourts: Set<Ground> = [.administrativeQuery, .notCompiled, .petition, .publication, .repeatedDisclosed]

    private static let regulation = Day(2019, 5, 15)

    private static let all: [RemedyRow] = [
        row("refused-2019", [.refused], regulation, .reviewOrLawsuit, [Basis(51), Basis(.litigationLaw, Article(46))]),
        row("refused-2024", [.refused], Day(2024, 1, 1), .reviewFirst, [Basis(.reviewLaw, Article(23)), Basis(.reviewLaw, Article(20))]),
        row("open-2019", open, regulation, .reviewOrLawsuit, [Basis(51), Basis(.litigationLaw, Article(46))]),
        row("closed-2019", closedToCourts, regulation, .reviewOrLawsuit, [Basis(51), Basis(.litigationLaw, Article(46))]),
        row("closed-2025", closedToCourts, Day(2025, 6, 1), .reviewOnly, [Basis(51), Basis(.interpretation, Article(10))]),
        row("none", [.granted, .procedural], regulation, .none, []),
        row("silence-2019", [.noReply], regulation, .reviewOrLawsuit, [Basis(51), Basis(.litigationLaw, Article(46))]),
        row("silence-2026", [.noReply], Day(2026, 7, 1), .reviewFirst, [Basis(.reviewRegulation)], isConfirmed: false),
    ]

    private static func row(
        _ id: String, _ grounds: Set<Ground>, _ since: Day, _ route: RemedyRoute, _ sources: [Basis], isConfirmed: Bool = true
    ) -> RemedyRow {
        RemedyRow(id: id, grounds: grounds, since: since, route: route, sources: sources, isConfirmed: isConfirmed)
    }
}
