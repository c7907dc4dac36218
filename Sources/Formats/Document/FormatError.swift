import Markup

/// Why a file could not be read or written. Each case's description is fit to be shown to the person who brought the
/// file: what is wrong, where, and what to do.
package enum FormatError: Error, Equatable, Sendable {
    /// The file has no bytes.
    case empty
    /// The file is larger than the limit, both in bytes.
    case tooLarge(bytes: Int, limit: Int)
    /// The name promises one kind, the content is another.
    case contentMismatch(named: String, found: String)
    /// A known kind of file that is not read here (an image, an archive, a program).
    case unreadable(kind: String)
    /// Word's or Excel's binary format from before 2007.
    case legacyOffice(kind: String)
    /// The file needs a password.
    case encrypted
    /// The ZIP container is broken or cut short.
    case damagedArchive(detail: String)
    /// A part inside the container is not well-formed XML.
    case damagedXML(part: String, line: Int)
    /// A part declares a document type; OOXML never does, and entity bombs need it.
    case documentTypeForbidden(part: String)
    /// A part that the format cannot do without is not there.
    case missingPart(String)
    /// All entries together unpack to more than the limit.
    case unpackedTooLarge(limit: Int)
    /// An entry unpacks to suspiciously many times its packed size.
    case ratioTooHigh(entry: String, limit: Int)
    /// The archive has too many entries.
    case tooManyEntries(limit: Int)
    /// An entry's name leads out of the archive, is empty or doubled.
    case badEntryName(String)
    /// A table has too many columns.
    case tooManyColumns(limit: Int, table: Int)
    /// A table has too many rows.
    case tooManyRows(limit: Int, table: Int)
    /// The document's tables have too many cells together.
    case tooManyCells(limit: Int)
    /// The text has too many lines.
    case tooManyLines(limit: Int)
    /// Elements or tables stand too deep inside each other.
    case nestingTooDeep(limit: Int)
    /// One tag carries too many attributes.
    case tooManyAttributes(limit: Int, offset: Int)
    /// A web page has too many end tags that close nothing.
    case tooManyStrayTags(limit: Int)
    /// The text that comes out is larger than the limit in bytes.
    case tooMuchText(limit: Int)
    /// Bytes that are no character in any encoding that fits.
    case undecodable(offset: Int, line: Int)
    /// The file was cut in the middle of its last character.
    case truncatedText(encoding: TextEncoding, offset: Int)
    /// UTF-16 with an odd number of bytes.
    case oddUTF16Length(bytes: Int)
    /// Control bytes that text does not have.
    case binary(offset: Int)
    /// A quote in a CSV file is never closed.
    case unclosedQuote(line: Int)
    /// A PDF can be read through the asynchronous reader alone.
    case needsProgram(FileFormat)
    /// A program that must be installed is not.
    case programMissing(program: String, package: String)
    /// A program ended with an error.
    case programFailed(program: String, detail: String)
    /// A program did not finish in time.
    case programTimedOut(program: String, seconds: Int)
    /// Reading took longer than its deadline.
    case readingTimedOut(seconds: Int)
    /// Whoever asked for the reading no longer waits for it.
    case readingCancelled
    /// A PDF of pictures.
    case noTextLayer
    /// What was to be written cannot stand in the format.
    case cannotWrite(detail: String)
    /// JSON that is broken at a line.
    case damagedJSON(line: Int, detail: String)
    /// JSON of another kind than the one that is read.
    case foreignJSON(detail: String)
    /// A library could not get memory or a temporary file.
    case outOfResources(detail: String)
}

