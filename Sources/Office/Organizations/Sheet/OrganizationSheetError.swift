/// Why a list of organizations was not imported.
package enum OrganizationSheetError: Error, Hashable, Sendable {
    /// The file cannot be read; the reason says what to do.
    case unreadable(String)
    case noHeading
    case doubledHeading(String)
    /// All that is wrong with the rows, in their order. Nothing was imported.
    case problems([SheetProblem])
}

/// What is wrong with one row of a list.
package struct SheetProblem: Hashable, Sendable, CustomStringConvertible {
    /// As the spreadsheet counts it, from 1.
    package var row: Int
    package var message: String

    package init(row: Int, message: String) {
        self.row = row
        self.message = message
    }

    package var description: String { "第 \(row) 行：\(message)" }
}

extension OrganizationSheetError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let reason): reason
        case .noHeading: "没有找到表头。前 10 行中应有一行列名，其中有“名称”和“类别”，例如：上级机构、名称、类别。"
        case .doubledHeading(let title): "有两列都是“\(title)”。请只留一列。"
        case .problems(let problems):
            "有 \(problems.count) 处问题，没有导入：\n" + problems.map(\.description).joined(separator: "\n")
        }
    }
}
