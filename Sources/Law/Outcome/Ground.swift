/// What a reply rests on, as far as remedies follow from it. Not the family of table three: a 行政查询 stands among the
/// refusals there, and is none.
package enum Ground: String, Sendable, CaseIterable {
    /// Articles 14, 15 and 16, wholly or for the part withheld.
    case refused
    /// 36(四): searched for and not there.
    case notHeld
    /// 36(五): another body's to disclose.
    case notResponsible
    /// Article 30, unclear after the supplement.
    case unclear
    /// Article 2.
    case notGovernmentInformation
    /// 36(六) where the earlier reply disclosed nothing.
    case repeated
    /// 36(六) where the information was disclosed before.
    case repeatedDisclosed
    /// Article 30, supplement overdue.
    case abandoned
    case feeUnpaid
    /// Article 35.
    case excessive
    case reissue
    /// 36(七)
    case administrativeQuery
    /// Article 38
    case notCompiled
    case petition
    case publication
    case granted
    /// Disclosed against a third party's objection: the third party's own remedy.
    case disclosedAgainstObjection
    /// Extension, supplement or fee notice alone.
    case procedural
    /// No reply within the period.
    case noReply
    /// A wrong record about oneself is not corrected (article 41): no result of table three.
    case correction
    /// The applicant withdrew the request.
    case withdrawn
    /// A reply whose ground is not named.
    case general
}

extension Outcome {
    /// The ground of a reply with this outcome.
    ///
    /// - Parameters:
    ///   - article: the article that the reply rests on; nil for the outcome's own. It decides before the outcome does: a
    ///     partial grant that withholds what has access rules of its own (36(七)) refuses nothing.
    ///   - earlierDisclosed: of a repeated request, whether the earlier reply disclosed what is asked for again.
    package func ground(article: Article? = nil, earlierDisclosed: Bool = false) -> Ground {
        if let article, let ground = Ground(article: article, outcome: self) {
            return ground == .repeated && earlierDisclosed ? .repeatedDisclosed : ground
        }
        switch self {
        case .granted: return .granted
        case .partlyGranted, .refusedStateSecret, .refusedForbiddenByLaw, .refusedPublicSecurity, .refusedThirdPartyRights,
            .refusedInternalAffairs, .refusedProcessInformation, .refusedEnforcementFile:
            return .refused
        case .refusedAdministrativeQuery: return .administrativeQuery
        case .unableNotHeld: return .notHeld
        case .unableNotCompiled: return .notCompiled
        case .unableUnclear: return .unclear
        case .declinedPetition: return .petition
        case .declinedRepeated: return earlierDisclosed ? .repeatedDisclosed : .repeated
        case .declinedPublication: return .publication
        case .declinedExcessive: return .excessive
        case .declinedReissue: return .reissue
        case .otherNotSupplemented: return .abandoned
        case .otherFeeUnpaid: return .feeUnpaid
        // Article 2 would say so; a withdrawal stands in the same row.
        case .otherRemaining: return .general
        }
    }
}

extension Ground {
    /// The ground that an article of the Regulation names; nil where it leaves that to the outcome.
    init?(article: Article, outcome: Outcome) {
        switch (article.number, article.item) {
        case (2, _): self = .notGovernmentInformation
        case (32, _) where outcome == .granted: self = .disclosedAgainstObjection
        case (14, _), (15, _), (16, _), (32, _), (36, 3): self = .refused
        case (30, _): self = outcome == .unableUnclear ? .unclear : .abandoned
        case (35, _): self = .excessive
        case (36, 1) where outcome == .declinedRepeated, (36, 2) where outcome == .declinedRepeated: self = .repeatedDisclosed
        case (36, 1), (36, 2): self = .granted
        case (36, 4): self = .notHeld
        case (36, 5): self = .notResponsible
        case (36, 6): self = .repeated
        case (36, 7): self = .administrativeQuery
        case (38, _): self = .notCompiled
        case (41, _): self = .correction
        case (39, _): self = article.paragraph == 2 || outcome == .declinedPublication ? .publication : .petition
        case (42, _): self = .feeUnpaid
        default: return nil
        }
    }
}
