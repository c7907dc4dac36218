/// The columns of table two, of both forms.
package enum ProactiveColumn: String, Hashable, Sendable, CaseIterable {
    case made, newlyDisclosed, totalDisclosed, repealed, inForce, previousYear, change, decisions, items, amount

    /// The column's words in a block of a form.
    package func words(_ block: ProactiveBlock, _ form: ReportForm) -> String {
        switch self {
        case .made: form == .form2019 ? "本年新制作数量" : "本年制发件数"
        case .newlyDisclosed: "本年新公开数量"
        case .totalDisclosed: "对外公开总数量"
        case .repealed: "本年废止件数"
        case .inForce: "现行有效件数"
        case .previousYear: "上一年项目数量"
        case .change: "本年增/减"
        case .decisions: form == .form2019 ? "处理决定数量" : "本年处理决定数量"
        case .items: "采购项目数量"
        case .amount: block == .procurement ? "采购总金额" : "本年收费金额（单位：万元）"
        }
    }

    package var title: String {
        switch self {
        case .made: "本年新制作（制发）数量"
        case .amount: "金额"
        default: words(.documents, .form2019)
        }
    }
}
