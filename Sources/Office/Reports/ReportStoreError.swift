/// Why the store of reports could not do what it was asked. The description is fit for an operator.
public enum ReportStoreError: Error, Equatable, Sendable {
    case regionMissing
    /// The bytes given are not those that the report was read from.
    case fileMismatch(name: String)
    /// No file of that hash is kept.
    case unknownFile(sha256: String)
    /// The kept file is not what was stored.
    case damagedFile(sha256: String)
    case damagedReport(versionID: Int, reason: String)
    /// A file or folder of the store cannot be written or read.
    case fileSystem(path: String, reason: String)
}

extension ReportStoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .regionMissing: "没有写明地区。请用 --region 指定地区名称。"
        case .fileMismatch(let name): "「\(name)」的内容与读取时不同，没有入库。请重新导入。"
        case .unknownFile(let sha256): "没有保存校验值为 \(sha256) 的文件。"
        case .damagedFile(let sha256): "校验值为 \(sha256) 的文件已损坏，与入库时不同。请从备份恢复，或重新导入原文件。"
        case .damagedReport(let id, let reason): "第 \(id) 号报告的存档无法读取（\(reason)）。请从备份恢复数据库。"
        case .fileSystem(let path, let reason): "无法读写 \(path)：\(reason)。请检查磁盘空间和文件夹权限。"
        }
    }
}
