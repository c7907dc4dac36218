import AnnualReport
import ArgumentParser
import Office
import ReportFiles
import Terminal

/// `gongkai report merge FILE… --name 名称`
struct MergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "把多份年度报告汇总为一份。",
        discussion: """
            一个单位和它的下级不会重复相加：上级单位有报告的，以它的报告为准；所汇总的政府自己的报告列在合计旁边对照，不计入合计。
            上下级关系以 --organizations 的机构名单为准；没有名单的，从名称判断（青溪县石桥镇在青溪县之下）。
            每个数字都保留各单位的来源；空白、缺失、单位不同的数字逐一说明，不当作 0。
            终端上只按级别列出问题的数目；全部问题写在 --out 的文件里，或加 --verbose 列出。
            退出码：名单不能读取、文件不能写出，或者有报告不能读取，为 2；否则为 0（汇总中发现问题也是 0）。
            """)

    @Argument(help: ArgumentHelp("要汇总的文件或文件夹；- 为标准输入。", valueName: "文件"))
    var files: [String]

    @Option(help: ArgumentHelp("汇总后的单位名称；与名单中的一个政府同名的，汇总它和它的下级。", valueName: "名称"))
    var name: String

    @Option(help: ArgumentHelp("汇总哪一年；不写的，为多数报告的年度。", valueName: "年度"))
    var year: Int?

    @Option(help: ArgumentHelp("机构名单（CSV 或 XLSX，gongkai org export 写出的那种），据此判断上下级和谁未报送。", valueName: "名单"))
    var organizations: String?

    @Option(help: ArgumentHelp("应当报送的单位名单（CSV，第一列为单位名称），据此列出未报送的单位。", valueName: "名单"))
    var expect: String?

    @Flag(help: "输出一行 JSON（gongkai.merge/1）。")
    var json = false

    @Flag(help: "列出汇总中发现的全部问题。")
    var verbose = false

    @Option(help: ArgumentHelp("写出汇总表（.html、.docx、.xlsx、.csv 或 .json），终端上不再列出表格。", valueName: "文件"))
    var out: String?

    func run() async throws {
        let output = try out.map { try OutputFile($0, endings: ["html", "docx", "xlsx", "csv", "json"]) }
        let expected = try expect.map(ExpectedList.read)
        let list = try organizations.map(OrganizationList.read)
        var input = ReportInput()
        let reports = try await input.reports(files)
        let merged = Merging.merge(
            reports, name: name, year: year, expected: expected, scope: try list.map { try OrganizationList.scope($0, of: reports, name) })
        if let output { try output.write(try bytes(merged, output.ending)) }
        if json {
            Console.write(MergeJSON.line(merged))
        } else {
            Console.print(output == nil ? ReportText.tables(merged) : ReportText.summary(merged))
            Console.print(MergeFindings.counts(merged.findings) + (merged.findings.isEmpty || verbose ? "" : "（加 --verbose 逐项列出）"))
            if verbose { Console.print(MergeFindings.text(merged.findings)) }
            if let output { Console.print("已写出 \(output.path)。") }
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

/// The list of organizations that a merge goes by.
enum OrganizationList {
    static func read(_ path: String) throws -> OrganizationSheet {
        do {
            return try OrganizationSheet(try ReportPath(path: path).bytes(), name: path)
        } catch let error as UnreadableFile {
            Console.complain(error.description)
        } catch let error as OrganizationSheetError {
            Console.complain("\(path)：\(error)")
        }
        throw Exit.unreadable
    }

    static func scope(_ list: OrganizationSheet, of reports: [AnnualReport], _ name: String) throws -> MergeScope {
        do throws(OrganizationSheetError) {
            return try list.mergeScope(of: reports, name: name)
        } catch {
            if case .problems(let problems) = error {
                Console.complain("机构名单有 \(problems.count) 处问题，没有汇总：\n" + problems.map(\.description).joined(separator: "\n"))
            } else {
                Console.complain(error.description)
            }
            throw Exit.unreadable
        }
    }
}
