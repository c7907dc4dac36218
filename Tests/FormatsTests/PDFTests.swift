import Testing

@testable import Formats

@Suite struct PDFTests {
    /// On a busy machine a program may take long to begin: limits that must not be reached are far away.
    let patient = Limits(programSeconds: 600)

    /// A one-page PDF; pdftotext rebuilds the cross-reference table that it lacks.
    func pdf(_ content: String) -> [UInt8] {
        Array(
            """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
            4 0 obj <</Length \(content.utf8.count)>> stream
            \(content)
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
            trailer <</Root 1 0 R/Size 6>>
            %%EOF
            """.utf8)
    }

    @Test(arguments: PDFText.allCases) func textIsReadLineByLine(mode: PDFText) async throws {
        let bytes = pdf("BT /F 12 Tf 20 200 Td (Hello 12) Tj 0 -40 Td (World) Tj ET")
        let document = try await DocumentReader.read(bytes: bytes, name: "a.pdf", limits: patient, pdf: mode)
        #expect(document.format == .pdf)
        #expect(document.outline.map { $0.drop { $0 == " " } } == ["Hello 12", "World"])
    }

    @Test func aScanIsNamedOne() async {
        await #expect(throws: FormatError.noTextLayer) { try await DocumentReader.read(bytes: pdf(""), name: "a.pdf", limits: patient) }
    }

    @Test func rubbishIsTheProgramsFailureAndPlainReadingNeedsTheProgram() async {
        let bytes = Array("%PDF-1.4 rubbish".utf8)
        let found = await #expect(throws: FormatError.self) { try await DocumentReader.read(bytes: bytes, name: "a.pdf", limits: patient) }
        if case .programFailed(let program, _)? = found {
            #expect(program == "pdftotext")
        } else {
            Issue.record("\(String(describing: found))")
        }
        #expect(Samples.error { () throws(FormatError) in try SourceDocument(reading: bytes, name: "a.pdf") } == .needsProgram(.pdf))
    }

    @Test func aMissingProgramIsNamed() async {
        await #expect(throws: FormatError.programMissing(program: "no-such-program", package: "p")) {
            try await ExternalProgram.run("no-such-program", package: "p", [], seconds: 600, outputLimit: 10) { _ in nil }
        }
    }

    @Test func aProgramThatHangsIsStoppedAndNamed() async {
        await #expect(throws: FormatError.programTimedOut(program: "sleep", seconds: 1)) {
            try await ExternalProgram.run("sleep", package: "p", ["3600"], seconds: 1, outputLimit: 10) { _ in nil }
        }
    }

    @Test func aProgramThatPrintsTooMuchIsStopped() async {
        await #expect(throws: FormatError.tooMuchText(limit: 10)) {
            try await ExternalProgram.run("yes", package: "p", [], seconds: 600, outputLimit: 10) { _ in nil }
        }
    }
}
