/// Why a file could not be stored or read. The description is fit for an operator.
package enum FileStoreError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No file of that hash is kept.
    case unknownFile(sha256: String)
    /// The kept file is not what was stored.
    case damagedFile(sha256: String)
    /// A file or folder of the store cannot be written or read.
    case fileSystem(path: String, reason: String)

    package var description: String {
        switch self {
        case .unknownFile(let sha256): "没有保存校验值为 \(sha256) 的文件。"
        case .damagedFile(let sha256): "校验值为 \(sha256) 的文件已损坏，与入库时不同。请从备份恢复，或重新导入原文件。"
        case .fileSystem(let path, let reason): "无法读写 \(path)：\(reason)。请检查磁盘空间和文件夹权限。"
        }
    }
}
