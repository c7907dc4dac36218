import Testing

@testable import Database

/// Addresses of servers, read and shown.
@Suite struct PostgresAddressTests {
    private func address(_ text: String) throws -> PostgresAddress {
        guard case .postgres(let address) = try DatabaseURL(text).place else { throw DatabaseError.badAddress(text) }
        return address
    }

    @Test(
        "Each part goes to the library under its own name",
        arguments: [
            (
                "postgres://clerk:s%40cret@db.example:5433/gongkai",
                ["host": "db.example", "port": "5433", "user": "clerk", "dbname": "gongkai"]
            ),
            (
                "postgresql://db/gongkai?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                ["host": "db", "sslmode": "verify-full", "sslrootcert": "/etc/ca.pem"]
            ),
            ("postgres://a:1,b:2/gongkai", ["host": "a,b", "port": "1,2", "target_session_attrs": "read-write"]),
            ("postgres://clerk@[::1]:5433/gongkai", ["host": "::1", "port": "5433"]),
            ("postgres://%2Frun%2Fpostgresql/gongkai", ["host": "/run/postgresql"]),
            ("postgres:///gongkai?host=/tmp&user=clerk", ["host": "/tmp", "user": "clerk"]),
            ("postgres://db/gongkai?connect_timeout=9", ["connect_timeout": "9"]),
        ])
    func parts(_ text: String, _ expected: [String: String]) throws {
        let connection = try address(text).connection()
        for (key, value) in expected { #expect(connection[key] == value, "\(key)") }
    }

    @Test("Our own parameters are read, and the library never sees them")
    func ownParameters() throws {
        let address = try address("postgres://db/gongkai?replica=r1:5433&replica=r2&pool=3&statement_timeout=7&reconnect=1")
        #expect(address.replicas == [.init(name: "r1", port: "5433"), .init(name: "r2", port: "")])
        #expect((address.poolSize, address.statementTimeout, address.reconnectLimit) == (3, 7, 1))
        let connection = address.connection(to: address.replicas[0])
        #expect(connection["host"] == "r1" && connection["port"] == "5433" && connection["target_session_attrs"] == "any")
        #expect(connection["replica"] == nil && connection["pool"] == nil)
    }

    @Test(
        "A password is sent and never shown",
        arguments: [
            "postgres://clerk:s3cret@db/gongkai", "postgres://clerk@db/gongkai?password=s3cret", "postgres://clerk:a@s3cret@db/gongkai",
        ])
    func password(_ text: String) throws {
        let url = try DatabaseURL(text)
        let secret = try #require(try address(text).connection()["password"])
        #expect(secret.contains("s3cret"))
        var dumped = ""
        dump(url, to: &dumped)
        for shown in ["\(url)", String(reflecting: url), dumped, try address(text).redacted("bad \(secret)!")] {
            #expect(!shown.contains("s3cret"))
        }
        #expect("\(url)" == "postgres://clerk@db/gongkai")
    }

    @Test(
        "What is not an address is told without repeating it",
        arguments: [
            "postgres:gongkai", "postgres://clerk:s3cret@db", "postgres://clerk:s3cret@db/", "postgres://clerk:%zzs3cret@db/x",
            "postgres://clerk:s3cret@db:port/x", "postgres://clerk:s3cret?x@db/x", "postgres://clerk:a?s3cret=b@db/x",
            "postgres://db/x?pool=s3cret", "postgres://db/x?pool=0", "postgres://db/x?s3cret=1", "postgres://clerk:%00@db/x",
        ])
    func refused(_ text: String) {
        #expect {
            try DatabaseURL(text)
        } throws: { error in
            guard case DatabaseError.badAddress = error else { return false }
            return !"\(error)".contains("s3cret")
        }
    }
}
