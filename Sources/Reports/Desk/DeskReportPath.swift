import AnnualReport
import Office
import Web

/// The paths of annual reports at the desk.
enum DeskReportPath {
    static let list: Path<Never> = "/desk/reports"
    static let new: Path<Never> = "/desk/reports/new"
    static let upload: Path<Never, Int> = "/desk/reports/uploads/{upload}"
    static let publishedUpload: Path<Never, Int> = "/desk/reports/uploads/{upload}/publish"
    static let uploadedFile: Path<Never, Int, Int> = "/desk/reports/uploads/{upload}/files/{file}"
    static let version: Path<ReportWord, Int> = "/desk/reports/{id}"
    static let file: Path<Never, Int> = "/desk/reports/{id}/file"
    static let source: Path<Never, Int> = "/desk/reports/{id}/source"
    static let publish: Path<Never, Int> = "/desk/reports/{id}/publish"
    static let alias: Path<Never, Int> = "/desk/reports/{id}/alias"
    static let withdraw: Path<Never, Int> = "/desk/reports/{id}/withdraw"
    static let sendBack: Path<Never, Int> = "/desk/reports/{id}/return"
    static let row: Path<Never, Int, RowName> = "/desk/reports/{id}/rows/{row}"
    static let correction: Path<Never, Int> = "/desk/reports/{id}/corrections"
    static let corrections: Path<Never> = "/desk/reports/corrections"
    static let correctionsFile: Path<Never> = "/desk/reports/corrections/file"

    static let crumb = Crumb("年度报告", list())

    static func crumb(_ version: ReportVersion) -> Crumb { Crumb(DeskReportPage.name(version), self.version(version.id)) }

    /// The correction sheets of a year.
    static func corrections(_ year: Int) -> Address { corrections().with(["year": "\(year)"]) }
}

/// What a version's page says of a change. It makes the text itself, since that names the report.
enum ReportWord: String, SuccessWord {
    case imported, placed, published, restored, withdrawn, dropped, returned, ended, nameTakenBack

    var text: String? { nil }
}

extension RowName: PathValue {
    package init?(pathText: String) { self.init(pathText) }
    package var pathText: String { description }
}
