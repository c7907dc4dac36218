import AnnualReport
import Formats
import Foundation
import ReportFiles

/// The inputs that the fuzzer starts from: the sample reports of the target's format, each text sample also in the
/// other formats that are written, and small inputs by hand.
enum Seeds {
    static func write(_ target: FuzzTarget, examples: URL, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var seeds = byHand(target).map { Array($0.utf8) }
        let paths = (FileManager.default.enumerator(at: examples, includingPropertiesForKeys: nil)?.allObjects ?? [])
            .compactMap { $0 as? URL }.sorted { $0.path < $1.path }
        for path in paths {
            guard let data = try? Data(contentsOf: path) else { continue }
            let bytes = [UInt8](data)
            let ending = path.pathExtension == "htm" ? "html" : path.pathExtension
            if ending == target.ending { seeds += parts(target, bytes) }
            guard ending == "txt", target != .text, let report = try? ReportReader.read(bytes, name: path.lastPathComponent).report
            else { continue }
            if let made = try? made(target, report) { seeds += target == .xlsxPart ? [made] : parts(target, made) }
        }
        // A target whose every seed is refused would fuzz the refusal alone.
        guard seeds.contains(where: { isReport(target, $0) }) else { throw NoReport(target: target) }
        for (number, seed) in seeds.enumerated() { try Data(seed).write(to: folder.appendingPathComponent("seed-\(number)")) }
    }

    struct NoReport: Error, CustomStringConvertible {
        var target: FuzzTarget
        var description: String { "\(target.rawValue)：没有一个种子读得出表三" }
    }

    /// True where the target reads the seed as a file of its own format and finds table three in it.
    private static func isReport(_ target: FuzzTarget, _ seed: [UInt8]) -> Bool {
        guard let file = target.file(seed), let reading = try? ReportReader.read(file, name: "fuzz." + target.ending) else { return false }
        return reading.document.format == target.format && reading.report.requests != nil
    }

    private static func made(_ target: FuzzTarget, _ report: AnnualReport) throws(FormatError) -> [UInt8] {
        switch target {
        case .text: Array(ReportSheet(report).text(.tabSeparated).utf8)
        case .html: ReportHTML.document(report).bytes
        case .docx, .docxPart: try ReportSheet(report).word()
        case .xlsx: try ReportSheet(report).workbook()
        case .xlsxPart: Array(SheetSeed.xml(report).utf8)
        case .csv: ReportSheet(report).csv()
        case .json: ReportJSON.line(report, findings: report.findings())
        }
    }

    /// The file itself, or the part of it that the target's bytes stand for.
    private static func parts(_ target: FuzzTarget, _ file: [UInt8]) -> [[UInt8]] {
        guard let part = target.part else { return [file] }
        return (try? ArchiveReader.entries(of: file, where: { $0 == part }))?.map(\.bytes) ?? []
    }

    private static func byHand(_ target: FuzzTarget) -> [String] {
        switch target {
        case .text:
            [
                "三、本年度办理结果（一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n", "行政许可\t5\t+1\t２5\n", "结果维持\n/\n—\n0\n",
                "\u{FEFF}自2020年1月1日起至202020年12月31日止",
                "收到申请9999999999999件，分为网络9999999999999件，信函9999999999999件。", String(repeating: "收到申请1件，", count: 500), "总计\r0\r0\r",
                "2.其他法律行政\n0 0 0 0 0 0 0\n法规禁止公开\n3.危及", "1.属于国家秘密\n0\n|\n0\n|\n0",
            ]
        case .html:
            ["<table><tr><td rowspan=3 colspan=2>总计<td>1</table>", "<meta charset=gbk><p>&nbsp;&#19968;", "<table><table><tr><td></table>"]
        case .csv: ["\"总计\",1,\"2\"\"3\"\r\n,,\n", "规章;1;2;3", "\u{FEFF}a\t\"b\n"]
        case .json: ["{\"schema\":\"gongkai.report/1\"}\n", "{\"a\":[1e9,-0.5,null,\"\\ud83d\\ude00\"]}"]
        case .docx, .xlsx: []
        case .docxPart:
            [
                """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:tcPr>\
                <w:gridSpan w:val="9223372036854775807"/><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>总计</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
                """
            ]
        case .xlsxPart:
            [
                """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>总计</t></is></c>\
                <c r="B1" t="s"><v>1</v></c><c r="C1"><v>1.5E3</v></c></row><row r="9223372036854775807" hidden="1"><c><f>1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>
                """
            ]
        }
    }
}
