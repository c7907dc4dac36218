import AnnualReport
import Markup
import Office
import Web

/// A cell as pages show it: 0 is 0, a blank is blank, not applicable is `/`, and what is not known says why.
enum CellText {
    static func html(_ cell: Cell, in state: RowState) -> HTML {
        guard cell == .absent else { return HTML(text: cell.text) }
        return "<span class=\"word\">\(unknown(state))</span>"
    }

    /// Why a cell of such a row is not known.
    static func unknown(_ state: RowState) -> String {
        switch state {
        case .missing: "缺行"
        case .unplaced: "无法对位"
        case .merged: "并行"
        case .placed: "缺"
        }
    }
}

extension RowName {
    /// The row's words with the group that it stands in: （三）不予公开 1.属于国家秘密.
    var fullTitle: String {
        guard case .requests(let row) = self, let group = row.group, group != .results else { return title }
        return group.title + " " + title
    }
}

extension CellName {
    /// The cell's id on the page of its report.
    var anchor: String { "c-\(description)" }
}

extension Origin {
    /// The place's id in the source text shown beside a report; nil where the place is not known.
    var anchor: String? {
        if table > 0 { return row > 0 && column > 0 ? "T\(table)R\(row)C\(column)" : "T\(table)" }
        return line > 0 ? "L\(line)" : nil
    }
}
