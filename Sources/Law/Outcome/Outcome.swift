/// The 21 results of table three, 2021 form: how a request ends. One request has one result.
package enum Outcome: String, Sendable, CaseIterable {
    case granted
    case partlyGranted
    case refusedStateSecret
    case refusedForbiddenByLaw
    case refusedPublicSecurity
    case refusedThirdPartyRights
    case refusedInternalAffairs
    case refusedProcessInformation
    case refusedEnforcementFile
    case refusedAdministrativeQuery
    case unableNotHeld
    case unableNotCompiled
    case unableUnclear
    case declinedPetition
    case declinedRepeated
    case declinedPublication
    case declinedExcessive
    case declinedReissue
    case otherNotSupplemented
    case otherFeeUnpaid
    case otherRemaining

    /// The six families of table three, in the form's order.
    package enum Family: String, Sendable, CaseIterable {
        case granted, partlyGranted, refused, unable, declined, other

        package var title: String {
            switch self {
            case .granted: "予以公开"
            case .partlyGranted: "部分公开"
            case .refused: "不予公开"
            case .unable: "无法提供"
            case .declined: "不予处理"
            case .other: "其他处理"
            }
        }

        /// The number that the form gives it: 1 for （一）.
        package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

        /// Its results, in the form's order.
        package var outcomes: [Outcome] { Outcome.allCases.filter { $0.family == self } }
    }

    package var family: Family {
        switch self {
        case .granted: .granted
        case .partlyGranted: .partlyGranted
        case .refusedStateSecret, .refusedForbiddenByLaw, .refusedPublicSecurity, .refusedThirdPartyRights, .refusedInternalAffairs,
            .refusedProcessInformation, .refusedEnforcementFile, .refusedAdministrativeQuery:
            .refused
        case .unableNotHeld, .unableNotCompiled, .unableUnclear: .unable
        case .declinedPetition, .declinedRepeated, .declinedPublication, .declinedExcessive, .declinedReissue: .declined
        case .otherNotSupplemented, .otherFeeUnpaid, .otherRemaining: .other
        }
    }

    /// The row's words in the 2021 form.
    package var title: String {
        switch self {
        case .granted: "予以公开"
        case .partlyGranted: "部分公开"
        case .refusedStateSecret: "属于国家秘密"
        case .refusedForbiddenByLaw: "其他法律行政法规禁止公开"
        case .refusedPublicSecurity: "危及“三安全一稳定”"
        case .refusedThirdPartyRights: "保护第三方合法权益"
        case .refusedInternalAffairs: "属于三类内部事务信息"
        case .refusedProcessInformation: "属于四类过程性信息"
        case .refusedEnforcementFile: "属于行政执法案卷"
        case .refusedAdministrativeQuery: "属于行政查询事项"
        case .unableNotHeld: "本机关不掌握相关政府信息"
        case .unableNotCompiled: "没有现成信息需要另行制作"
        case .unableUnclear: "补正后申请内容仍不明确"
        case .declinedPetition: "信访举报投诉类申请"
        case .declinedRepeated: "重复申请"
        case .declinedPublication: "要求提供公开出版物"
        case .declinedExcessive: "无正当理由大量反复申请"
        case .declinedReissue: "要求行政机关确认或重新出具已获取信息"
        case .otherNotSupplemented: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
        case .otherFeeUnpaid: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
        case .otherRemaining: "其他"
        }
    }

    /// The words of its row on the form: the title, with what the form says in brackets.
    package var formWords: String {
        self == .partlyGranted ? title + "（区分处理的，只计这一情形，不计其他情形）" : title
    }

    /// The first half of a long title, which stands for the whole; nil for others.
    package var shortTitle: String? {
        let rest = "、行政机关不再处理其政府信息公开申请"
        return title.ends(with: [rest]) ? String(title.dropLast(rest.count)) : nil
    }

    /// What it rests on; where several may do, the commonest first.
    package var bases: [Basis] {
        switch self {
        case .granted: [Basis(36, item: 2), Basis(36, item: 1)]
        case .partlyGranted: [Basis(37)]
        case .refusedStateSecret, .refusedForbiddenByLaw, .refusedPublicSecurity: [Basis(14), Basis(36, item: 3)]
        case .refusedThirdPartyRights: [Basis(15), Basis(32), Basis(36, item: 3)]
        case .refusedInternalAffairs: [Basis(16, paragraph: 1), Basis(36, item: 3)]
        case .refusedProcessInformation, .refusedEnforcementFile: [Basis(16, paragraph: 2), Basis(36, item: 3)]
        case .refusedAdministrativeQuery: [Basis(36, item: 7)]
        case .unableNotHeld: [Basis(36, item: 4), Basis(36, item: 5)]
        case .unableNotCompiled: [Basis(38)]
        case .unableUnclear: [Basis(30)]
        case .declinedPetition: [Basis(39, paragraph: 1)]
        case .declinedRepeated: [Basis(36, item: 6)]
        case .declinedPublication: [Basis(39, paragraph: 2)]
        case .declinedExcessive: [Basis(35)]
        // The Regulation has no article for it: never 35, 36(六) or 39.
        case .declinedReissue: [Basis(.reportForm)]
        case .otherNotSupplemented: [Basis(30)]
        case .otherFeeUnpaid: [Basis(42), Basis(.feeMeasures)]
        case .otherRemaining: [Basis(.reportForm), Basis(2)]
        }
    }

    /// What the letter says of the outcome's own ground; `ReplyPart` knows the words of another article.
    package var wording: String {
        switch self {
        case .granted: "予以公开。"
        case .partlyGranted: "申请公开的信息中含有不应当公开的内容，但能够作区分处理，现公开可以公开的部分，并说明其余部分不予公开的理由。"
        case .refusedStateSecret: "申请公开的信息依法确定为国家秘密，不予公开。"
        case .refusedForbiddenByLaw: "申请公开的信息属于法律、行政法规禁止公开的政府信息，不予公开。"
        case .refusedPublicSecurity: "申请公开的信息公开后可能危及国家安全、公共安全、经济安全、社会稳定，不予公开。"
        case .refusedThirdPartyRights: "申请公开的信息涉及商业秘密、个人隐私，公开会对第三方合法权益造成损害，不予公开。"
        case .refusedInternalAffairs: "申请公开的信息属于本机关内部事务信息（人事管理、后勤管理、内部工作流程等），不予公开。"
        case .refusedProcessInformation: "申请公开的信息属于履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息，不予公开。"
        case .refusedEnforcementFile: "申请公开的信息属于行政执法案卷信息，不予公开。"
        case .refusedAdministrativeQuery: "申请公开的信息，有关法律、行政法规对其获取有专门规定，请依照规定办理。"
        case .unableNotHeld: "经检索，所申请公开的政府信息不存在，无法提供。"
        case .unableNotCompiled: "本机关没有现成的信息，提供需要对现有政府信息进行加工、分析，不予提供。"
        case .unableUnclear: "补正后申请内容仍不明确，无法提供。"
        case .declinedPetition: "申请内容属于信访、投诉、举报等活动，不作为政府信息公开申请处理，请通过相应渠道提出。"
        case .declinedRepeated: "就相同政府信息已经作出过答复，不予重复处理。"
        case .declinedPublication: "要求提供的是公开出版物，请按告知的途径获取。"
        case .declinedExcessive: "申请公开政府信息的数量、频次明显超过合理范围且理由不合理，不予处理。"
        case .declinedReissue: "要求对已获取的政府信息进行确认或者重新出具，不予处理。"
        case .otherNotSupplemented: "无正当理由逾期不补正，视为放弃申请，不再处理该申请。"
        case .otherFeeUnpaid: "逾期未按收费通知要求缴纳费用，视为放弃申请，不再处理该申请。"
        case .otherRemaining: "按其他情形处理。"
        }
    }
}
