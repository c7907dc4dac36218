import Testing

@testable import Formats

/// A reading has a deadline and can be cancelled, in every format.
@Suite struct ReadingBudgetTests {
    private static let over: ReadingBudget = {
        let budget = ReadingBudget(seconds: 60)
        budget.cancel()
        return budget
    }()

    @Test func aBudgetEndsOnceItsTimeIsOver() {
        let budget = ReadingBudget(seconds: 0)
        // It looks at the clock only every so often.
        let failures = (0..<1_000).compactMap { _ in budget.failure }
        #expect(failures.count > 900 && failures.allSatisfy { $0 == .readingTimedOut(seconds: 0) })
        #expect(ReadingBudget.unbounded.failure == nil)
    }

    @Test func theBudgetOfAReadingThatHasStartedIsKept() {
        let started = Limits.standard.started()
        #expect(started.budget != .unbounded && started.started() == started)
    }

    @Test(arguments: ["html", "docx", "xlsx", "csv"]) func aCancelledReadingEnds(format: String) throws {
        var limits = Limits.standard
        limits.budget = Self.over
        let error = Samples.error { () throws(FormatError) -> SourceDocument in
            switch format {
            case "html": try Samples.html("<p>甲</p><table><tr><td>1</td></tr></table>", limits: limits)
            case "docx": try Samples.docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", limits: limits)
            case "xlsx": try Samples.xlsx("<sheetData><row><c><v>1</v></c></row></sheetData>", limits: limits)
            default: try Samples.document("a,b,c\n1,2,3\n", name: "a.csv", limits: limits)
            }
        }
        #expect(error == .readingCancelled)
    }

    @Test func theMessagesSayWhatToDo() {
        #expect(FormatError.readingTimedOut(seconds: 30).description.contains("30 秒"))
        #expect(FormatError.readingCancelled.description.contains("重新提交"))
    }
}
