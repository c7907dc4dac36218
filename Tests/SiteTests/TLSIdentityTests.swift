import Foundation
import Subprocess
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Certificate and key")
struct TLSIdentityTests {
    /// A folder with two pairs of self-signed certificates and keys, removed afterwards.
    private static func withFiles(_ body: (String) throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tls-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, days) in [("a", "10"), ("b", "20")] {
            try await openssl(
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", days, "-subj",
                "/CN=localhost", "-keyout", "\(folder)/\(name).key", "-out", "\(folder)/\(name).crt")
        }
        try await openssl("ec", "-in", "\(folder)/a.key", "-aes256", "-passout", "pass:x", "-out", "\(folder)/locked.key")
        try body(folder)
    }

    private static func openssl(_ arguments: String...) async throws {
        let done = try await Subprocess.run(.name("openssl"), arguments: Arguments(arguments), output: .discarded, error: .discarded)
        try #require(done.terminationStatus == .exited(0))
    }

    @Test("a pair is read, and read again when the files are renewed; a bad renewal leaves the old in use")
    func pair() async throws {
        try await Self.withFiles { folder in
            let (certificate, key) = ("\(folder)/site.crt", "\(folder)/site.key")
            func put(_ name: String, as path: String) throws {
                try? FileManager.default.removeItem(atPath: path)
                try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: path)
            }
            try put("a.crt", as: certificate)
            try put("a.key", as: key)
            let identity = try TLSIdentity(certificate: certificate, key: key)
            let first = identity.ends
            try put("b.crt", as: certificate)
            #expect(throws: TLSIdentityError.notTogether(certificate: certificate, key: key)) { try identity.reload() }
            #expect(identity.ends == first)
            try put("b.key", as: key)
            try identity.reload()
            #expect(identity.ends > first)
        }
    }

    @Test("what is wrong with the files is told, with the file and what to do")
    func wrong() async throws {
        try await Self.withFiles { folder in
            let cases: [(String, String, TLSIdentityError)] = [
                ("none.crt", "a.key", .noFile(path: "\(folder)/none.crt", reason: "找不到文件。请检查路径。")),
                ("a.crt", "none.key", .noFile(path: "\(folder)/none.key", reason: "找不到文件。请检查路径。")),
                (".", "a.key", .noFile(path: "\(folder)/.", reason: "是文件夹，不是文件。请写出其中的文件。")),
                ("a.key", "a.key", .noCertificate(path: "\(folder)/a.key")), ("a.crt", "a.crt", .noKey(path: "\(folder)/a.crt")),
                ("a.crt", "locked.key", .noKey(path: "\(folder)/locked.key")),
                ("a.crt", "b.key", .notTogether(certificate: "\(folder)/a.crt", key: "\(folder)/b.key")),
            ]
            for (certificate, key, error) in cases {
                #expect(throws: error) { try TLSIdentity(certificate: "\(folder)/\(certificate)", key: "\(folder)/\(key)") }
                #expect(error.description.contains(folder))
            }
        }
    }
}
