import AnnualReport

/// Labels that say the form's word with other characters (信访举报类申请, 结果维护, 不予以公开), known by key words that
/// no other label of the same table has. What is matched so differs from the form, so a finding always speaks of it.
enum NearLabel {
    typealias Key = (keys: [Folded], without: [Folded], label: Label)

    /// A row or group of table three.
    static func request(_ text: ArraySlice<UInt16>, mark: ItemMark?) -> Label? {
        guard text.count >= 2, text.count <= 60 else { return nil }
        if totals.contains(where: { $0.equals(text) }) { return .request(.total) }
        if other.equals(text) {
            // 3.其他 below （六）, （六）其他 in its place.
            if case .bracketed = mark { return .request(.other) }
            return .request(.otherRemaining)
        }
        return match(text, requests)
    }

    /// A row of table two.
    static func proactiveRow(_ text: ArraySlice<UInt16>) -> Label? {
        text.count <= 60 ? match(text, proactiveRows) : nil
    }

    /// A column of table two.
    static func proactiveColumn(_ text: ArraySlice<UInt16>) -> Label? {
        text.count <= 40 ? match(text, proactiveColumns) : nil
    }

    /// A column of table three.
    static func applicant(_ text: ArraySlice<UInt16>) -> Label? {
        guard text.count <= 16 else { return nil }
        if totals.contains(where: { $0.equals(text) }) { return .kind(.total) }
        if other.equals(text) { return .kind(.otherOrganization) }
        return match(text, applicants)
    }

    /// A group or outcome of table four.
    static func review(_ text: ArraySlice<UInt16>) -> Label? {
        guard text.count <= 24 else { return nil }
        if totals.contains(where: { $0.equals(text) }) { return .outcome(.total) }
        return match(text, reviews)
    }

    private static func match(_ text: ArraySlice<UInt16>, _ keys: [Key]) -> Label? {
        var found: Label?
        for key in keys
        where key.keys.contains(where: { $0.isContained(in: text) }) && !key.without.contains(where: { $0.isContained(in: text) }) {
            // Two labels in one cell are for the caller to take apart.
            if let found, found != key.label { return nil }
            found = key.label
        }
        guard let found, let word = found.word(nil) else { return found }
        // A sentence that happens to hold the key words is no label.
        return text.count <= Folding.fold(word.word).count * 2 + 4 ? found : nil
    }

    private static let other: Folded = "其他"
    private static let totals: [Folded] = ["总计", "合计", "总数", "小计", "共计"]

    private static let requests: [Key] = [
        (["本年新收", "本年度新收", "本年收到", "本年度收到", "新收政府信息"], [], .request(.received)),
        (["上年结转", "上年度结转", "上一年结转", "上一年度结转"], [], .request(.carriedIn)),
        (["年度办理结果", "办理结果"], [], .group(.results)),
        (["予以公开"], ["不予"], .request(.granted)),
        (["部分公开"], [], .request(.partlyGranted)),
        (["不予公开", "不予以公开"], [], .group(.refused)),
        (["国家秘密"], [], .request(.refusedStateSecret)),
        (["禁止公开"], [], .request(.refusedForbiddenByLaw)),
        (["三安全", "一稳定"], [], .request(.refusedPublicSecurity)),
        (["第三方"], [], .request(.refusedThirdPartyRights)),
        (["内部事务"], [], .request(.refusedInternalAffairs)),
        (["过程性"], [], .request(.refusedProcessInformation)),
        (["执法案卷"], [], .request(.refusedEnforcementFile)),
        (["行政查询"], [], .request(.refusedAdministrativeQuery)),
        (["无法提供", "无法公开"], [], .group(.unable)),
        (["不掌握"], [], .request(.unableNotHeld)),
        (["现成信息", "另行制作"], [], .request(.unableNotCompiled)),
        (["仍不明确", "内容不明确"], [], .request(.unableUnclear)),
        (["不予处理"], [], .group(.declined)),
        (["信访"], [], .request(.declinedPetition)),
        (["重复申请"], [], .request(.declinedRepeated)),
        (["出版物"], [], .request(.declinedPublication)),
        (["反复申请"], [], .request(.declinedExcessive)),
        (["重新出具"], [], .request(.declinedReissue)),
        (["其他处理"], [], .request(.other)),
        (["不补正"], [], .request(.otherNotSupplemented)),
        (["收费通知", "缴纳费用"], [], .request(.otherFeeUnpaid)),
        (["结转下年", "下年度继续办理", "结转下一年"], [], .request(.carriedOver)),
    ]

    private static let proactiveRows: [Key] = [
        (["规范性"], ["其他"], .row(.normativeDocuments)),
        (["行政许可"], ["其他"], .row(.licensing)),
        (["对外管理服务"], [], .row(.otherServices)),
        (["行政处罚"], ["其他"], .row(.penalties)),
        (["行政强制"], ["其他"], .row(.coercion)),
        (["事业性收费"], ["其他"], .row(.fees)),
        (["集中采购", "政府采购"], ["其他", "数量", "金额"], .row(.procurement)),
        (["规章"], ["其他", "制度"], .row(.regulations)),
    ]

    private static let proactiveColumns: [Key] = [
        (["新制作", "新制定", "本年制作"], [], .column(.made, .form2019)),
        (["新公开", "本年公开"], [], .column(.newlyDisclosed, .form2019)),
        (["对外公开"], [], .column(.totalDisclosed, .form2019)),
        (["制发"], [], .column(.made, .form2021)),
        (["废止"], [], .column(.repealed, .form2021)),
        (["现行有效"], [], .column(.inForce, .form2021)),
        (["上一年项目", "上年项目", "上一年度项目", "上一年专案", "上年度项目"], [], .column(.previousYear, .form2019)),
        (["增减"], [], .column(.change, .form2019)),
        (["本年处理决定", "本年度处理决定"], [], .column(.decisions, .form2021)),
        (["处理决定"], ["本年"], .column(.decisions, .form2019)),
        (["采购项目", "采购专案"], [], .column(.items, nil)),
        (["采购总金额", "采购金额"], [], .column(.amount, .form2019)),
        (["收费金额", "收费总金额"], [], .column(.amount, .form2021)),
    ]

    private static let applicants: [Key] = [
        (["自然人"], [], .kind(.naturalPerson)),
        (["法人"], [], .organizations),
        (["商业"], ["法人"], .kind(.business)),
        (["科研"], [], .kind(.research)),
        (["公益"], [], .kind(.socialOrganization)),
        (["法律服务"], [], .kind(.legalService)),
    ]

    private static let reviews: [Key] = [
        (["结果维", "维持", "维护"], [], .outcome(.upheld)),
        (["纠正"], [], .outcome(.corrected)),
        (["其他结果", "其它结果"], [], .outcome(.other)),
        (["未审结", "尚未审"], [], .outcome(.pending)),
        (["未经复议"], [], .review(.litigationDirect)),
        (["复议后"], ["未经"], .review(.litigationAfterReconsideration)),
        (["行政复议"], ["诉讼", "信息公开行政"], .review(.reconsideration)),
        (["行政诉讼"], ["复议"], .lawsuits),
    ]
}
