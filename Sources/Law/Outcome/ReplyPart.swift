/// One part of a reply: what it decides about some of what was asked, and on what article. A reply that withholds one thing
/// and does not hold another has two, each with its own words, proof and remedy (article 37, 法释〔2025〕8号 article 14).
package struct ReplyPart: Hashable, Sendable {
    package let outcome: Outcome
    /// The article that it rests on; nil for the outcome's own.
    package let article: Article?
    /// Of a repeated request (36(六)): whether the earlier reply disclosed what is asked for again.
    package let earlierDisclosed: Bool

    package init(_ outcome: Outcome, article: Article? = nil, earlierDisclosed: Bool = false) {
        (self.outcome, self.article, self.earlierDisclosed) = (outcome, article, earlierDisclosed)
    }

    package var ground: Ground { outcome.ground(article: article, earlierDisclosed: earlierDisclosed) }

    /// What the letter says of the ground.
    package var wording: String {
        switch ground {
        case .notResponsible: "申请公开的信息不属于本机关负责公开，并说明理由；能够确定负责公开的机关的，告知其名称和联系方式。"
        case .notGovernmentInformation: "申请公开的内容不是行政机关在履行行政管理职能过程中制作或者获取的信息，不属于政府信息。"
        default: outcome.wording
        }
    }

    /// The letter that carries it; nil where the row of table three says nothing of the cause: a withdrawal has no letter.
    package var letter: LetterKind? {
        switch outcome {
        case .granted: .grant
        case .partlyGranted: .partialGrant
        case .refusedAdministrativeQuery: .queryPointer
        case .otherNotSupplemented: .abandoned
        case .otherFeeUnpaid: .feeUnpaid
        case .otherRemaining: ground == .notGovernmentInformation ? .notGovernmentInformation : nil
        default:
            switch outcome.family {
            case .refused: .refusal
            case .unable: .unable
            default: .declined
            }
        }
    }

    /// What the file must hold before sign-off, so that the reply stands in court (法释〔2025〕8号 articles 5 and 6); nil where
    /// nothing special is asked.
    package var proof: String? {
        switch (ground, outcome) {
        case (.notHeld, _): "检索记录：检索的地点或者系统、人员、时间、关键词。"
        case (.notResponsible, _): "本机关不负责公开的依据（职责规定等）；能够确定负责机关的，还有其名称和联系方式。"
        case (.granted, _) where article == Article(36, item: 1): "已经主动公开的证明，以及告知申请人的获取方式、途径。"
        case (.granted, _): "提供的内容、形式和时间。"
        case (.repeated, _), (.repeatedDisclosed, _): "以前的申请和答复，以及两次申请内容相同的比对。"
        case (.refused, .refusedStateSecret): "密级标志、定密依据和保密期限。"
        case (.refused, .refusedForbiddenByLaw): "禁止公开的法律、行政法规的具体条款。"
        case (.refused, .refusedPublicSecurity): "公开可能危及国家安全、公共安全、经济安全、社会稳定的理由。"
        case (.refused, .refusedThirdPartyRights): "征求第三方意见的材料；认为不公开会对公共利益造成重大影响的，还有理由。"
        case (.refused, .refusedInternalAffairs), (.refused, .refusedProcessInformation), (.refused, .refusedEnforcementFile):
            "信息属于哪一类，以及没有规定要求公开的审查意见。"
        case (.abandoned, _): "补正告知书及其送达证明，以及期限届满仍未补正的记录。"
        case (.feeUnpaid, _): "收费通知书及其送达证明，以及期限届满仍未缴费的记录。"
        case (.excessive, _): "同一申请人申请的数量、频次，要求说明理由的通知和申请人的说明。"
        case (.administrativeQuery, _): "另行规定获取方式的法律、行政法规的具体条款。"
        case (.disclosedAgainstObjection, _): "不公开会对公共利益造成重大影响的理由，以及告知第三方的证明。"
        default: nil
        }
    }
}
