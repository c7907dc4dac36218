/// Reads XLSX: every sheet that is shown, in the workbook's order, as one grid of what is stored.
enum WorkbookReader {
    static func read(_ bytes: [UInt8], limits: Limits) throws(FormatError) -> SourceDocument {
        let main = "xl/workbook.xml"
        let parts = try ArchiveReader.entries(of: bytes, limits: limits) { name in
            name == main || name == "xl/_rels/workbook.xml.rels" || name == "xl/sharedStrings.xml"
                || (name.hasPrefix("xl/worksheets/") && name.hasSuffix(".xml"))
        }
        var files: [String: [UInt8]] = [:]
        for part in parts { files[part.name] = part.bytes }
        guard let workbook = files[main] else { throw .missingPart(main) }
        var index = WorkbookIndexSink()
        try XMLPart.parse(workbook, named: main, into: &index, limits: limits)
        if let relations = files["xl/_rels/workbook.xml.rels"] {
            try XMLPart.parse(relations, named: "xl/_rels/workbook.xml.rels", into: &index, limits: limits)
        }
        var strings = SharedStringsSink(limits: limits)
        if let shared = files["xl/sharedStrings.xml"] {
            try XMLPart.parse(shared, named: "xl/sharedStrings.xml", into: &strings, limits: limits)
        }
        var document = SourceDocument(format: .xlsx, utf8: strings.utf8)
        var cellCount = 0
        var shownBytes = 0
        var seen: Set<String> = []
        for (i, sheet) in index.shown.enumerated() {
            guard index.hasCells(sheet), let path = index.path(of: sheet) else { continue }
            guard let part = files[path] else { throw .missingPart(path) }
            // One part under many names would be read over and over.
            guard seen.insert(path).inserted else { throw .damagedXML(part: main, line: 1) }
            var sink = SheetSink(
                utf8: document.utf8, strings: strings.ranges, number: i + 1, cellsBefore: cellCount, bytesBefore: shownBytes, limits: limits
            )
            document.utf8 = []
            try XMLPart.parse(part, named: path, into: &sink, limits: limits)
            cellCount += sink.cells.count
            shownBytes = sink.shownBytes
            document.hidden.formUnion(sink.hidden)
            document.blocks.append(.grid(sink.grid(name: sheet.name)))
            if let failure = sink.failure { throw failure }
            document.utf8 = sink.utf8
        }
        if index.hidesSheets(beside: files) { document.hidden.insert(.sheets) }
        return document
    }
}
