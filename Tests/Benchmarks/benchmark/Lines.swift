import Formats
import ReportFiles

/// What the program says of a file, on one line: the same for two builds whose readers and checks agree.
enum Lines {
    /// The line of JSON that `report check --json` prints, with every section of the text; the error where the file cannot be read.
    static func line(_ file: Rate.File) async -> [UInt8] {
        do throws(FormatError) {
            let report = try await ReportReader.readAny(file.bytes, name: file.name).report
            let said = "\(report.remarks)\t\(report.narrative)\n"
            return ReportJSON.line(report, findings: report.findings()) + Array(said.utf8)
        } catch {
            return Array("\(file.name)\t\(error)\n".utf8)
        }
    }
}
