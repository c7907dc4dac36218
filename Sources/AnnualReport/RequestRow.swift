/// The rows of table three, of both forms, in the form's order. Keys are those of report.schema.json.
package enum RequestRow: String, Hashable, Sendable, CaseIterable {
    case received, carriedIn, granted, partlyGranted
    case refusedStateSecret, refusedForbiddenByLaw, refusedPublicSecurity, refusedThirdPartyRights
    case refusedInternalAffairs, refusedProcessInformation, refusedEnforcementFile, refusedAdministrativeQuery
    case unableNotHeld, unableNotCompiled, unableUnclear
    case declinedPetition, declinedRepeated, declinedPublication, declinedExcessive, declinedReissue
    case other
    case otherNotSupplemented, otherFeeUnpaid, otherRemaining
    case total, carriedOver

    /// The rows that a form has, in its order.
    package static func rows(_ form: ReportForm) -> [RequestRow] {
        form == .form2019 ? form2019 : form2021
    }

    private static let form2019 = allCases.filter { ![.otherNotSupplemented, .otherFeeUnpaid, .otherRemaining].contains($0) }
    private static let form2021 = allCases.filter { $0 != .other }

    /// The results that add up to 三（七）: 19 in the 2019 form, 21 in the 2021 form.
    package static func results(_ form: ReportForm) -> [RequestRow] {
        form == .form2019 ? results2019 : results2021
    }

    private static let results2019 = form2019.filter { ![.received, .carriedIn, .total, .carriedOver].contains($0) }
    private static let results2021 = form2021.filter { ![.received, .carriedIn, .total, .carriedOver].contains($0) }

    /// The row's place among all rows, from 0.
    package var ordinal: Int {
        switch self {
        case .received: 0
        case .carriedIn: 1
        case .granted: 2
        case .partlyGranted: 3
        case .refusedStateSecret: 4
        case .refusedForbiddenByLaw: 5
        case .refusedPublicSecurity: 6
        case .refusedThirdPartyRights: 7
        case .refusedInternalAffairs: 8
        case .refusedProcessInformation: 9
        case .refusedEnforcementFile: 10
        case .refusedAdministrativeQuery: 11
        case .unableNotHeld: 12
        case .unableNotCompiled: 13
        case .unableUnclear: 14
        case .declinedPetition: 15
        case .declinedRepeated: 16
        case .declinedPublication: 17
        case .declinedExcessive: 18
        case .declinedReissue: 19
        case .other: 20
        case .otherNotSupplemented: 21
        case .otherFeeUnpaid: 22
        case .otherRemaining: 23
        case .total: 24
        case .carriedOver: 25
        }
    }

    /// A value for every row, by the row's place: a dictionary without hashing.
    package struct Values<Value> {
        /// In the form's order.
        package private(set) var all: [Value]

        package init(repeating value: Value) {
            all = Array(repeating: value, count: RequestRow.allCases.count)
        }

        package subscript(row: RequestRow) -> Value {
            get { all[row.ordinal] }
            set { all[row.ordinal] = newValue }
        }
    }

    /// The row's words on the form, with its mark.
    package var title: String { mark.text + words }

    /// The row's words on the form, without its mark.
    package var words: String {
        switch self {
        case .received: "本年新收政府信息公开申请数量"
        case .carriedIn: "上年结转政府信息公开申请数量"
        case .granted: "予以公开"
        case .partlyGranted: "部分公开（区分处理的，只计这一情形，不计其他情形）"
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
        case .other: "其他处理"
        case .otherNotSupplemented: "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
        case .otherFeeUnpaid: "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
        case .otherRemaining: "其他"
        case .total: "总计"
        case .carriedOver: "结转下年度继续办理"
        }
    }

    /// The first half of a long label, which the form accepts alone.
    package var shortWords: String? {
        switch self {
        case .otherNotSupplemented: "申请人无正当理由逾期不补正"
        case .otherFeeUnpaid: "申请人逾期未按收费通知要求缴纳费用"
        default: nil
        }
    }

    /// The group that the row stands in; nil for 一, 二 and 四.
    package var group: RequestGroup? {
        switch self {
        case .received, .carriedIn, .carriedOver: nil
        case .granted, .partlyGranted, .other, .total: .results
        case .refusedStateSecret, .refusedForbiddenByLaw, .refusedPublicSecurity, .refusedThirdPartyRights,
            .refusedInternalAffairs, .refusedProcessInformation, .refusedEnforcementFile, .refusedAdministrativeQuery:
            .refused
        case .unableNotHeld, .unableNotCompiled, .unableUnclear: .unable
        case .declinedPetition, .declinedRepeated, .declinedPublication, .declinedExcessive, .declinedReissue: .declined
        case .otherNotSupplemented, .otherFeeUnpaid, .otherRemaining: .other
        }
    }

    /// The mark before the row's words on the form.
    package var mark: ItemMark {
        switch self {
        case .received: .section(1)
        case .carriedIn: .section(2)
        case .carriedOver: .section(4)
        case .granted: .bracketed(1)
        case .partlyGranted: .bracketed(2)
        case .other: .bracketed(6)
        case .total: .bracketed(7)
        case .refusedStateSecret, .unableNotHeld, .declinedPetition, .otherNotSupplemented: .digit(1)
        case .refusedForbiddenByLaw, .unableNotCompiled, .declinedRepeated, .otherFeeUnpaid: .digit(2)
        case .refusedPublicSecurity, .unableUnclear, .declinedPublication, .otherRemaining: .digit(3)
        case .refusedThirdPartyRights, .declinedExcessive: .digit(4)
        case .refusedInternalAffairs, .declinedReissue: .digit(5)
        case .refusedProcessInformation: .digit(6)
        case .refusedEnforcementFile: .digit(7)
        case .refusedAdministrativeQuery: .digit(8)
        }
    }
}

