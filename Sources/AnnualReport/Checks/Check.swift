/// One rule at work: a pure function from a report, and where the rule needs it last year's, to findings.
public struct Check: Sendable {
    public var rule: Rule
    /// True if the cells alone decide, so that a report read from our own JSON is judged anew.
    public var needsOnlyCells: Bool
    /// True if the rule speaks only beside last year's report.
    public var needsPrevious: Bool
    var run: @Sendable (_ report: AnnualReport, _ previous: AnnualReport?, _ townsDue: TownsDue) -> [Finding]

    init(
        _ rule: Rule, needsOnlyCells: Bool = false, needsPrevious: Bool = false,
        _ run: @escaping @Sendable (AnnualReport, AnnualReport?, TownsDue) -> [Finding]
    ) {
        self.rule = rule
        self.needsOnlyCells = needsOnlyCells
        self.needsPrevious = needsPrevious
        self.run = run
    }

    /// All checks, in the order of `Rule.allCases`.
    public static let all: [Check] = [
        Check(.balance, needsOnlyCells: true) { report, _, _ in balance(report) },
        Check(.resultTotal, needsOnlyCells: true) { report, _, _ in resultTotal(report) },
        Check(.rowTotal, needsOnlyCells: true) { report, _, _ in rowTotal(report) },
        Check(.reviewTotal, needsOnlyCells: true) { report, _, _ in reviewTotal(report) },
        Check(.carryForward, needsOnlyCells: true, needsPrevious: true) { report, previous, _ in
            carryForward(report, previous)
        },
        Check(.stock, needsOnlyCells: true, needsPrevious: true) { report, previous, _ in stock(report, previous) },
        Check(.stockBelowFlow, needsOnlyCells: true) { report, _, _ in stockBelowFlow(report) },
        Check(.missingTable) { report, _, _ in missingTable(report) },
        Check(.missingRow) { report, _, _ in missingRow(report) },
        Check(.missingCell) { report, _, _ in missingCell(report) },
        Check(.unplacedRow) { report, _, _ in unplacedRow(report) },
        Check(.extraRow) { report, _, _ in extraRow(report) },
        Check(.mergedRows) { report, _, _ in mergedRows(report) },
        Check(.unitInCount) { report, _, _ in unitInCount(report) },
        Check(.unitMissing) { report, _, _ in unitMissing(report) },
        Check(.unitDiffers) { report, _, _ in unitDiffers(report) },
        Check(.amountDoubtful) { report, _, _ in amountDoubtful(report) },
        Check(.hiddenContent) { report, _, _ in hiddenContent(report) },
        Check(.notANumber) { report, _, _ in notANumber(report) },
        Check(.wrongForm) { report, _, _ in wrongForm(report) },
        Check(.wrongArticle) { report, _, _ in wrongArticle(report) },
        Check(.wrongTerm) { report, _, _ in wrongTerm(report) },
        Check(.wrongOrder) { report, _, _ in wrongOrder(report) },
        Check(.missingSection) { report, _, _ in missingSection(report) },
        Check(.numbering) { report, _, _ in numbering(report) },
        Check(.period) { report, _, _ in period(report) },
        Check(.yearMismatch) { report, _, _ in yearMismatch(report) },
        Check(.late) { report, _, townsDue in late(report, townsDue) },
        Check(.missingTopic) { report, _, _ in missingTopic(report) },
        Check(.narrativeMismatch) { report, _, _ in narrativeMismatch(report) },
        Check(.narrativeSum) { report, _, _ in narrativeSum(report) },
        Check(.narrativeCopied, needsPrevious: true) { report, previous, _ in narrativeCopied(report, previous) },
    ]
}

extension AnnualReport {
    /// What all rules say of the report, in the order of `Rule.allCases`.
    ///
    /// - Parameters:
    ///   - previous: the same organization's report on the year before; it only adds findings.
    ///   - townsDue: the last day for towns and street offices.
    public func findings(previous: AnnualReport? = nil, townsDue: TownsDue = .standard) -> [Finding] {
        var findings: [Finding] = []
        for check in Check.all where !check.needsPrevious || previous != nil {
            if let inherited, !check.needsOnlyCells {
                if check.needsPrevious { continue }
                findings += inherited.filter { $0.rule == check.rule }
            } else {
                findings += check.run(self, previous, townsDue)
            }
        }
        guard !source.hasLines else { return findings }
        return findings.map { finding in
            var finding = finding
            if inherited == nil { finding.line = nil }
            return finding
        }
    }

    /// What the rules say that need last year's report.
    public func findings(only previous: AnnualReport) -> [Finding] {
        Check.all.filter(\.needsPrevious).flatMap { $0.run(self, previous, .standard) }
    }
}
