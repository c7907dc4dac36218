extension FileFormat {
    /// The format of a file by its content; `name` (nil for standard input) decides where content leaves a choice, and
    /// a name that promises something else than is there is an error.
    ///
    /// An `.xls` or `.doc` that is a web page inside, as many systems export them, is read for what it is.
    package static func detect(bytes: [UInt8], name: String?) throws(FormatError) -> FileFormat {
        let promise = NamePromise(name)
        let kind: FileKind
        do {
            kind = try FileKind.of(bytes)
        } catch .unreadable(let found) {
            if let named = promise.displayName { throw .contentMismatch(named: named, found: found) }
            throw .unreadable(kind: found)
        }
        let found: FileFormat
        switch kind {
        case .zip:
            found = try officeFormat(bytes, promise)
        case .pdf: found = .pdf
        case .perhapsText: found = try textFormat(bytes, promise)
        }
        guard promise.allows(found) else {
            throw .contentMismatch(named: promise.displayName ?? "", found: found.displayName)
        }
        return found
    }

    /// A ZIP archive of no format that is known.
    static let bundleName = "ZIP 压缩包"

    private static func officeFormat(_ bytes: [UInt8], _ promise: NamePromise) throws(FormatError) -> FileFormat {
        let names = try ArchiveReader.names(in: bytes)
        if names.contains("word/document.xml") { return .docx }
        if names.contains("xl/workbook.xml") { return .xlsx }
        var kind = bundleName
        if names.contains("OFD.xml") { kind = "OFD 版式文件" }
        if names.contains("content.xml"), names.contains("mimetype") { kind = "OpenDocument 文档" }
        if names.contains("ppt/presentation.xml") { kind = "PPTX 演示文稿" }
        if let named = promise.displayName { throw .contentMismatch(named: named, found: kind) }
        throw .unreadable(kind: kind)
    }

    private static func textFormat(_ bytes: [UInt8], _ promise: NamePromise) throws(FormatError) -> FileFormat {
        // Markup is ASCII in every encoding but UTF-16, of which its ASCII is kept.
        var head = Array(bytes.prefix(64 << 10))
        if let order = UTF16Decoding.byteOrder(of: bytes) {
            let low = order == .little ? 0 : 1
            head = stride(from: 0, to: head.count - 1, by: 2).map { head[$0 + 1 - low] == 0 ? head[$0 + low] : 0xFF }
        }
        let sample = TextSample(head, isWhole: head.count == bytes.count)
        if case .binaryDocument = promise, !sample.looksLikeHTML {
            // Garbage under a document's name: say so rather than calling it text.
            let isText = bytes.withUnsafeBytes { UTF8Check($0).firstNUL == nil }
            throw .contentMismatch(named: promise.displayName ?? "", found: isText ? "普通文本" : "无法识别的二进制数据")
        }
        if promise == .exactly(.csv) ? sample.beginsAsPage : sample.looksLikeHTML { return .html }
        switch promise {
        case .exactly(.csv): return .csv
        case .exactly(.json): return .json
        case .exactly(.text), .exactly(.html): return .text
        default: break
        }
        if sample.looksLikeJSON { return .json }
        if promise == .spreadsheet, sample.looksLikeTable(separators: [0x09, 0x2C]) { return .csv }
        if promise == .nothing, sample.looksLikeTable(separators: [0x2C]) { return .csv }
        return .text
    }
}

/// What a file's name lets one expect.
enum NamePromise: Equatable {
    case nothing
    case exactly(FileFormat)
    /// `.docx`, `.xlsx`, `.pdf`: nothing else will do.
    case binaryDocument(FileFormat)
    /// `.doc`, `.xls`: Office opens whatever is inside, so files of any readable kind go by these names.
    case wordProcessor, spreadsheet

    init(_ name: String?) {
        let dot = name?.lastIndex(of: ".")
        let ending = dot.flatMap { dot in name.map { $0[$0.index(after: dot)...].lowercased() } } ?? ""
        switch ending {
        case "docx", "docm": self = .binaryDocument(.docx)
        case "xlsx", "xlsm", "et": self = .binaryDocument(.xlsx)
        case "pdf": self = .binaryDocument(.pdf)
        case "doc", "wps": self = .wordProcessor
        case "xls": self = .spreadsheet
        case "htm", "html", "shtml", "xhtml": self = .exactly(.html)
        case "txt", "text", "md": self = .exactly(.text)
        case "csv", "tsv": self = .exactly(.csv)
        case "json": self = .exactly(.json)
        default: self = .nothing
        }
    }

    var displayName: String? {
        switch self {
        case .nothing: nil
        case .exactly(let format), .binaryDocument(let format): format.displayName
        case .wordProcessor: "DOC"
        case .spreadsheet: "XLS"
        }
    }

    /// Text kinds pass for one another (a page saved as `.txt` reads as a page); a document's name must be true.
    func allows(_ found: FileFormat) -> Bool {
        let isBinary = found == .docx || found == .xlsx || found == .pdf
        return switch self {
        case .nothing: true
        case .exactly(.json): found == .json
        case .exactly: !isBinary
        case .binaryDocument(let format): found == format
        case .wordProcessor: found == .docx || !isBinary
        case .spreadsheet: found == .xlsx || !isBinary
        }
    }
}
