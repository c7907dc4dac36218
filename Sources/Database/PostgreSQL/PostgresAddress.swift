import CPostgreSQL

/// A PostgreSQL server as an address gives it, with libpq's own parameters (`sslmode`, `sslrootcert`, `options`, …)
/// and five of ours: `replica=host:port` (as often as there are replicas), `pool` (the most connections), `wait` (seconds
/// that a call may wait for one of them), `statement_timeout` (seconds) and `reconnect` (seconds that a call may wait for a server that is away).
struct PostgresAddress: Hashable, Sendable {
    /// libpq's keywords but for the password, in the order given; the last one counts.
    private(set) var parameters: [String: String] = [:]
    private(set) var password: Secret?
    private(set) var replicas: [Host] = []
    private(set) var poolSize = 10
    /// The longest wait for a connection that others use, in seconds.
    private(set) var patience = 30
    private(set) var statementTimeout = 60
    private(set) var reconnectLimit = 10

    struct Host: Hashable, Sendable {
        var name: String
        var port: String
    }

    /// - Parameter rest: what follows `postgres:`.
    init(_ rest: String) throws(DatabaseError) {
        guard rest.hasPrefix("//") else { throw .badAddress("应写成 postgres://用户@主机:端口/数据库") }
        var text = rest.dropFirst(2)
        if let mark = text.firstIndex(of: "?") {
            for pair in text[text.index(after: mark)...].split(separator: "&") { try read(pair) }
            text = text[..<mark]
        }
        if let slash = text.firstIndex(of: "/") {
            let name = try Self.decoded(text[text.index(after: slash)...])
            if !name.isEmpty { parameters["dbname"] = name }
            text = text[..<slash]
        }
        // A password may hold an unencoded @, a host may not.
        if let at = text.lastIndex(of: "@") {
            let parts = text[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if !parts[0].isEmpty { parameters["user"] = try Self.decoded(parts[0]) }
            if parts.count == 2 { password = Secret(try Self.decoded(parts[1])) }
            text = text[text.index(after: at)...]
        }
        if !text.isEmpty {
            let hosts = try text.split(separator: ",", omittingEmptySubsequences: false).map { host throws(DatabaseError) in
                try Self.host(host)
            }
            parameters["host"] = hosts.map(\.name).joined(separator: ",")
            parameters["port"] = hosts.map(\.port).joined(separator: ",")
        }
        guard parameters["dbname"]?.isEmpty == false || parameters["service"] != nil else {
            throw .badAddress("没有写数据库的名称，应写成 postgres://用户@主机:端口/数据库")
        }
    }

    /// The keywords and values to connect with.
    func connection(to replica: Host? = nil) -> [String: String] {
        var values = [
            "connect_timeout": "5", "fallback_application_name": "gongkai", "client_encoding": "UTF8",
            "keepalives": "1", "keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3",
            "tcp_user_timeout": "30000", "target_session_attrs": "read-write",
        ].merging(parameters) { $1 }
        // At the start of the session, so that `reset` comes back to it; what the address says comes later and counts.
        values["options"] =
            "-c statement_timeout=\(statementTimeout)s " + (parameters["options"] ?? "")
        if let password { values["password"] = password.value }
        if let replica {
            values["host"] = replica.name
            values["port"] = replica.port
            values["hostaddr"] = nil
            values["target_session_attrs"] = "any"
        }
        return values
    }

    /// `message` without the password, should the library ever repeat it.
    func redacted(_ message: String) -> String {
        guard let secret = password?.value, !secret.isEmpty else { return message }
        return message.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***")
    }

    private mutating func read(_ pair: Substring) throws(DatabaseError) {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let key = try Self.decoded(parts[0])
        // What is wrong here may be the rest of a password with an unencoded mark, so it is not repeated.
        guard parts.count == 2 else { throw .badAddress("问号后面的参数应写成 名称=值；密码中的特殊字符应写成百分号编码") }
        let value = try Self.decoded(parts[1])
        switch key {
        case "password": password = Secret(value)
        case "replica": replicas.append(try Self.host(parts[1]))
        case "pool": poolSize = try Self.number(value, key, 1...1000)
        case "wait": patience = try Self.number(value, key, 1...3600)
        case "statement_timeout": statementTimeout = try Self.number(value, key, 0...86_400)
        case "reconnect": reconnectLimit = try Self.number(value, key, 0...3600)
        case _ where Self.keywords.contains(key): parameters[key] = value
        default: throw .badAddress("问号后面有不认识的参数；密码中的特殊字符应写成百分号编码")
        }
    }

    /// What libpq itself understands.
    private static let keywords: Set<String> = {
        guard let options = PQconndefaults() else { return [] }
        defer { PQconninfoFree(options) }
        var keywords: Set<String> = []
        var option = options
        while let keyword = option.pointee.keyword {
            keywords.insert(String(cString: keyword))
            option += 1
        }
        return keywords
    }()

    private static func number(_ text: String, _ key: String, _ range: ClosedRange<Int>) throws(DatabaseError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw .badAddress("参数「\(key)」应为 \(range.lowerBound) 到 \(range.upperBound) 的整数")
        }
        return number
    }

    /// `name`, `name:port`, `[::1]:port`; a path, percent-encoded, is the folder of a socket.
    private static func host(_ text: Substring) throws(DatabaseError) -> Host {
        var name = text
        var port = ""
        let bracket = text.lastIndex(of: "]") ?? text.startIndex
        if let colon = text[bracket...].lastIndex(of: ":") {
            name = text[..<colon]
            port = String(text[text.index(after: colon)...])
        }
        guard port.isEmpty || UInt16(port) != nil else { throw .badAddress("端口应为 1 到 65535 的数") }
        if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
        return Host(name: try decoded(name), port: port)
    }

    private static func decoded(_ text: Substring) throws(DatabaseError) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else { bytes.append(byte); continue }
            guard let digits = String(rest.prefix(2)), digits.utf8.count == 2, let value = UInt8(digits, radix: 16), value != 0
            else { throw .badAddress("百分号后面应有两位十六进制数") }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .badAddress("百分号编码不是 UTF-8") }
        return decoded
    }
}

extension PostgresAddress: CustomStringConvertible {
    var description: String {
        let user = parameters["user"].map { $0 + "@" } ?? ""
        let hosts = (parameters["host"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let ports = (parameters["port"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let places = hosts.enumerated().map { index, host in
            index < ports.count && !ports[index].isEmpty ? "\(host):\(ports[index])" : String(host)
        }
        return "postgres://\(user)\(places.joined(separator: ","))/\(parameters["dbname"] ?? "")"
    }
}

/// A word that is never shown.
struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    let value: String

    init(_ value: String) { self.value = value }

    var description: String { "***" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
