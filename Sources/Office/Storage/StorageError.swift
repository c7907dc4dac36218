/// Why an office's data could not be backed up, restored or moved. The description is fit for an operator.
public enum StorageError: Error, Equatable, Sendable {
    /// A backup never goes over a file that is there.
    case fileExists(path: String)
    /// A place that must be empty is not.
    case notEmpty(place: String)
    /// The archive is no backup, or was cut short or changed.
    case badBackup(path: String, reason: String)
    case samePlace
    /// The backup is there, and nothing says so in the record.
    case unrecorded(path: String, reason: String)
    case fileSystem(path: String, reason: String)
}

extension StorageError {
    init(_ failure: LastingFile.Failure) {
        self = .fileSystem(path: failure.path, reason: failure.reason)
    }
}

extension StorageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .fileExists(let path): "\(path) 已经存在，没有备份。请换一个文件名。"
        case .notEmpty(let place): "\(place) 里已有数据，没有写入。请指定一个空的位置。"
        case .badBackup(let path, let reason): "\(path) 不是完好的备份：\(reason)。没有恢复任何数据，请换一份备份。"
        case .samePlace: "来源和目标是同一个地方。请检查 --from 和 --to。"
        case .unrecorded(let path, let reason): "已备份到 \(path)，但是没有能记入审计：\(reason)。"
        case .fileSystem(let path, let reason): "无法读写 \(path)：\(reason)。请检查磁盘空间和文件夹权限。"
        }
    }
}
