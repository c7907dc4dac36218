import Office
import Web

/// The paths of the public pages about annual reports.
enum ReportsPath {
    static let list: Path<Never> = "/reports"
    static let report: Path<Never, Int> = "/reports/{id}"
    static let data: Path<Never, Int> = "/reports/{id}.json"
    static let file: Path<Never, Int> = "/reports/{id}/file"
    static let compare: Path<Never> = "/reports/compare"
    static let organization: Path<Never, Int> = "/organizations/{id}"
    static let merge: Path<Never> = "/merge"
    static let mergeFile: Path<Never> = "/merge/file"
    static let years: Path<Never> = "/years"
    static let year: Path<Never, String> = "/years/{year}"
    static let figures: Path<Never> = "/figures"
    static let check: Path<Never> = "/check"

    static let crumb = Crumb("年度报告", list())

    /// The merged report of a region.
    static func merge(_ region: String?, _ year: Int) -> Address { merge().with(["region": region, "year": "\(year)"]) }

    /// One report beside another; without the second, the page to choose it.
    static func compare(_ a: Int, _ b: Int? = nil) -> Address { compare().with(["a": "\(a)", "b": b.map { "\($0)" }]) }
}
