import AnnualReport
import Formats
import Markup

/// Reads a report in our own JSON (`gongkai.report/1`), as `read --json` writes it.
///
/// The original is gone, so what was said of its reading and form is taken over as `inherited`; what the cells alone
/// decide is left out, since it is checked anew. The narrative does not come with it, only what the object names.
package enum JSONReport {
    /// - Parameter source: the JSON file itself; it becomes the report's source.
    /// - Throws: `FormatError` where the text is no JSON, is not one report, or has a value of the wrong kind.
    package static func read(
        _ document: SourceDocument, source: AnnualReport.Source, limits: Limits = .standard
    ) throws(FormatError) -> AnnualReport {
        let values: [JSONValue]
        do {
            values = try JSONValue.values(in: document.utf8, most: limits.cells)
        } catch {
            throw damaged(error)
        }
        guard let value = values.first else { throw .empty }
        guard values.count == 1 else {
            throw foreign("文件里有 \(values.count) 份报告，请拆成一份报告一个文件")
        }
        do {
            return try JSONReportDecoder(object: value).report(source)
        } catch {
            throw foreign(error.detail)
        }
    }

    private static func damaged(_ error: JSONValue.SyntaxError) -> FormatError {
        .damagedJSON(line: error.line, detail: error.detail)
    }

    private static func foreign(_ detail: String) -> FormatError {
        .foreignJSON(detail: detail)
    }
}
