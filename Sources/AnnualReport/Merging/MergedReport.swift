/// What one report adds to a cell of a merged report.
package struct Contribution: Hashable, Sendable {
    /// The file's name.
    package var source: String
    package var organization: String?
    /// As the report has it; a blank or absent cell adds nothing and is listed all the same.
    package var value: Cell

    package init(source: String, organization: String?, value: Cell) {
        self.source = source
        self.organization = organization
        self.value = value
    }
}

/// A report that was given and is not in the sum.
package struct LeftOutReport: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// The report of the body above stands for it.
        case covered(by: String)
        /// It is the government's own, which stands beside the sum.
        case head
        /// The tree has no such body.
        case notInTree
        /// The tree has several bodies of that name.
        case ambiguous
        /// The tree has it, but not below the government that is merged.
        case elsewhere
        /// Another report of the same body counts.
        case doubled
        /// It is on another year, or does not say which.
        case wrongYear(Int?)
    }

    /// The file's name.
    package var source: String
    /// The body's name, or the file's where the report names none.
    package var organization: String
    package var reason: Reason
}

extension LeftOutReport.Reason {
    /// The identifier in `gongkai.merge/1`.
    package var key: String {
        switch self {
        case .covered: "covered"
        case .head: "own"
        case .notInTree: "not-in-tree"
        case .ambiguous: "ambiguous"
        case .elsewhere: "elsewhere"
        case .doubled: "doubled"
        case .wrongYear: "wrong-year"
        }
    }

    /// Why, in words.
    package var words: String {
        switch self {
        case .covered(let name): "已包含在「\(name)」的报告中"
        case .head: "是本级政府自己的报告，列在合计旁边供对照"
        case .notInTree: "机构名单中没有这个单位，看不出它是否已包含在别的单位中"
        case .ambiguous: "机构名单中有几个单位叫这个名称，分不清是哪一个"
        case .elsewhere: "机构名单中它不在所汇总的政府之下"
        case .doubled: "同一单位有几份报告，以第一份为准"
        case .wrongYear(let year?): "是 \(year) 年的报告"
        case .wrongYear(nil): "没有写明年度"
        }
    }
}

/// The sum of many reports on one year: towns and bureaus into a county.
package struct MergedReport: Sendable {
    package var organization: String
    package var year: Int?
    package var template: ReportForm?
    package var proactive: ProactiveTable?
    package var requests: RequestTable?
    package var reviews: ReviewTable?
    /// How many reports are added.
    package var counted = 0
    /// For each cell what each report says, in the order of the reports.
    package var contributions: [CellName: [Contribution]]
    /// Who should have reported and did not.
    package var missing: [String]
    /// Who reported more than once; the first report counts.
    package var doubled: [String]
    /// Whose report is on another year (it is left out).
    package var wrongYear: [String]
    /// Every report that was given and is not added, in the order of the reports.
    package var leftOut: [LeftOutReport] = []
    /// The government's own report on its region, which stands beside the sum.
    package var own: AnnualReport?
    /// Where the own report says something else than the sum: what it says.
    package var differing: [CellName: Cell] = [:]
    package var findings: [Finding]

    package var rows: [Row] {
        (proactive?.rows ?? []) + (requests?.rows ?? []) + (reviews?.rows ?? [])
    }
}
