import AnnualReport
import Foundation
import ReportFiles

/// What must hold of every report, whatever it was read from.
enum Invariants {
    /// Reads the file and checks what comes out of it; a file that is refused is in order.
    ///
    /// - Returns: what does not hold; nil where all does.
    static func broken(by file: [UInt8], name: String) -> String? {
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
