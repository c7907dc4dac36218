/// The letters of a request.
package enum LetterKind: String, Sendable, CaseIterable {
    case receipt, supplementNotice, abandoned, thirdPartyConsultation, thirdPartyNotice, bodyConsultation, extensionNotice = "extension"
    case feeNotice, reasonRequest, delayedReply
    case grant, partialGrant, refusal, queryPointer, unable, declined, notGovernmentInformation, feeUnpaid, correction, transfer

    package var title: String {
        switch self {
        case .receipt: "登记回执"
        case .supplementNotice: "补正告知书"
        case .abandoned: "视为放弃（不再处理）告知书"
        case .thirdPartyConsultation: "第三方意见征询书"
        case .thirdPartyNotice: "第三方告知书"
        case .bodyConsultation: "征求意见函"
        case .extensionNotice: "延长答复期限告知书"
        case .feeNotice: "收费通知书"
        case .reasonRequest: "说明理由通知书"
        case .delayedReply: "延迟答复告知书"
        case .grant: "予以公开答复书"
        case .partialGrant: "部分公开答复书"
        case .refusal: "不予公开答复书"
        case .queryPointer: "行政查询告知书"
        case .unable: "无法提供答复书"
        case .declined: "不予处理告知书"
        case .notGovernmentInformation: "非政府信息告知书"
        case .feeUnpaid: "逾期未缴费不再处理告知书"
        case .correction: "更正答复书"
        case .transfer: "转送、移交单"
        }
    }
}
