import Testing

@testable import Database

@Suite struct ConnectionReasonTests {
    @Test(
        "What libpq says becomes one Chinese phrase a reason",
        arguments: [
            (
                "connection to server at \"127.0.0.1\", port 1 failed: Connection refused；Is the server running on that host and accepting TCP/IP connections?",
                "那个地址和端口上没有数据库在应答"
            ),
            (
                "connection to server at \"a\", port 5432 failed: Connection refused；connection to server at \"b\", port 5432 failed: timeout expired",
                "那个地址和端口上没有数据库在应答；超过时间没有应答"
            ),
            ("connection to server failed: FATAL:  database \"nope\" does not exist", "没有这个数据库"),
            (
                "FATAL:  password authentication failed for user \"gongkai\"；FATAL:  password authentication failed for user \"gongkai\"",
                "账号或密码不对"
            ),
            ("something new happened.", "something new happened"), ("服务器版本过低，应为 PostgreSQL 14 或更高", "服务器版本过低，应为 PostgreSQL 14 或更高"),
        ])
    func words(_ reason: String, _ words: String) {
        #expect(ConnectionReason.words(reason) == words)
        let told = DatabaseError.cannotConnect(server: "x", reason: reason).description
        #expect(!told.contains("？。") && !told.contains("?。") && !told.contains("。。"))
    }
}
