import AnnualReport
import Foundation
import ReportFiles

/// What must hold of every report, whatever it was read from.
enum Invariants {
    /// Seconds that an input may take under the sanitizer, and more for each byte: hundreds of times what honest input takes, and
    /// far below what a loop within a loop takes.
    private static let seconds = 2.0
    private static let secondsPerByte = 40e-6

    /// Reads the file and checks what comes out of it, and how long that took; a file that is refused is in order. Arithmetic
    /// that overflows ends the process by itself.
    ///
    /// - Returns: what does not hold; nil where all does.
    static func broken(by file: [UInt8], name: String) -> String? {
        let begun = ContinuousClock.now
        if let what = brokenReport(by: file, name: name) { return what }
        let (took, may) = ((ContinuousClock.now - begun) / .seconds(1), seconds + secondsPerByte * Double(file.count))
        return took > may ? "\(file.count) bytes took \(took) s, more than \(may) s" : nil
    }

    private static func brokenReport(by file: [UInt8], name: String) -> String? {
        guard let report = try? ReportReader.read(file, name: name).report else { return nil }
        for row in report.rows {
            if row.entries.count != row.columns.count { return "\(row.name): \(row.entries.count) cells in \(row.columns.count) columns" }
            if row.state != .placed, row.entries.contains(where: { $0.cell != .absent }) {
                return "\(row.name): a figure in a row that is not placed"
            }
        }
        let line = ReportJSON.line(report, findings: report.findings())
        guard let text = String(validating: line, as: UTF8.self) else { return "the JSON is not UTF-8" }
        if text.utf8.last != 0x0A || text.utf8.dropLast().contains(0x0A) { return "the JSON is not one line" }
        if (try? JSONSerialization.jsonObject(with: Data(line))) == nil { return "the JSON cannot be parsed" }
        return nil
    }
}
