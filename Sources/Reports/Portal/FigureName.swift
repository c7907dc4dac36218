import AnnualReport
import Law
import Office
import Web

/// What a figure of the dashboard or of a merged report is made of: one cell of every report, or a family of results.
enum FigureName: Hashable, CustomStringConvertible {
    case cell(CellName)
    /// One of the six result families of table three, in one column.
    case family(Outcome.Family, ApplicantKind)

    init?(_ text: String) {
        if let cell = CellName(text) {
            self = .cell(cell)
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts[0] == "family", let family = Outcome.Family(rawValue: parts[1]),
            let kind = ApplicantKind(rawValue: parts[2])
        else { return nil }
        self = .family(family, kind)
    }

    var description: String {
        switch self {
        case .cell(let name): name.description
        case .family(let family, let kind): "family.\(family.rawValue).\(kind.rawValue)"
        }
    }

    /// In words.
    var title: String {
        switch self {
        case .cell(let name): "「\(name.row.fullTitle)」\(name.column.title)"
        case .family(let family, let kind): "「\(family.title)」\(kind.title)"
        }
    }

    /// The cells that are added.
    var cells: [CellName] {
        switch self {
        case .cell(let name): [name]
        case .family(let family, let kind): family.rows.map { CellName(.requests($0), .applicant(kind)) }
        }
    }
}
