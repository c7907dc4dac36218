import Testing

@testable import Formats

@Suite struct CSVTests {
    @Test func quotesSeparatorsAndLineBreaksInFields() throws {
        let document = try Samples.document("a,\"b,\"\"c\"\"\r\nd\",\r\ne,,f\n", name: "a.csv")
        #expect(document.outline == ["[2x3] 0,0:a | 0,1:b,\"c\"\nd | 0,2: | 1,0:e | 1,1: | 1,2:f"])
        #expect(document.grids.first?.cells.map(\.line) == [1, 1, 2, 3, 3, 3])
        #expect(document.grids.first?.absentIsBlank == true)
    }

    @Test(arguments: [";", "\t", ","]) func separatorIsFound(separator: String) throws {
        let text = [["a", "b"], ["1", "2"]].map { $0.joined(separator: separator) }.joined(separator: "\n")
        #expect(try Samples.document(text, name: "a.csv").outline == ["[2x2] 0,0:a | 0,1:b | 1,0:1 | 1,1:2"])
    }

    @Test func standardInputWithEvenCommasIsCSVAndProseIsNot() throws {
        #expect(try FileFormat.detect(bytes: Array("a,b,c\n1,2,3\n\"x,y\",5,6\n".utf8), name: nil) == .csv)
        #expect(try FileFormat.detect(bytes: Array("Dear, all, of you\nhello\nwell, then\n".utf8), name: nil) == .text)
    }

    @Test func openQuoteIsRefusedWithItsLine() {
        let found = Samples.error { () throws(FormatError) in try Samples.document("a\nb,\"c\nd\n", name: "a.csv") }
        #expect(found == .unclosedQuote(line: 2))
    }

    @Test func limitsHold() {
        var limits = Limits()
        limits.columns = 2
        limits.rows = 2
        func error(_ text: String) -> FormatError? {
            Samples.error { () throws(FormatError) in try Samples.document(text, name: "a.csv", limits: limits) }
        }
        #expect(error("a,b\nc,d\n") == nil)
        #expect(error("a,b,c\n") == .tooManyColumns(limit: 2, table: 1))
        #expect(error("a\nb\nc\n") == .tooManyRows(limit: 2, table: 1))
    }

    @Test func writerQuotesWhatNeedsItAndGuardsFormulasOnRequest() {
        let rows = [["a", "b,c", "d\"e", "f\ng", "-5"], ["=1+1"]]
        let plain = String(decoding: CSVWriter.write(rows, byteOrderMark: false), as: UTF8.self)
        #expect(plain == "a,\"b,c\",\"d\"\"e\",\"f\ng\",-5\r\n=1+1\r\n")
        let guarded = String(decoding: CSVWriter.write(rows, byteOrderMark: false, guardingFormulas: true), as: UTF8.self)
        #expect(guarded == "a,\"b,c\",\"d\"\"e\",\"f\ng\",-5\r\n'=1+1\r\n")
        #expect(CSVWriter.write([], byteOrderMark: true) == [0xEF, 0xBB, 0xBF])
    }

    @Test(arguments: [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1+1", "＠A", "=\u{301}1",
        "=HYPERLINK(\"http://e\")",
    ])
    func whatASpreadsheetWouldRunIsGuarded(_ text: String) {
        let written = String(decoding: CSVWriter.write([["a", text]], byteOrderMark: false, guardingFormulas: true), as: UTF8.self)
        let field = String(decoding: written.utf8.dropFirst(2), as: UTF8.self)
        #expect(field.utf8.starts(with: "'".utf8) || field.utf8.starts(with: "\"'".utf8), "\(written)")
        #expect(FormulaGuard.removed(FormulaGuard.added(text)).utf8.elementsEqual(text.utf8))
    }

    @Test(arguments: ["-5", "+3.2", "/", "", "公开", "1=1", " =1"])
    func whatItWouldNotRunIsWrittenAsItIs(_ text: String) {
        let written = String(decoding: CSVWriter.write([["a", text]], byteOrderMark: false, guardingFormulas: true), as: UTF8.self)
        #expect(written == "a,\(text)\r\n")
    }
}
