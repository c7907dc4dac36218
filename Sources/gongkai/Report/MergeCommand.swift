import AnnualReport
import ArgumentParser
import Formats
import ReportFiles

/// `gongkai report merge FILE… --name 名称`
struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "把多份年度报告汇总为一份。",
        discussion: """
            每个数字都保留各单位的来源；空白、缺失、单位不同的数字逐一说明，不当作 0。
            退出码：有文件不能读取为 2，否则为 0。
            """)

    @Argument(help: ArgumentHelp("要汇总的文件或文件夹；- 为标准输入。", valueName: "文件"))
    var files: [String]

    @Option(help: ArgumentHelp("汇总后的单位名称。", valueName: "名称"))
    var name: String

    @Option(help: ArgumentHelp("应当报送的单位名单（CSV，第一列为单位名称），据此列出未报送的单位。", valueName: "名单"))
    var expect: String?

    @Flag(help: "输出一行 JSON（gongkai.merge/1）。")
    var json = false

    @Option(help: ArgumentHelp("写出汇总表（.html、.docx、.xlsx、.csv 或 .json），屏幕上只显示结果。", valueName: "文件"))
    var out: String?

    func run() async throws {
        let output = try out.map { try OutputFile($0, endings: ["html", "docx", "xlsx", "csv", "json"]) }
        let expected = try expect.map(ExpectedList.read)
        var input = ReportInput()
        let merged = Merging.merge(try await input.reports(files), name: name, expected: expected)
        if let output { try output.write(try bytes(merged, output.ending)) }
        if json {
            Console.write(MergeJSON.line(merged))
        } else if let output {
            Console.print("已写出 \(output.path)。检查结果：\(FindingsText.counts(merged.findings))（不写 --out 时逐条显示）。")
        } else {
            Console.print(ReportText.tables(merged))
            if !merged.findings.isEmpty { Console.print(FindingsText.list(merged.findings)) }
        }
        if input.unreadable > 0 { throw Exit.unreadable }
    }

    private func bytes(_ merged: MergedReport, _ ending: String) throws -> [UInt8] {
        switch ending {
        case "docx": try ReportSheet(merged).word()
        case "xlsx": try ReportSheet(merged).workbook()
        case "csv": ReportSheet(merged).csv()
        case "json": MergeJSON.line(merged)
        default: ReportHTML.document(merged).bytes
        }
    }
}

/// The list of those who should have reported: the first column of a CSV file, a heading left out.
enum ExpectedList {
    private static let headings: Set<String> = ["名称", "单位", "单位名称", "机构", "机构名称", "organization", "name"]

    static func read(_ path: String) throws -> [String] {
        do {
            let bytes = try ReportPath(path: path).bytes()
            let document = try SourceDocument(reading: bytes, name: path)
            var names: [String] = []
            for block in document.blocks {
                switch block {
                case .line(let range, _): names.append(document.string(range))
                case .grid(let grid): names += grid.cells.filter { $0.column == 0 }.map { document.string($0.text) }
                }
            }
            return names.map { $0.split(separator: ",").first.map(String.init) ?? "" }
                .map { $0.split(whereSeparator: \.isWhitespace).joined() }
                .filter { !$0.isEmpty && !headings.contains($0) }
        } catch let error as UnreadableFile {
            Console.complain(error.description)
        } catch {
            Console.complain("\(path)：\(error)")
        }
        throw Exit.unreadable
    }
}
