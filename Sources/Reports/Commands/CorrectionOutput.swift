import ArgumentParser
import Formats
import Foundation
import Office
import ReportFiles
import Terminal

/// Where correction sheets are written: one document for all, or one file a unit in a folder or an archive.
enum CorrectionOutput {
    case document(OutputFile)
    case archive(OutputFile)
    case folder(String)

    /// - Throws: `ValidationError` for a name that is none of these.
    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let ending = (path as NSString).pathExtension.lowercased()
        if path.hasSuffix("/") || (exists && isFolder.boolValue) || ending.isEmpty {
            self = .folder(path)
        } else if ending == "zip" {
            self = .archive(try OutputFile(path, endings: ["zip"]))
        } else {
            self = .document(try OutputFile(path, endings: ["html", "docx"]))
        }
    }

    /// Writes the sheets, and tells what was written in one line.
    ///
    /// - Throws: `ExitCode` after the reason was told; `FormatError`.
    func write(_ sheets: [CorrectionSheet]) throws -> String {
        switch self {
        case .document(let file):
            let sheet = CorrectionSheet.sheet(sheets)
            try file.write(file.ending == "docx" ? try sheet.word() : ReportHTML.document(sheet).bytes)
            return "已写出 \(file.path)。"
        case .archive(let file):
            let files = try Self.files(sheets)
            try file.write(try ZIPWriter.archive(files))
            return Self.words(file.path, files.count, of: sheets.count)
        case .folder(let path):
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                Console.complain("\(path)：无法新建文件夹。请检查路径和写入权限。")
                throw Exit.unreadable
            }
            let files = try Self.files(sheets)
            for file in files { try OutputFile((path as NSString).appendingPathComponent(file.name), endings: ["docx"]).write(file.bytes) }
            return Self.words(path, files.count, of: sheets.count)
        }
    }

    /// One file a report that has something to mend.
    private static func files(_ sheets: [CorrectionSheet]) throws -> [(name: String, bytes: [UInt8])] {
        let sheets = sheets.filter { !$0.findings.isEmpty }
        return try zip(CorrectionSheet.fileNames(sheets), sheets).map { ("\($0).docx", try $1.sheet.word()) }
    }

    private static func words(_ path: String, _ count: Int, of all: Int) -> String {
        "已写出 \(path)，整改单 \(count) 份。" + (count < all ? "另有 \(all - count) 份报告没有发现问题，没有整改单。" : "")
    }
}
