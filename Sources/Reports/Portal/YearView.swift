import AnnualReport
import Office
import Web

/// The figures of a year: sums of counts of the newest reports, ready to be drawn.
struct YearView {
    var year: Int
    var region: String?
    var years: [Int]
    var regions: [String]
    /// The reports that the figures are of; nil where no region has any.
    var reports: RegionReports?
    var totals: [CellName: CellTotal]

    /// The sum of a figure's counts.
    func sum(_ figure: FigureName) -> FigureSum {
        FigureSum(figure.cells.compactMap { totals[$0] })
    }

    func sum(_ row: RequestRow, _ kind: ApplicantKind = .total) -> FigureSum {
        sum(.cell(CellName(.requests(row), .applicant(kind))))
    }
}

/// What the counts of many reports add up to.
enum FigureSum: Equatable {
    /// No report bears a count.
    case noCount
    /// More than a number can hold: some report's count cannot be true.
    case beyondRange
    case count(Int)

    init(_ totals: [CellTotal]) {
        let parts = totals.filter { $0.reports > 0 }
        guard !parts.isEmpty else {
            self = .noCount
            return
        }
        var sum = 0
        for part in parts {
            guard let next = part.sum.flatMap(sum.adding) else {
                self = .beyondRange
                return
            }
            sum = next
        }
        self = .count(sum)
    }

    var count: Int? {
        if case .count(let n) = self { n } else { nil }
    }

    /// As a table shows it.
    var text: String {
        switch self {
        case .noCount: "无数"
        case .beyondRange: "超出范围"
        case .count(let n): "\(n)"
        }
    }
}
