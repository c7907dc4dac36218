import Foundation
import Testing

@testable import Office
@testable import Reports

@Suite("Passwords and codes")
struct PasswordTests {
    @Test("a hash is read back and accepts its password alone")
    func hash() throws {
        let hash = try PasswordHash("correct horse battery", cost: .trivial)
        let read = try #require(PasswordHash(hash.text))
        #expect(read == hash)
        #expect(try read.accepts("correct horse battery"))
        #expect(try !read.accepts("correct horse batterx"))
        #expect(try PasswordHash("correct horse battery", cost: .trivial).text != hash.text)
        // Wide letters are the same ones typed with a Chinese keyboard.
        #expect(try read.accepts("ｃorrect horse battery"))
    }

    @Test("RFC 7914: scrypt's own test vector")
    func vector() throws {
        let hash = try #require(
            PasswordHash("scrypt$14$8$1$\(Data("SodiumChloride".utf8).base64EncodedString())$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI="))
        #expect(try hash.accepts("pleaseletmein"))
    }

    @Test("no hash", arguments: ["", "scrypt$1$1$1$AA==", "scrypt$99$1$1$AA==$AA==", "bcrypt$1$1$1$AA==$AA=="])
    func noHash(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test(
        "the policy: length, not kinds of characters; nothing that is guessed",
        arguments: [
            ("correct horse battery", true), ("山高月小水落石出清风徐来", true), ("short", false), ("aaaaaaaaaaaaaaaa", false),
            ("abcdefghijklmnop", false),
            ("123456789012345", false), ("987654321098765", false), ("password1234", false), ("mynameiszhang99", false),
            ("Password2026!", false),
        ])
    func policy(password: String, isGood: Bool) {
        #expect((PasswordPolicy.problem(password, login: "zhang", name: "张某") == nil) == isGood)
    }

    @Test(
        "RFC 6238: the codes of its test vectors, six digits",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ])
    func code(seconds: Int, code: String) {
        let secret = OneTimeCode(secret: Array("12345678901234567890".utf8))
        #expect(secret.code(at: Date(timeIntervalSince1970: Double(seconds))) == code)
    }

    @Test("a secret is read back from Base32; RFC 4648's vectors")
    func base32() throws {
        let secret = OneTimeCode.random()
        #expect(OneTimeCode(base32: secret.base32) == secret)
        #expect(OneTimeCode(base32: secret.base32.lowercased()) == secret)
        #expect(OneTimeCode(secret: Array("foobarfoobar".utf8)).base32 == "MZXW6YTBOJTG633CMFZA")
        #expect(OneTimeCode(base32: "MZXW6!") == nil)
    }

    @Test("a code is good for its step and those beside it, and once")
    func steps() {
        let secret = OneTimeCode.random()
        let now = Date.sample
        let step = OneTimeCode.step(at: now)
        for offset in -1...1 { #expect(secret.step(of: secret.code(step: step + offset), at: now, after: nil) == step + offset) }
        #expect(secret.step(of: secret.code(step: step), at: now, after: step) == nil)
        #expect(secret.step(of: secret.code(step: step) + "0", at: now, after: nil) == nil)
        #expect(secret.step(of: "", at: now, after: nil) == nil)
    }
}
