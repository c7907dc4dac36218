import Formats

/// What the fuzzer's bytes are taken for. A PDF is text when it comes to the reader: the text target covers it.
enum FuzzTarget: String, CaseIterable {
    case text, html, docx, xlsx, csv, json
    /// The bytes are the main part of a DOCX or XLSX: chance alone never makes a ZIP whose checksums hold.
    case docxPart = "docx-part"
    case xlsxPart = "xlsx-part"

    /// The ending of the file that the bytes, or the archive around them, pretend to be.
    var ending: String {
        switch self {
        case .text: "txt"
        case .docxPart: "docx"
        case .xlsxPart: "xlsx"
        default: rawValue
        }
    }

    /// The format that a reading must be of.
    var format: FileFormat {
        switch self {
        case .text: .text
        case .html: .html
        case .docx, .docxPart: .docx
        case .xlsx, .xlsxPart: .xlsx
        case .csv: .csv
        case .json: .json
        }
    }

    /// The name inside the archive that the bytes stand for.
    var part: String? {
        switch self {
        case .docxPart: "word/document.xml"
        case .xlsxPart: "xl/worksheets/sheet1.xml"
        default: nil
        }
    }

    /// The file that is read; nil where no archive can be written.
    func file(_ bytes: [UInt8]) -> [UInt8]? {
        guard let part else { return bytes }
        return try? ZIPWriter.archive(Self.frame(part) + [(name: part, bytes: bytes)])
    }

    /// The other parts that make the archive a document.
    private static func frame(_ part: String) -> [(name: String, bytes: [UInt8])] {
        let isWord = part.hasPrefix("word/")
        let kind = isWord ? "wordprocessingml.document" : "spreadsheetml.sheet"
        let main = isWord ? part : "xl/workbook.xml"
        var frame = [
            (
                name: "[Content_Types].xml",
                bytes: """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Override PartName="/\(main)" ContentType="application/vnd.openxmlformats-officedocument.\(kind).main+xml"/></Types>
                """
            ),
            (name: "_rels/.rels", bytes: relation("officeDocument", main)),
        ]
        if !isWord {
            frame.append(
                (
                    name: main,
                    bytes: """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>
                    """
                ))
            frame.append((name: "xl/_rels/workbook.xml.rels", bytes: relation("worksheet", "worksheets/sheet1.xml")))
            let strings = ["总计", "（一）予以公开", "1", "自然人"].map { "<si><t>\($0)</t></si>" }.joined()
            frame.append(
                (
                    name: "xl/sharedStrings.xml",
                    bytes: "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\(strings)</sst>"
                ))
        }
        return frame.map { (name: $0.name, bytes: Array($0.bytes.utf8)) }
    }

    private static func relation(_ type: String, _ target: String) -> String {
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(type)" Target="\(target)"/></Relationships>
        """
    }
}
