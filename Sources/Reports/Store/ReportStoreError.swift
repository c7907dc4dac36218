import Law
import Office

/// Why the store of reports could not do what it was asked. The description is fit for an operator.
package enum ReportStoreError: Error, Equatable, Sendable {
    case regionMissing
    /// The bytes given are not those that the report was read from.
    case fileMismatch(name: String)
    /// The report is not of the organization that it was to be kept for.
    case otherOrganization(name: String)
    /// The name that was to be one organization's is another's.
    case borne(name: String, by: Organization)
    /// What became of an uploaded file was decided meanwhile, by another request.
    case decidedElsewhere
    /// A version that somebody with a wider reach withdrew was to be put back.
    case withdrawnAbove(number: Int)
    /// More files wait for somebody than are kept for one.
    case tooMuchWaiting(bytes: Int)
    case unknownVersion(Int)
    /// A row of a version was to be placed that is not the one worked on.
    case superseded(newestNumber: Int, newestID: Int)
    /// A version that is withdrawn was to be changed or withdrawn again.
    case withdrawn(number: Int)
    /// The current version was to be published once more.
    case alreadyCurrent(number: Int)
    /// A reason was not given.
    case reasonMissing
    /// A correction was asked for by a day that is over.
    case dueInThePast(Day)
    case damagedReport(versionID: Int, reason: String)
}

extension ReportStoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .regionMissing: "没有写明地区。请用 --region 指定地区名称。"
        case .fileMismatch(let name): "「\(name)」的内容与读取时不同，没有入库。请重新导入。"
        case .otherOrganization(let name): "这份文件是「\(name)」的报告，不是您可以上传的单位，没有保存。"
        case .borne(let name, let owner):
            owner.state == .unfiled
                ? "「\(name)」是\(owner.displayName)（\(owner.region)）的名称，它已经有年度报告，但还没有归入机构树。请系统管理员先把它归入机构树，或者并入它现在的机构。"
                : "「\(name)」是机构树中\(owner.displayName)（\(owner.region)）的名称，不能算作别的单位的报告。请由\(owner.displayName)或它的主管部门上传；您可以上传的，请选它。"
        case .decidedElsewhere: "这份文件已经在另一个窗口里处理过，没有再改动。"
        case .withdrawnAbove(let number): "第 \(number) 版由主管部门撤回，本单位不能恢复公布，没有改动任何内容。请与撤回它的人联系，或者上传更正后的新版本。"
        case .tooMuchWaiting(let bytes): "您还有 \(max(1, bytes >> 20)) MiB 上传的文件等着处理，再加上这次的就太多了，这次的都没有保存。请先处理已经上传的：继续读取、说明单位，或者选“不要这份文件”。"
        case .unknownVersion(let id): "没有编号为 \(id) 的报告版本。请从报告列表中重新选择。"
        case .superseded(let number, _): "这份报告已经有第 \(number) 版，旧版不再改动，没有保存任何内容。请在第 \(number) 版上填写。"
        case .withdrawn(let number): "第 \(number) 版已经撤回，没有改动任何内容。请先公布这一版，或者上传新的一版。"
        case .alreadyCurrent(let number): "第 \(number) 版就是现在公布的版本，没有改动任何内容。"
        case .reasonMissing: "没有写明原因。请写明为什么撤回，公开页面会显示。"
        case .dueInThePast(let day): "\(day.chinese)已经过去。请选今天或以后的一天。"
        case .damagedReport(let id, let reason): "第 \(id) 号报告的存档无法读取（\(reason)）。请从备份恢复数据库。"
        }
    }
}
