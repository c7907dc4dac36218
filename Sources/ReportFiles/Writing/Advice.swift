import AnnualReport

extension Rule {
    /// What the office that wrote the report is to do, in one sentence.
    package var advice: String {
        switch self {
        case .balance: "核对所列各列的新收、上年结转、办理结果总计和结转下年，找出填错的一格，使第一项加第二项等于第三项（七）加第四项。"
        case .resultTotal: "核对该列各项办理结果，使（七）总计等于（一）至（六）之和。"
        case .rowTotal: "核对该行六类申请人的数字，使总计等于六类之和。"
        case .reviewTotal: "核对该组四种结果的数字，使总计等于四种结果之和。"
        case .carryForward: "与上一年度报告核对，本年“上年结转”应等于上年“结转下年度继续办理”；有一方填错的，更正填错的一方。"
        case .stock: "核对制发、废止和现行有效件数；有文件到期失效的，请在报告中说明。"
        case .stockBelowFlow: "核对存量与本年数，现有总数不应小于本年净增数。"
        case .missingTable: "按表样补上整张表，没有发生的填 0。"
        case .missingRow: "按表样补上该行，没有发生的填 0。"
        case .missingCell: "补填空白单元格，没有发生的填 0。"
        case .unplacedRow: "按表样的列数逐格填写该行，没有发生的填 0。"
        case .extraRow: "删去表样没有的行或列；确需说明的，写入正文。"
        case .mergedRows: "把合在一起的行按表样分开，各自填写。"
        case .unitInCount: "该栏应填数量，请改填件数或项数；金额填入金额栏或写入正文。"
        case .unitMissing: "写明金额的单位（元、万元或亿元）。"
        case .unitDiffers: "把金额换算成栏目标明的单位后填写，例如 3200 元在“单位：万元”的栏中填 0.32。"
        case .ownReport: "先补齐缺报的单位；仍不一致的，请填报政府总报告的单位与各单位核对这些格。"
        case .amountDoubtful: "核对金额；以元为单位的，换算成万元再填。"
        case .hiddenContent: "取消隐藏后重新保存；不需要的内容请删去。"
        case .notANumber: "每格只填一个数；不适用的填“/”。"
        case .wrongForm: "改用该年度的表样重新填写。"
        case .wrongArticle: "更正表头引用的条款项次。"
        case .wrongTerm: "改用表样的用语。"
        case .wrongOrder: "按表样的顺序排列。"
        case .missingSection: "补写缺少的部分；没有内容的写“无”。"
        case .numbering: "更正编号，使其连续。"
        case .period: "统计期限应为报告年度的 1 月 1 日至 12 月 31 日，请核对并更正。"
        case .yearMismatch: "核对标题、统计期限和正文中的年度，使其一致。"
        case .late: "今后请按期公布：部门 1 月 31 日前，县级以上人民政府 3 月 31 日前，乡镇、街道按当地要求。"
        case .missingTopic: "在正文中补写所缺内容。"
        case .narrativeMismatch: "核对正文与表格，更正填错的一处。"
        case .narrativeSum: "核对正文所列分项与合计，更正填错的数字。"
        case .narrativeCopied: "按本年度实际情况重新撰写，不应沿用上年文字。"
        }
    }
}
