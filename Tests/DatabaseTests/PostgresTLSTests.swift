import Foundation
import TestSupport
import Testing

@testable import Database

/// The way to the server, encrypted. Of the throw-away servers the primary speaks TLS, the replica does not.
@Suite(.opensDatabases, .enabled(if: TestEngine.certificateFolder != nil, Comment(rawValue: TestEngine.skipped)))
struct PostgresTLSTests {
    private func certificate(_ name: String) throws -> String {
        let folder = try #require(TestEngine.certificateFolder)
        return (folder + "/" + name + ".crt").replacing("/", with: "%2F")
    }

    @Test("With the right authority the server is checked and the connection encrypted")
    func verified() async throws {
        let test = try TestDatabase(.postgres, parameters: "sslmode=verify-full&sslrootcert=\(try certificate("server"))")
        let isEncrypted = try await test.database.read { db in
            try db.row("select cast(ssl as int) as n from pg_stat_ssl where pid = pg_backend_pid()")?.int("n")
        }
        #expect(isEncrypted == 1)
    }

    @Test("A server whose certificate is of another authority is refused, without the password")
    func otherAuthority() throws {
        let address = try #require(TestEngine.serverAddress)
        let url = try DatabaseURL("\(address)?sslmode=verify-full&sslrootcert=\(try certificate("other"))")
        let password = try #require(address.split(separator: "@").first?.split(separator: ":").last)
        #expect {
            _ = try Database(url)
        } throws: { error in
            guard case DatabaseError.cannotConnect(_, let reason) = error else { return false }
            return reason.contains("certificate verify failed") && !"\(error)".contains(password)
        }
    }

    @Test("A server of another name than its certificate's is refused")
    func otherName() throws {
        let address = try #require(TestEngine.serverAddress).replacing("@127.0.0.1:", with: "@localhost:")
        let url = try DatabaseURL("\(address)?hostaddr=127.0.0.1&sslmode=verify-full&sslrootcert=\(try certificate("server"))")
        #expect {
            _ = try Database(url)
        } throws: { error in
            guard case DatabaseError.cannotConnect(_, let reason) = error else { return false }
            return reason.contains("does not match host name")
        }
    }

    @Test("Where encryption is asked for, a server without it is refused; where it is not, it is taken")
    func withoutEncryption() throws {
        let address = try #require(TestEngine.serverAddress)
        let at = try #require(address.lastIndex(of: "@"))
        let place = address[..<at] + "@" + (try #require(TestEngine.replicaAddress)) + "/postgres?target_session_attrs=any"
        #expect {
            _ = try Database(DatabaseURL(place + "&sslmode=require"))
        } throws: { error in
            guard case DatabaseError.cannotConnect(_, let reason) = error else { return false }
            return reason.contains("does not support SSL")
        }
        try Database(DatabaseURL(String(place))).close()
    }
}
