import AnnualReport
import Formats
import Markup
import Office
import ReportFiles
import Terminal

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
            return names.map { $0.cut(at: ",").first ?? "" }
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
