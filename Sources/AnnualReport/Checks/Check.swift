import Law

/// One rule at work: a pure function from a report, and where the rule needs it last year's, to findings.
package struct Check: Sendable {
    package var rule: Rule
    /// True if the cells alone decide, so that a report read from our own JSON is judged anew.
    package var needsOnlyCells: Bool
    /// True if the rule speaks only beside last year's report.
    package var needsPrevious: Bool
    var run: @Sendable (_ report: AnnualReport, _ beside: Beside) -> [Finding]

    /// What a report is judged beside.
    struct Beside {
        /// The same organization's report on the year before.
        var previous: AnnualReport?
        /// The local order's day for towns and street offices.
        var towns = TownReportDay.standard
    }

    /// A rule that looks at the report alone.
    private init(_ rule: Rule, needsOnlyCells: Bool = false, _ run: @escaping @Sendable (AnnualReport) -> [Finding]) {
        (self.rule, self.needsOnlyCells, needsPrevious) = (rule, needsOnlyCells, false)
        self.run = { report, _ in run(report) }
    }

    /// A rule that speaks only beside last year's report.
    private init(
        _ rule: Rule, needsOnlyCells: Bool = false, besidePrevious run: @escaping @Sendable (AnnualReport, AnnualReport?) -> [Finding]
    ) {
        (self.rule, self.needsOnlyCells, needsPrevious) = (rule, needsOnlyCells, true)
        self.run = { report, beside in run(report, beside.previous) }
    }

    /// A rule that asks for the day of towns and street offices.
    private init(_ rule: Rule, byDay run: @escaping @Sendable (AnnualReport, TownReportDay) -> [Finding]) {
        (self.rule, needsOnlyCells, needsPrevious) = (rule, false, false)
        self.run = { report, beside in run(report, beside.towns) }
    }

    /// All checks, in the order of `Rule.allCases`.
    package static let all: [Check] = [
        Check(.balance, needsOnlyCells: true, balance),
        Check(.resultTotal, needsOnlyCells: true, resultTotal),
        Check(.rowTotal, needsOnlyCells: true, rowTotal),
        Check(.reviewTotal, needsOnlyCells: true, reviewTotal),
        Check(.carryForward, needsOnlyCells: true, besidePrevious: carryForward),
        Check(.stock, needsOnlyCells: true, besidePrevious: stock),
        Check(.stockBelowFlow, needsOnlyCells: true, stockBelowFlow),
        Check(.missingTable, missingTable),
        Check(.missingRow, missingRow),
        Check(.missingCell, missingCell),
        Check(.unplacedRow, unplacedRow),
        Check(.extraRow, extraRow),
        Check(.mergedRows, mergedRows),
        Check(.unitInCount, unitInCount),
        Check(.unitMissing, unitMissing),
        Check(.unitDiffers, unitDiffers),
        Check(.amountDoubtful, amountDoubtful),
        Check(.hiddenContent, hiddenContent),
        Check(.notANumber, notANumber),
        Check(.wrongForm, wrongForm),
        Check(.wrongArticle, wrongArticle),
        Check(.wrongTerm, wrongTerm),
        Check(.wrongOrder, wrongOrder),
        Check(.missingSection, missingSection),
        Check(.numbering, numbering),
        Check(.period, period),
        Check(.yearMismatch, yearMismatch),
        Check(.late, byDay: late),
        Check(.missingTopic, missingTopic),
        Check(.narrativeMismatch, narrativeMismatch),
        Check(.narrativeSum, narrativeSum),
        Check(.narrativeCopied, besidePrevious: narrativeCopied),
    ]
}

extension AnnualReport {
    /// What all rules say of the report, in the order of `Rule.allCases`.
    ///
    /// - Parameters:
    ///   - previous: the same organization's report on the year before; it only adds findings.
    ///   - towns: the last day for towns and street offices, by the local order.
    package func findings(previous: AnnualReport? = nil, towns: TownReportDay = .standard) -> [Finding] {
        var findings: [Finding] = []
        for check in Check.all where !check.needsPrevious || previous != nil {
            if let inherited, !check.needsOnlyCells {
                if check.needsPrevious { continue }
                findings += inherited.filter { $0.rule == check.rule }
            } else {
                findings += check.run(self, Check.Beside(previous: previous, towns: towns))
            }
        }
        return placed(findings)
    }

    /// What those rules say alone that need last year's report.
    package func findings(only previous: AnnualReport) -> [Finding] {
        let checks = Check.all.filter { $0.needsPrevious && (inherited == nil || $0.needsOnlyCells) }
        return placed(checks.flatMap { $0.run(self, Check.Beside(previous: previous)) })
    }

    /// Without lines where the file has none.
    private func placed(_ findings: [Finding]) -> [Finding] {
        guard !source.hasLines, inherited == nil else { return findings }
        return findings.map { finding in
            var finding = finding
            finding.line = nil
            return finding
        }
    }
}
