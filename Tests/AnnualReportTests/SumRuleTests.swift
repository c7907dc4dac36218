import AnnualReport
import Testing

/// The cross-table rules of tables three and four: what holds, what does not, and when they keep silent.
struct SumRuleTests {
    /// Sets cells of the sample and tells which findings the rule then makes, as `cell: found/expected`.
    private func found(_ rule: Rule, _ cells: [String: Cell], form: ReportForm = .form2019) -> [String] {
        var report = SampleReport.make(form)
        for (name, cell) in cells { report.set(name, cell) }
        return report.findings(rule).map { finding in
            "\(finding.cells.joined(separator: " ")): \(finding.found?.description ?? "")/\(finding.expected?.description ?? "")"
        }
    }

    @Test(arguments: [Rule.balance, .resultTotal, .rowTotal, .reviewTotal], ReportForm.allCases)
    func aReportWhoseSumsHoldIsLeftAlone(_ rule: Rule, _ form: ReportForm) {
        #expect(found(rule, [:], form: form) == [])
    }

    /// Which of a column's four cells is wrong the figures do not tell, so nothing is expected of any.
    @Test func balanceSpeaksOnceForTheTable() {
        #expect(
            found(.balance, ["requests.received.naturalPerson": .count(6)]) == [
                "requests.received.naturalPerson requests.carriedIn.naturalPerson requests.total.naturalPerson requests.carriedOver.naturalPerson: /"
            ])
        var report = SampleReport.make()
        report.set("requests.carriedOver.business", .count(2))
        report.set("requests.carriedIn.total", .count(4))
        let two = report.findings(.balance)
        #expect(two.map(\.cells.count) == [8])
        #expect(two[0].message.contains("商业企业列") && two[0].message.contains("＝1，") && two[0].message.contains("＝3"))
        #expect(two[0].message.contains("总计列") && two[0].message.contains("＝10，") && two[0].message.contains("＝7"))
    }

    @Test(arguments: ApplicantKind.allCases)
    func balanceIsJudgedInEachOfTheSevenColumns(_ kind: ApplicantKind) {
        #expect(found(.balance, ["requests.received.\(kind)": .count(99)]).count == 1)
    }

    @Test(arguments: ReportForm.allCases)
    func resultTotalRunsOverEveryResultOfTheForm(_ form: ReportForm) {
        for row in RequestRow.results(form) {
            #expect(
                found(.resultTotal, ["requests.\(row).legalService": .count(7)], form: form) == ["requests.total.legalService: 0/7"],
                "\(row)")
        }
        for row in [RequestRow.received, .carriedIn, .carriedOver] {
            #expect(found(.resultTotal, ["requests.\(row).legalService": .count(7)], form: form) == [], "\(row)")
        }
    }

    @Test func theFormsHaveNineteenAndTwentyOneResults() {
        #expect(RequestRow.results(.form2019).count == 19)
        #expect(RequestRow.results(.form2021).count == 21)
    }

    @Test(arguments: ReportForm.allCases)
    func rowTotalIsJudgedInEveryRow(_ form: ReportForm) {
        for row in RequestRow.rows(form) {
            let printed = SampleReport.make(form)[row, .total].count ?? -1
            #expect(found(.rowTotal, ["requests.\(row).total": .count(88)], form: form) == ["requests.\(row).total: 88/\(printed)"])
        }
    }

    @Test(arguments: ReviewGroup.allCases)
    func reviewTotalIsJudgedInEveryGroup(_ group: ReviewGroup) {
        let printed = SampleReport.make()[group, .total].count ?? -1
        #expect(found(.reviewTotal, ["reviews.\(group).total": .count(8)]) == ["reviews.\(group).total: 8/\(printed)"])
    }

    @Test(arguments: ReviewOutcome.allCases.dropLast(), ReviewGroup.allCases)
    func reviewTotalRunsOverTheFourOutcomes(_ outcome: ReviewOutcome, _ group: ReviewGroup) {
        #expect(found(.reviewTotal, ["reviews.\(group).\(outcome)": .count(50)]).count == 1)
    }

    // MARK: Blank, not applicable, unknown

    /// Where zeros stood, a blank or `/` changes no sum.
    @Test(arguments: [Cell.blank, .notApplicable], ReportForm.allCases)
    func zerosLeftBlankBreakNoSum(_ cell: Cell, _ form: ReportForm) {
        var report = SampleReport.make(form)
        for row in report.rows where row.name.table != .proactive {
            for (name, entry) in row.cells where entry.cell == .count(0) { report.set(name.description, cell) }
        }
        let findings = report.findings().filter { $0.severity == .error }
        #expect(findings.map(\.message) == [])
    }

    @Test func aFailedSumSaysWhichCellsWereBlank() {
        var report = SampleReport.make()
        report.set("requests.granted.naturalPerson", .blank)
        report.set("requests.granted.business", .notApplicable)
        let row = report.findings(.rowTotal)
        #expect(row.map(\.cells) == [["requests.granted.total"]] && row.map(\.expected) == [.number(0)])
        #expect(row[0].message.contains("空白") && row[0].message.contains("自然人") && !row[0].message.contains("商业企业"))
        let column = report.findings(.resultTotal).filter { $0.cells == ["requests.total.naturalPerson"] }
        #expect(column.count == 1 && column[0].message.contains("空白") && column[0].message.contains("予以公开"))

        var reviews = SampleReport.make()
        reviews.set("reviews.reconsideration.pending", .blank)
        #expect(reviews.findings(.reviewTotal).map { $0.message.contains("空白") && $0.message.contains("尚未审结") } == [true])

        var balance = SampleReport.make()
        balance.set("requests.carriedOver.naturalPerson", .blank)
        #expect(balance.findings(.balance).map { $0.message.contains("空白") && $0.message.contains("结转下年度") } == [true])
    }

    @Test(arguments: [Cell.blank, .notApplicable])
    func aSumIsSilentWhereItsTotalIsNotStated(_ cell: Cell) {
        #expect(found(.rowTotal, ["requests.granted.total": cell]) == [])
        #expect(found(.resultTotal, ["requests.total.naturalPerson": cell]) == [])
        #expect(found(.balance, ["requests.total.naturalPerson": cell]) == [])
        #expect(found(.reviewTotal, ["reviews.reconsideration.total": cell]) == [])
    }

    /// An operand that cannot be told is no zero: another rule spoke of it already.
    @Test func aSumIsSilentWhereAnOperandIsUnknown() {
        #expect(found(.rowTotal, ["requests.granted.naturalPerson": .absent]) == [])
        #expect(found(.resultTotal, ["requests.granted.naturalPerson": .absent]) == [])
        #expect(found(.balance, ["requests.carriedOver.naturalPerson": .absent]) == [])
        #expect(found(.balance, ["requests.total.naturalPerson": .absent]) == [])
        #expect(found(.reviewTotal, ["reviews.reconsideration.upheld": .absent]) == [])
        #expect(found(.reviewTotal, ["reviews.reconsideration.total": .absent]) == [])
    }

    @Test func anUnknownOperandSilencesItsOwnSumOnly() {
        let cells: [String: Cell] = ["requests.granted.naturalPerson": .absent, "requests.granted.business": .count(9)]
        #expect(found(.resultTotal, cells) == ["requests.total.business: 1/9"])
    }

    @Test(arguments: [RowState.missing, .unplaced(found: ["0", "0", "0", "0", "0"]), .merged(found: ["0"])])
    func rowsWithoutPlacedFiguresSilenceTheSumsThatNeedThem(_ state: RowState) {
        var report = SampleReport.make()
        report.set("requests.granted", state)
        #expect(report.findings(.resultTotal).isEmpty && report.findings(.rowTotal).isEmpty && report.findings(.balance).isEmpty)
        report.set("requests.received.naturalPerson", .count(77))
        #expect(report.findings(.balance).count == 1)
    }

    /// A blank in the column of totals is unknown while the row's other cells bear figures.
    @Test func aBlankTotalOfARowWithFiguresIsUnknown() {
        #expect(found(.resultTotal, ["requests.granted.total": .blank]) == [])
        #expect(found(.balance, ["requests.received.total": .blank]) == [])
        #expect(found(.balance, ["requests.carriedOver.total": .blank]) == [])
    }

    @Test func aBlankTotalOfARowOfZerosCountsAsNothing() {
        let blanks: [String: Cell] = ["requests.declinedPetition.total": .blank, "requests.declinedPetition.naturalPerson": .notApplicable]
        #expect(found(.resultTotal, blanks) == [])
        #expect(found(.resultTotal, blanks.merging(["requests.total.total": .count(7)]) { $1 }) == ["requests.total.total: 7/6"])
    }

    @Test func aTotalIsKeptAsPrinted() {
        var report = SampleReport.make()
        report.set("requests.granted.total", .count(400))
        #expect(report[.granted, .total] == .count(400))
        #expect(report.findings(.resultTotal).map(\.cells) == [["requests.total.total"]])
    }

    @Test func figuresBeyondCountingCrashNothing() {
        var report = SampleReport.make()
        report.set("requests.granted", ApplicantKind.allCases.map { _ in .count(.max) })
        report.set("requests.received", ApplicantKind.allCases.map { _ in .count(.max) })
        report.set("requests.carriedIn", ApplicantKind.allCases.map { _ in .count(.max) })
        report.set("reviews.reconsideration", ReviewOutcome.allCases.map { _ in .count(.max) })
        #expect(report.findings(.rowTotal).isEmpty)
    }

    @Test func aMissingTableMakesNoSum() {
        var report = SampleReport.make()
        report.requests = nil
        report.reviews = nil
        #expect(report.findings().map(\.rule) == [.missingTable, .missingTable])
    }
}
