/// The rules that a report is checked by. Each has a severity and a legal source.
package enum Rule: String, Hashable, Sendable, CaseIterable {
    case balance
    case resultTotal = "result-total"
    case rowTotal = "row-total"
    case reviewTotal = "review-total"
    case carryForward = "carry-forward"
    case stock
    case stockBelowFlow = "stock-below-flow"
    case missingTable = "missing-table"
    case missingRow = "missing-row"
    case missingCell = "missing-cell"
    case unplacedRow = "unplaced-row"
    case extraRow = "extra-row"
    case mergedRows = "merged-rows"
    case unitInCount = "unit-in-count"
    case unitMissing = "unit-missing"
    case unitDiffers = "unit-differs"
    case amountDoubtful = "amount-doubtful"
    case hiddenContent = "hidden-content"
    case notANumber = "not-a-number"
    case wrongForm = "wrong-form"
    case wrongArticle = "wrong-article"
    case wrongTerm = "wrong-term"
    case wrongOrder = "wrong-order"
    case missingSection = "missing-section"
    case numbering
    case period
    case yearMismatch = "year-mismatch"
    case late
    case missingTopic = "missing-topic"
    case narrativeMismatch = "narrative-mismatch"
    case narrativeSum = "narrative-sum"
    case narrativeCopied = "narrative-copied"
    /// Of a merged report alone, where no check of single reports says it.
    case ownReport = "own-report"

    package var severity: Severity {
        switch self {
        case .balance, .resultTotal, .rowTotal, .reviewTotal, .carryForward, .missingTable, .missingRow, .unplacedRow,
            .notANumber:
            .error
        case .extraRow, .unitMissing, .amountDoubtful, .hiddenContent, .wrongTerm, .wrongOrder, .numbering, .missingTopic: .notice
        default: .warning
        }
    }

    /// The rule's name for people.
    package var title: String {
        switch self {
        case .balance: "勾稽关系不平"
        case .resultTotal: "办理结果总计不符"
        case .rowTotal: "行总计不符"
        case .reviewTotal: "复议诉讼总计不符"
        case .carryForward: "结转与上年不符"
        case .stock: "现行有效件数与上年不符"
        case .stockBelowFlow: "存量小于流量"
        case .missingTable: "缺少表格"
        case .missingRow: "缺少行"
        case .missingCell: "单元格空白"
        case .unplacedRow: "无法对位"
        case .extraRow: "多余的行或列"
        case .mergedRows: "两行并为一行"
        case .unitInCount: "数量栏填了金额"
        case .unitMissing: "金额缺少单位"
        case .unitDiffers: "金额单位与栏目不同"
        case .amountDoubtful: "金额可疑"
        case .hiddenContent: "有隐藏内容"
        case .notANumber: "不是一个数"
        case .wrongForm: "表样与年度不符"
        case .wrongArticle: "条款引用有误"
        case .wrongTerm: "用语与表样不同"
        case .wrongOrder: "顺序与表样不同"
        case .missingSection: "缺少部分"
        case .numbering: "编号不连续"
        case .period: "统计期限不符"
        case .yearMismatch: "年度不一致"
        case .late: "发布逾期"
        case .missingTopic: "缺少法定内容"
        case .narrativeMismatch: "正文与表格不符"
        case .narrativeSum: "正文分项与合计不符"
        case .narrativeCopied: "正文与上年雷同"
        case .ownReport: "政府自己的报告与各单位合计不同"
        }
    }

    /// The rule's legal source.
    package var basis: String {
        switch self {
        case .balance:
            "国办公开办函〔2019〕60号、〔2021〕30号表三：第一项加第二项之和，等于第三项加第四项之和"
        case .resultTotal: "国办公开办函〔2019〕60号、〔2021〕30号表三：（七）总计为（一）至（六）之和"
        case .rowTotal: "国办公开办函〔2019〕60号、〔2021〕30号表三：总计为六类申请人之和"
        case .reviewTotal: "国办公开办函〔2019〕60号、〔2021〕30号表四：总计为四种结果之和"
        case .carryForward: "国办公开办函〔2019〕60号、〔2021〕30号表三：上年结转即上一年度的结转下年度继续办理"
        case .stock, .stockBelowFlow: "国办公开办函〔2019〕60号、〔2021〕30号表二；《政府信息公开条例》第二十条第（一）项"
        case .missingTable, .missingRow, .missingCell, .unplacedRow, .extraRow, .mergedRows, .wrongForm, .wrongTerm, .wrongOrder,
            .numbering,
            .notANumber:
            "国办公开办函〔2019〕60号、〔2021〕30号附件表样"
        case .unitInCount, .unitMissing, .unitDiffers, .amountDoubtful: "国办公开办函〔2019〕60号、〔2021〕30号表二填报说明"
        case .wrongArticle: "《政府信息公开条例》第二十条"
        case .missingSection, .missingTopic: "《政府信息公开条例》第五十条"
        case .period, .yearMismatch: "《政府信息公开条例》第四十九条：上一年度政府信息公开工作年度报告"
        case .hiddenContent: "《政府信息公开条例》第四十九条：年度报告应向社会公布"
        case .late: "《政府信息公开条例》第四十九条"
        case .narrativeMismatch, .narrativeSum: "《政府信息公开条例》第五十条；报告正文应与附表一致"
        case .narrativeCopied: "《政府信息公开条例》第五十条；国办公开办函〔2021〕30号"
        case .ownReport: "《政府信息公开条例》第四十九条：县级以上地方政府的年度报告汇总本级政府各单位的情况"
        }
    }
}
