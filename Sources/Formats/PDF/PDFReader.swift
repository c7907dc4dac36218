import Subprocess

/// Reads the text of a PDF with poppler's `pdftotext`, which sees the file in a private folder and nothing of ours.
enum PDFReader {
    static func read(_ bytes: [UInt8], mode: PDFText, limits: Limits) async throws(FormatError) -> SourceDocument {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "in.pdf")
        var arguments = ["-enc", "UTF-8"]
        switch mode {
        case .raw: arguments.append("-raw")
        case .layout: arguments.append("-layout")
        case .reading: break
        }
        arguments += ["\(folder.path)/in.pdf", "-"]
        let text = try await ExternalProgram.run(
            "pdftotext", package: "poppler-utils", arguments, seconds: limits.programSeconds,
            outputLimit: min(limits.textBytes, 64 << 20), explaining: explain)
        return try document(text, limits: limits)
    }

    /// Every line that is not blank and no running head or foot.
    private static func document(_ text: [UInt8], limits: Limits) throws(FormatError) -> SourceDocument {
        let utf8 = PageFurniture.removed(from: text)
        let lines = try TextReader.read(utf8, limits: limits)
        var document = SourceDocument(format: .pdf)
        for case .line(let range, _) in lines.blocks {
            if Blank.isBlank(Array(utf8[range.indices]), from: 0) { continue }
            document.blocks.append(.line(range, number: nil))
        }
        if document.blocks.isEmpty { throw .noTextLayer }
        document.utf8 = utf8
        return document
    }

    private static func explain(_ complaint: String) -> FormatError? {
        complaint.contains("Incorrect password") ? .encrypted : nil
    }
}