/// The labels of table three that stand over rows and bear no figures on the form.
package enum RequestGroup: String, Hashable, Sendable, CaseIterable {
    case results, refused, unable, declined, other

    package var words: String {
        switch self {
        case .results: "本年度办理结果"
        case .refused: "不予公开"
        case .unable: "无法提供"
        case .declined: "不予处理"
        case .other: "其他处理"
        }
    }

    package var mark: ItemMark {
        switch self {
        case .results: .section(3)
        case .refused: .bracketed(3)
        case .unable: .bracketed(4)
        case .declined: .bracketed(5)
        case .other: .bracketed(6)
        }
    }

    package var title: String { mark.text + words }

    /// The rows right below the label, in the form's order.
    package var rows: [RequestRow] {
        switch self {
        case .results: [.granted]
        case .refused: RequestGroup.refusedRows
        case .unable: [.unableNotHeld, .unableNotCompiled, .unableUnclear]
        case .declined: [.declinedPetition, .declinedRepeated, .declinedPublication, .declinedExcessive, .declinedReissue]
        case .other: [.otherNotSupplemented, .otherFeeUnpaid, .otherRemaining]
        }
    }

    private static let refusedRows = RequestRow.allCases.filter { $0.group == .refused }
}

/// The mark that numbers a section, an item or a row.
package enum ItemMark: Hashable, Sendable {
    /// 一、
    case section(Int)
    /// （一）
    case bracketed(Int)
    /// 1. or 1、
    case digit(Int)

    package var number: Int {
        switch self {
        case .section(let n), .bracketed(let n), .digit(let n): n
        }
    }

    /// As the form prints it.
    package var text: String {
        switch self {
        case .section(let n): ItemMark.chinese(n) + "、"
        case .bracketed(let n): "（" + ItemMark.chinese(n) + "）"
        case .digit(let n): "\(n)."
        }
    }

    /// 1 to 99 in Chinese numerals.
    package static func chinese(_ n: Int) -> String {
        let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(n) else { return "\(n)" }
        if n < 10 { return digits[n] }
        return (n < 20 ? "" : digits[n / 10]) + "十" + (n % 10 == 0 ? "" : digits[n % 10])
    }
}
