/// What went wrong between the program and its database. The description is fit for an operator: what is wrong,
/// where, what to do.
public enum DatabaseError: Error, Equatable, Sendable {
    /// The address names no engine, or one that this program does not speak.
    case unsupportedAddress(scheme: String)
    /// The address names an engine and no database.
    case incompleteAddress(scheme: String)
    case cannotOpen(path: String, reason: String)
    /// A statement failed; `failure` tells the kind as far as a caller may want to act on it.
    case statement(sql: String, failure: Failure, reason: String)
    case missingColumn(String, sql: String)
    case wrongType(String, expected: String, found: String, sql: String)
    /// Migrations must be named `0001-words.sql` and number on from 1 without a gap.
    case migrationName(String)
    case migrationNumbering(expected: Int, found: Int)
    /// A migration that this database has already gone through was changed afterwards.
    case migrationChanged(number: Int, name: String)
    /// The database has gone through migrations that this program does not know.
    case databaseNewer(database: Int, program: Int)
    case migrationFailed(number: Int, name: String, reason: String)

    public enum Failure: String, Equatable, Sendable {
        case unique = "违反唯一约束"
        case foreignKey = "违反外键约束"
        case constraint = "违反约束"
        case busy = "数据库正被别的程序占用"
        case readOnly = "数据库是只读的"
        case full = "磁盘已满"
        case arguments = "参数与占位符不符"
        case damaged = "数据库文件已损坏"
        case other = "语句执行失败"
    }
}

extension DatabaseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unsupportedAddress(let scheme):
            "不支持的数据库地址「\(scheme)」。请写成 sqlite:文件路径，例如 sqlite:data/gongkai.sqlite。"
        case .incompleteAddress(let scheme): "数据库地址「\(scheme):」后面没有文件路径。请写成 sqlite:文件路径。"
        case .cannotOpen(let path, let reason): "无法打开数据库 \(path)：\(reason)。请检查文件夹是否存在、是否有读写权限。"
        case .statement(let sql, let failure, let reason): "\(failure.rawValue)：\(reason)。语句：\(sql)"
        case .missingColumn(let column, let sql): "查询结果没有「\(column)」列。语句：\(sql)"
        case .wrongType(let column, let expected, let found, let sql):
            "查询结果的「\(column)」列应为\(expected)，却是\(found)。语句：\(sql)"
        case .migrationName(let name): "数据库升级文件名「\(name)」不合规，应为 0001-words.sql 这样的形式。"
        case .migrationNumbering(let expected, let found): "数据库升级文件编号不连续：应为 \(expected)，却是 \(found)。"
        case .migrationChanged(let number, let name):
            "第 \(number) 号数据库升级（\(name)）在执行之后被改动过，与数据库中的校验值不符。请使用原来的程序版本。"
        case .databaseNewer(let database, let program):
            "数据库已升级到第 \(database) 号，本程序只认识到第 \(program) 号。请使用较新的程序版本。"
        case .migrationFailed(let number, let name, let reason):
            "第 \(number) 号数据库升级（\(name)）失败，没有留下任何改动：\(reason)"
        }
    }
}
