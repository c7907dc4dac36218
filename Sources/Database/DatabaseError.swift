/// What went wrong between the program and its database. The description is fit for an operator: what is wrong,
/// where, what to do.
package enum DatabaseError: Error, Equatable, Sendable {
    /// The address names no engine, or one that this program does not speak.
    case unsupportedAddress(scheme: String)
    /// The address names an engine and no database.
    case incompleteAddress(scheme: String)
    /// The address of a server is not written as it should be; never repeats it.
    case badAddress(String)
    case cannotOpen(path: String, reason: String)
    case cannotConnect(server: String, reason: String)
    /// The connection broke before the commit was sent: nothing has changed.
    case connectionLost(server: String, reason: String)
    /// The connection broke between the commit and its answer: it may have happened or not.
    case unknownCommit(server: String, reason: String)
    /// All connections were in use for too long.
    case noConnectionFree(server: String, connections: Int, seconds: Int)
    /// The database was closed before.
    case closed
    /// A statement failed; `failure` tells the kind as far as a caller may want to act on it.
    case statement(sql: String, failure: Failure, reason: String)
    case missingColumn(String, sql: String)
    case wrongType(String, expected: String, found: String, sql: String)
    /// A value that this program does not know: a newer program wrote it, or the row is damaged.
    case unknownValue(column: String, value: String, sql: String)
    /// The first line of a migration's file must be its id: `-- reports/0001-reports`.
    case migrationName(String)
    /// Two migrations with one id.
    case migrationRepeated(id: String)
    /// A migration that this database has already gone through was changed afterwards.
    case migrationChanged(id: String)
    /// The database has gone through migrations that this program does not know.
    case databaseNewer(unknown: [String])
    /// The database has not gone through all migrations of this program.
    case databaseOlder(missing: [String])
    case migrationFailed(id: String, reason: String)

    /// A copy goes into empty tables alone.
    case notEmpty(table: String)
    /// Two databases have different tables of that name, or one has none.
    case unlikeTables(table: String)
    case copyDiffers(table: String)
    case rowDoesNotFit(table: String, key: String, reason: String)

    package enum Failure: String, Equatable, Sendable {
        case unique = "违反唯一约束"
        case foreignKey = "违反外键约束"
        case constraint = "违反约束"
        case busy = "数据库正被别的程序占用"
        case readOnly = "数据库是只读的"
        case full = "磁盘已满"
        case arguments = "参数与占位符不符"
        case timeout = "语句超过了时间限制"
        case damaged = "数据库文件已损坏"
        case other = "语句执行失败"
    }
}

extension DatabaseError {
    /// True where no write gets through now, whichever it is: the server is away, or somebody else holds the file.
    var isOfServer: Bool {
        switch self {
        case .cannotConnect, .connectionLost, .noConnectionFree, .closed, .statement(_, .busy, _): true
        default: false
        }
    }
}

extension DatabaseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unsupportedAddress(let scheme):
            "不支持的数据库地址「\(scheme)」。请写成 sqlite:文件路径，或 postgres://用户@主机:端口/数据库。"
        case .incompleteAddress(let scheme): "数据库地址「\(scheme):」后面没有文件路径。请写成 sqlite:文件路径。"
        case .badAddress(let reason): "数据库地址不对：\(reason)。"
        case .cannotOpen(let path, let reason): "无法打开数据库 \(path)：\(reason)。请检查文件夹是否存在、是否有读写权限。"
        case .cannotConnect(let server, let reason):
            "无法使用数据库 \(server)：\(ConnectionReason.words(reason))。请检查地址、账号和密码，以及数据库服务是否在运行。"
        case .connectionLost(let server, let reason): "与数据库 \(server) 的连接中断，没有留下任何改动：\(reason)。请稍后再试。"
        case .unknownCommit(let server, let reason):
            "提交时与数据库 \(server) 的连接中断，不知道改动是否已经保存：\(reason)。请先查看结果，再决定是否重做。"
        case .noConnectionFree(let server, let connections, let seconds):
            "数据库 \(server) 的 \(connections) 个连接 \(seconds) 秒内都没有空出来。请稍后再试，或在地址里用 pool= 增加连接。"
        case .closed: "数据库已经关闭。请重新启动程序。"
        case .statement(let sql, let failure, let reason): "\(failure.rawValue)：\(reason)。语句：\(sql)"
        case .notEmpty(let table): "目标数据库的表 \(table) 里已有数据，没有复制。请换一个空的数据库。"
        case .unlikeTables(let table): "两个数据库的表 \(table) 不一样，没有复制。请用同一版本的程序打开两边后再试。"
        case .copyDiffers(let table): "表 \(table) 复制后与原来的不同，已全部撤销。请先用 gongkai verify 检查来源。"
        case .rowDoesNotFit(let table, let key, let reason):
            "表 \(table) 中 \(key) 的一行不能存入目标数据库：\(reason)。已全部撤销，请先更正这一行。"
        case .missingColumn(let column, let sql): "查询结果没有「\(column)」列。语句：\(sql)"
        case .wrongType(let column, let expected, let found, let sql):
            "查询结果的「\(column)」列应为\(expected)，却是\(found)。语句：\(sql)"
        case .unknownValue(let column, let value, let sql):
            "查询结果的「\(column)」列是「\(value)」，本程序不认识。数据可能由较新的程序写入，或者已损坏：请使用较新的程序，或从备份恢复。语句：\(sql)"
        case .migrationName(let line): "数据库升级文件的第一行「\(line)」不合规，应为 -- reports/0001-reports 这样的形式。"
        case .migrationRepeated(let id): "有两个数据库升级都叫 \(id)。"
        case .migrationChanged(let id): "数据库升级 \(id) 在执行之后被改动过，与数据库中的校验值不符。请使用原来的程序版本。"
        case .databaseNewer(let unknown):
            "数据库经过了本程序不认识的升级：\(unknown.joined(separator: "、"))。请使用较新的程序版本。"
        case .databaseOlder(let missing):
            "数据库还没有经过本程序需要的升级：\(missing.joined(separator: "、"))。请重新启动本程序，让它先升级数据库。"
        case .migrationFailed(let id, let reason): "数据库升级 \(id) 失败，没有留下任何改动：\(reason)"
        }
    }
}
