import AnnualReport
import Foundation
import ReportFiles

/// Five published reports of 2020, which are not part of the project: the folder that `GONGKAI_REPORTS` names, else
/// `shared/reports` beside the package. Tests of them are skipped where it is not there.
enum RealReports {
    static let folder: URL? = {
        if let named = ProcessInfo.processInfo.environment["GONGKAI_REPORTS"] { return existing(URL(filePath: named)) }
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
                return existing(folder.deletingLastPathComponent().appending(path: "shared/reports"))
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    static var isPresent: Bool { folder != nil }

    private static func existing(_ folder: URL) -> URL? {
        FileManager.default.fileExists(atPath: folder.appending(path: "taiyang-2020.txt").path) ? folder : nil
    }

    static func read(_ name: String) throws -> AnnualReport {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return try ReportReader.read([UInt8](Data(contentsOf: folder.appending(path: name))), name: name).report
    }
}

extension AnnualReport {
    /// The rows as a person would copy them: `requests.received 8 0 / _ ?`, with `_` for a blank and `?` for a figure
    /// that is not known; behind a row that is not placed, what stands there.
    var sheet: [String] {
        rows.map { row in
            let cells = row.entries.map { entry in
                switch entry.cell {
                case .blank: "_"
                case .absent: "?"
                default: entry.cell.text
                }
            }.joined(separator: " ")
            let name = "\(row.name)"
            switch row.state {
            case .placed: return "\(name) \(cells)"
            case .missing: return "\(name) missing"
            case .unplaced(let found): return "\(name) unplaced " + found.map { $0 ?? "_" }.joined(separator: " ")
            case .merged(let found): return "\(name) merged " + found.map { $0 ?? "_" }.joined(separator: " ")
            }
        }
    }

    /// The findings on one line each: rule, line, cells, found.
    var findingList: [String] {
        findings().map { finding in
            [
                finding.rule.rawValue, finding.line.map(String.init) ?? "-", finding.cells.joined(separator: ","),
                finding.found?.description ?? (finding.rule == .missingTopic ? finding.expected?.description : nil) ?? "",
            ]
            .filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}
