/// Why an office's data could not be backed up, restored or moved. The description is fit for an operator.
package enum StorageError: Error, Equatable, Sendable {
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
    /// A backup without a signature.
    case unsigned(path: String)
    /// A backup with a signature, and no key to prove it with.
    case keyMissing(path: String)
    /// A backup that another master key has signed.
    case otherKey(path: String)
    /// A backup whose signature is not that of its sums.
    case wrongSignature(path: String)
    /// The database's catalogue is not that of the program; what differs, in words.
    case foreignStructure(place: String, faults: [String])
    /// A trigger, or what else nobody has found, kept sessions open.
    case sessionsOpen(count: Int)
}

extension StorageError {
    init(_ failure: LastingFile.Failure) {
        self = .fileSystem(path: failure.path, reason: failure.reason)
    }
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .fileExists(let path): "\(path) 已经存在，没有备份。请换一个文件名。"
        case .notEmpty(let place): "\(place) 里已有数据，没有写入。请指定一个空的位置。"
        case .badBackup(let path, let reason): "\(path) 不是完好的备份：\(reason)。没有恢复任何数据，请换一份备份。"
        case .unsigned(let path):
            "\(path) 没有签名，不能证明是本程序备份的。没有恢复任何数据。确实是自己保管的旧备份，请加 --unsigned。"
        case .keyMissing(let path):
            "\(path) 有签名，但是没有主密钥，不能核对。没有恢复任何数据。请用 --key 指定原来的密钥文件，或者设置 GONGKAI_KEY（主密钥不在备份里，应另行保管）；密钥确实丢失、又能肯定备份没有被动过的，加 --unsigned，恢复后加密的个人信息不能读取。"
        case .otherKey(let path):
            "\(path) 是用另一个主密钥签名的。没有恢复任何数据。请用备份当时的主密钥（更换过密钥的，是更换以前的那个）。"
        case .wrongSignature(let path): "\(path) 的签名不对：备份被改动过。没有恢复任何数据，请换一份备份。"
        case .foreignStructure(let place, let faults):
            "数据库 \(place) 的结构与本程序的不符，没有使用：\(faults.joined(separator: "；"))。请查明是谁改动的，改回原样；查不清的，从备份恢复。"
        case .sessionsOpen(let count): "恢复后仍有 \(count) 个登录不能结束，没有恢复任何数据。请换一份备份。"
        case .samePlace: "来源和目标是同一个地方。请检查 --from 和 --to。"
        case .unrecorded(let path, let reason): "已备份到 \(path)，但是没有能记入审计：\(reason)。"
        case .fileSystem(let path, let reason): "无法读写 \(path)：\(reason)。请检查磁盘空间和文件夹权限。"
        }
    }
}