extension FormatError: CustomStringConvertible {
    /// The message, in Simplified Chinese.
    package var description: String {
        switch self {
        case .damagedJSON(let line, let detail): "JSON 不完整：第 \(line) 行\(detail)。请重新导出后再上传。"
        case .foreignJSON(let detail): "JSON 不是本程序写出的年度报告：\(detail)。请用 gongkai report read --json 写出的文件，一个文件一份报告。"
        case .empty: "文件是空的，没有任何内容。请检查是否选错了文件，或者重新导出后再上传。"
        case .tooLarge(let bytes, let limit):
            "文件太大：\(Self.size(bytes))，最多 \(Self.size(limit))。请删去图片或拆分后再上传。"
        case .contentMismatch(let named, let found):
            "文件名说是 \(named)，内容却是 \(found)。请确认选对了文件，或用原来的软件另存为 \(named)。"
        case .unreadable(let kind):
            "文件是\(Self.spaced(kind))，不能从中读取文字和表格。请上传网页（HTML）、DOCX、XLSX、PDF、CSV 或文本文件。"
        case .legacyOffice(let kind):
            "文件是旧版二进制格式（\(kind)）。请用 Office 或 WPS 打开，另存为 DOCX/XLSX 后再上传。"
        case .encrypted: "文件设有打开密码，无法读取。请去掉密码后再上传。"
        case .damagedArchive(let detail):
            "文件已损坏，压缩包读不完整（\(detail)）。请重新保存或重新下载后再上传。"
        case .damagedXML(let part, let line):
            "文件已损坏：其中的 \(part) 第 \(line) 行不是正确的 XML。请用原来的软件打开并重新保存。"
        case .documentTypeForbidden(let part):
            "文件中的 \(part) 含有文档类型声明（DTD），正常的文件不会有，为安全起见不予读取。请用 Office 或 WPS 重新保存。"
        case .missingPart(let part): "文件不完整：缺少 \(part)。请用原来的软件打开并重新保存。"
        case .unpackedTooLarge(let limit):
            "文件解压后超过 \(Self.size(limit))，不予读取。请删去图片或拆分后再上传。"
        case .ratioTooHigh(let entry, let limit):
            "文件中的 \(entry) 压缩比超过 \(limit) 倍，疑似压缩炸弹，不予读取。请用原来的软件重新保存。"
        case .tooManyEntries(let limit): "压缩包里的文件超过 \(limit) 个，不予读取。请检查是否选错了文件。"
        case .badEntryName(let name): "压缩包里有不合规的文件名「\(name)」，不予处理。请用原来的软件重新保存。"
        case .tooManyColumns(let limit, let table): "第 \(table) 个表格超过 \(limit) 列。请删去表格右侧多余的列后再上传。"
        case .tooManyRows(let limit, let table): "第 \(table) 个表格超过 \(limit) 行。请删去多余的行或拆分后再上传。"
        case .tooManyCells(let limit): "文件中的表格合计超过 \(limit) 个单元格。请拆分后再上传。"
        case .tooManyLines(let limit): "文件中的文字超过 \(limit) 行。请检查是否选错了文件，或者拆分后再上传。"
        case .nestingTooDeep(let limit): "文件的元素嵌套超过 \(limit) 层，不予读取。请用原来的软件重新保存，或改用其他格式。"
        case .tooManyAttributes(let limit, let offset):
            "第 \(offset) 字节处的标签有超过 \(limit) 个属性，不予读取。请检查文件是否损坏。"
        case .tooManyStrayTags(let limit):
            "网页中有超过 \(limit) 个没有对应开始标签的结束标签，不予读取。请检查文件是否损坏，或改用其他格式。"
        case .tooMuchText(let limit): "文件中的文字超过 \(Self.size(limit))。请拆分后再上传。"
        case .undecodable(let offset, let line):
            "第 \(line) 行（第 \(offset) 字节处）的文字无法识别，既不是 UTF-8 也不是 GB 18030。请另存为 UTF-8 编码后再上传。"
        case .truncatedText(let encoding, let offset):
            "文件不完整：末尾的字符（第 \(offset) 字节起，\(encoding.displayName)）只有一半，文件在一个字符中间被截断了。请重新下载或重新导出。"
        case .oddUTF16Length(let bytes):
            "文件是 UTF-16 编码，却有 \(bytes) 个字节（应为偶数），可能被截断了。请重新导出，最好另存为 UTF-8 编码。"
        case .binary(let offset):
            "文件不是文本：第 \(offset) 字节处有控制字符。请上传网页（HTML）、DOCX、XLSX、PDF、CSV 或文本文件。"
        case .unclosedQuote(let line): "CSV 第 \(line) 行开始的引号没有结束。请补上引号，或用表格软件重新导出。"
        case .needsProgram(let format):
            "\(format.displayName) 文件要由外部程序读取，这里不能直接读。请改用 DOCX、XLSX、网页或文本。"
        case .programMissing(let program, let package):
            "本机没有安装 \(program)，无法处理这个文件。请管理员安装 \(package)（例如 apt install \(package)）。"
        case .programFailed(let program, let detail):
            "\(program) 无法处理这个文件：\(detail)。请确认文件能正常打开，或重新导出后再上传。"
        case .programTimedOut(let program, let seconds):
            "\(program) 在 \(seconds) 秒内没有处理完这个文件，已停止。请拆分或重新导出后再上传。"
        case .readingTimedOut(let seconds):
            "这个文件读了 \(seconds) 秒还没有读完，已停止。请删去与年度报告无关的内容，或用原来的软件重新保存后再试。"
        case .readingCancelled: "读取已取消，没有保存任何内容。需要时请重新提交文件。"
        case .noTextLayer: "PDF 里没有文字，是扫描件或图片。请上传由文档直接导出的 PDF，或改用 DOCX、XLSX。"
        case .cannotWrite(let detail): "无法生成文件：\(detail)。请修改内容后重试。"
        case .outOfResources(let detail): "系统资源不足（\(detail)）。请稍后重试，或联系管理员。"
        }
    }

    /// Latin words stand off from Chinese by a space.
    private static func spaced(_ kind: String) -> String {
        kind.utf8.first.map { $0 < 0x80 } == true ? " \(kind)" : kind
    }

    /// A size as people say it, in units of 1024.
    private static func size(_ bytes: Int) -> String {
        let mebi = 1 << 20
        if bytes >= mebi { return "\((bytes + mebi - 1) / mebi) MiB" }
        if bytes >= 1024 { return "\((bytes + 1023) / 1024) KiB" }
        return "\(bytes) 字节"
    }
}
