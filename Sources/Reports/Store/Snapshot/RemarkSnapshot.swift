import AnnualReport
import Office

/// What a source prints otherwise than the form, as JSON keeps it.
enum RemarkSnapshot: Codable {
    case extraRow(label: String, table: String, subtotal: Bool, found: [String?], origin: String)
    case extraColumn(label: String, table: String, origin: String)
    case repeatedRow(row: String, found: [String?], origin: String)
    case notANumber(cell: String, text: String, origin: String)
    case mergedRows(rows: [String], label: String, found: [String?], origin: String)
    case label(printed: String, word: String, origin: String)
    case citedArticle(block: Int, printed: String, origin: String)
    case order(table: String, rows: Bool, printed: [String], origin: String)
    /// `mark` is `section`, `bracketed` or `digit`.
    case numbering(scope: String, mark: String, number: Int, expected: Int, origin: String)
    case cutUnit(cell: String, text: String, origin: String)
    case unitDiffers(cell: String, text: String, heading: String, origin: String)
    case formula(cell: String, origin: String)
    case hidden(kinds: [String])
    case secondReport(title: String, origin: String)

    init(_ remark: Remark) {
        self =
            switch remark {
            case .extraRow(let label, let table, let subtotal, let found, let origin):
                .extraRow(
                    label: label, table: table.rawValue, subtotal: subtotal, found: found, origin: origin.snapshotText)
            case .extraColumn(let label, let table, let origin):
                .extraColumn(label: label, table: table.rawValue, origin: origin.snapshotText)
            case .repeatedRow(let row, let found, let origin):
                .repeatedRow(row: row.description, found: found, origin: origin.snapshotText)
            case .notANumber(let cell, let text, let origin):
                .notANumber(cell: cell.description, text: text, origin: origin.snapshotText)
            case .mergedRows(let rows, let label, let found, let origin):
                .mergedRows(
                    rows: rows.map(\.description), label: label, found: found, origin: origin.snapshotText)
            case .label(let printed, let word, let origin):
                .label(printed: printed, word: word, origin: origin.snapshotText)
            case .citedArticle(let block, let printed, let origin):
                .citedArticle(block: block.rawValue, printed: printed, origin: origin.snapshotText)
            case .order(let table, let rows, let printed, let origin):
                .order(table: table.rawValue, rows: rows, printed: printed, origin: origin.snapshotText)
            case .numbering(let scope, let mark, let expected, let origin):
                .numbering(
                    scope: scope, mark: mark.snapshotKind, number: mark.number, expected: expected,
                    origin: origin.snapshotText)
            case .cutUnit(let cell, let text, let origin):
                .cutUnit(cell: cell.description, text: text, origin: origin.snapshotText)
            case .unitDiffers(let cell, let text, let heading, let origin):
                .unitDiffers(cell: cell.description, text: text, heading: heading.rawValue, origin: origin.snapshotText)
            case .formula(let cell, let origin): .formula(cell: cell.description, origin: origin.snapshotText)
            case .hidden(let kinds): .hidden(kinds: kinds)
            case .secondReport(let title, let origin): .secondReport(title: title, origin: origin.snapshotText)
            }
    }

    func remark() throws -> Remark {
        switch self {
        case .extraRow(let label, let table, let subtotal, let found, let origin):
            .extraRow(
                label: label, table: try TableName(snapshot: table), subtotal: subtotal, found: found,
                origin: try Origin(snapshotText: origin))
        case .extraColumn(let label, let table, let origin):
            .extraColumn(label: label, table: try TableName(snapshot: table), origin: try Origin(snapshotText: origin))
        case .repeatedRow(let row, let found, let origin):
            .repeatedRow(try RowName(snapshot: row), found: found, origin: try Origin(snapshotText: origin))
        case .notANumber(let cell, let text, let origin):
            .notANumber(try CellName(snapshot: cell), text: text, origin: try Origin(snapshotText: origin))
        case .mergedRows(let rows, let label, let found, let origin):
            .mergedRows(
                try rows.map { try RowName(snapshot: $0) }, label: label, found: found,
                origin: try Origin(snapshotText: origin))
        case .label(let printed, let word, let origin):
            .label(printed: printed, word: word, origin: try Origin(snapshotText: origin))
        case .citedArticle(let block, let printed, let origin):
            .citedArticle(
                try ProactiveBlock(snapshot: block), printed: printed, origin: try Origin(snapshotText: origin))
        case .order(let table, let rows, let printed, let origin):
            .order(
                try TableName(snapshot: table), rows: rows, printed: printed, origin: try Origin(snapshotText: origin))
        case .numbering(let scope, let mark, let number, let expected, let origin):
            .numbering(
                scope: scope, mark: try ItemMark(snapshotKind: mark, number: number), expected: expected,
                origin: try Origin(snapshotText: origin))
        case .cutUnit(let cell, let text, let origin):
            .cutUnit(try CellName(snapshot: cell), text: text, origin: try Origin(snapshotText: origin))
        case .unitDiffers(let cell, let text, let heading, let origin):
            .unitDiffers(
                try CellName(snapshot: cell), text: text, heading: try MoneyUnit(snapshot: heading),
                origin: try Origin(snapshotText: origin))
        case .formula(let cell, let origin): .formula(try CellName(snapshot: cell), origin: try Origin(snapshotText: origin))
        case .hidden(let kinds): .hidden(kinds)
        case .secondReport(let title, let origin): .secondReport(title: title, origin: try Origin(snapshotText: origin))
        }
    }
}

extension ItemMark {
    var snapshotKind: String {
        switch self {
        case .section: "section"
        case .bracketed: "bracketed"
        case .digit: "digit"
        }
    }

    init(snapshotKind kind: String, number: Int) throws(SnapshotError) {
        switch kind {
        case "section": self = .section(number)
        case "bracketed": self = .bracketed(number)
        case "digit": self = .digit(number)
        default: throw .name(kind)
        }
    }
}
