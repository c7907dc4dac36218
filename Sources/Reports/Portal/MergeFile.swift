import AnnualReport
import Formats
import Markup
import Office
import ReportFiles
import Web

/// The files that a merged report can be taken away as.
enum MergeFile: String, CaseIterable {
    case xlsx, docx, csv, html, json

    var title: String {
        switch self {
        case .xlsx: "Excel 表格（XLSX）"
        case .docx: "Word 文档（DOCX）"
        case .csv: "CSV"
        case .html: "网页（HTML）"
        case .json: "数据（JSON）"
        }
    }

    var mediaType: String {
        switch self {
        case .xlsx: FileFormat.xlsx.mediaType
        case .docx: FileFormat.docx.mediaType
        case .csv: "text/csv; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }

    /// - Throws: `FormatError` where the merged report cannot stand in the format.
    func write(_ merged: MergedReport) throws(FormatError) -> [UInt8] {
        switch self {
        case .xlsx: try ReportSheet(merged).workbook()
        case .docx: try ReportSheet(merged).word()
        case .csv: ReportSheet(merged).csv()
        case .html: ReportHTML.document(merged).bytes
        case .json: MergeJSON.line(merged)
        }
    }
}
