/// Why a connection was not made, for an operator: what libpq says in English, in one Chinese phrase a reason.
enum ConnectionReason {
    /// - Parameter reason: libpq's words; several lines where several hosts were tried.
    static func words(_ reason: String) -> String {
        var found: [String] = []
        for (english, chinese) in phrases where reason.contains(english) && !found.contains(chinese) { found.append(chinese) }
        guard found.isEmpty else { return found.joined(separator: "；") }
        // Our own sentences, and what is not in the list, end without a mark: the sentence around them has one.
        var rest = reason[...]
        while let last = rest.last, "。.？?！!".contains(last) || last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    private static let phrases = [
        ("Connection refused", "那个地址和端口上没有数据库在应答"), ("could not translate host name", "找不到这台主机"),
        ("No route to host", "网络不通"), ("Network is unreachable", "网络不通"), ("timeout expired", "超过时间没有应答"),
        ("No such file or directory", "本机没有数据库在应答（没有它的套接字文件）"), ("password authentication failed", "账号或密码不对"),
        ("no password supplied", "没有给出密码"), ("Peer authentication failed", "本机上只能以同名的系统用户使用这个账号（peer）"),
        ("Ident authentication failed", "服务器不认这个系统用户（ident）"), ("no pg_hba.conf entry", "服务器不允许从这里用这个账号连接（pg_hba.conf）"),
        ("certificate verify failed", "服务器的证书不可信（sslrootcert）"), ("does not match host name", "服务器的证书不是这台主机的"),
        ("server does not support SSL", "服务器没有启用 TLS"), ("too many clients", "服务器的连接已满（max_connections）"),
        ("remaining connection slots", "服务器的连接已满（max_connections）"), ("session is read-only", "这台服务器是只读的备机"),
        ("the database system is starting up", "服务器正在启动"), ("the database system is shutting down", "服务器正在停止"),
        ("root certificate file", "没有根证书文件（sslrootcert）"), ("FATAL:  database \"", "没有这个数据库"), ("FATAL:  role \"", "没有这个账号"),
    ]
}
