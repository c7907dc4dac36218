import Crypto
import CryptoExtras
import Foundation

/// How hard a password's hash is to make: 32 MiB of memory three times by default, about a quarter of a second.
package struct PasswordCost: Sendable, Equatable {
    /// scrypt's N as a power of two.
    package var log2Rounds: Int
    package var blockSize: Int
    package var parallelism: Int

    package init(log2Rounds: Int, blockSize: Int, parallelism: Int) {
        (self.log2Rounds, self.blockSize, self.parallelism) = (log2Rounds, blockSize, parallelism)
    }

    package static let standard = PasswordCost(log2Rounds: 15, blockSize: 8, parallelism: 3)
    /// For tests of anything but the hash.
    package static let trivial = PasswordCost(log2Rounds: 1, blockSize: 1, parallelism: 1)
}

/// A password as it is kept: scrypt (RFC 7914) with a salt of its own. The cost stands beside the hash, so that it can
/// be raised later.
struct PasswordHash: Sendable, Equatable {
    let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    /// - Throws: `AccountError.noMemory`.
    init(_ password: String, cost: PasswordCost) throws(AccountError) {
        self.cost = cost
        salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        hash = try PasswordHash.derive(password, salt, cost)
    }

    /// Reads `scrypt$15$8$3$salt$hash`.
    init?(_ text: String) {
        let parts = text.split(separator: "$")
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let size = Int(parts[2]), let lanes = Int(parts[3]),
            (1...20).contains(rounds), (1...32).contains(size), (1...16).contains(lanes),
            let salt = Data(base64Encoded: String(parts[4])), let hash = Data(base64Encoded: String(parts[5])), hash.count == 32
        else { return nil }
        cost = PasswordCost(log2Rounds: rounds, blockSize: size, parallelism: lanes)
        (self.salt, self.hash) = ([UInt8](salt), [UInt8](hash))
    }

    var text: String {
        "scrypt$\(cost.log2Rounds)$\(cost.blockSize)$\(cost.parallelism)$\(Data(salt).base64EncodedString())$\(Data(hash).base64EncodedString())"
    }

    /// Takes the same time whether it is right or wrong.
    ///
    /// - Throws: `AccountError.noMemory`, so that a right password is not called wrong.
    func accepts(_ password: String) throws(AccountError) -> Bool {
        let derived = try PasswordHash.derive(password, salt, cost)
        var difference = UInt8(derived.count == hash.count ? 0 : 1)
        for (a, b) in zip(derived, hash) { difference |= a ^ b }
        return difference == 0
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: PasswordCost) throws(AccountError) -> [UInt8] {
        // The same characters typed on different keyboards are the same password.
        let bytes = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        do {
            return try KDF.Scrypt.deriveKey(
                from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << cost.log2Rounds, blockSize: cost.blockSize,
                parallelism: cost.parallelism
            ).withUnsafeBytes { [UInt8]($0) }
        } catch {
            throw .noMemory
        }
    }
}

/// What a password must be.
package enum PasswordPolicy {
    package static let minimumLength = 12
    package static let maximumLength = 256
    /// So many earlier ones may not come back.
    package static let history = 5

    /// What is wrong with a new password, in words for the person who chose it; nil where nothing is.
    ///
    /// Length and not kinds of characters: three words that nobody guesses are better than one with a digit.
    package static func problem(_ password: String, login: String, name: String) -> String? {
        if password.count < minimumLength { return "密码至少 \(minimumLength) 个字符，现在是 \(password.count) 个。可以用几个不相关的词连起来。" }
        if password.count > maximumLength { return "密码最多 \(maximumLength) 个字符。" }
        let folded = password.lowercased()
        if Set(folded).count < 5 { return "密码重复的字符太多，请换一个。" }
        if folded.contains(login.lowercased()) || (!name.isEmpty && folded.contains(name.lowercased())) {
            return "密码中不要包含账号名或者姓名。"
        }
        if isSequence(folded) { return "密码是连续的字符，容易被猜到，请换一个。" }
        let plain = String(folded.filter { $0.isLetter })
        if common.contains(where: { folded.hasPrefix($0) && folded.count < $0.count + 6 }) || common.contains(plain) {
            return "密码是常见的密码，容易被猜到，请换一个。"
        }
        return nil
    }

    private static let common = [
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "admin", "administrator", "qwerty", "qwertyuiop", "1qaz2wsx", "iloveyou", "letmein",
        "welcome",
        "gongkai", "zhengfu", "xinxigongkai", "woaini", "abc123", "a123456", "123456", "88888888", "66666666", "5201314",
    ]

    /// abcdefghijkl, 987654321098
    private static func isSequence(_ text: String) -> Bool {
        let codes = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(codes, codes.dropFirst()).map { $1 - $0 }
        let even = steps.filter { $0 == 1 || $0 == -9 }.count
        let down = steps.filter { $0 == -1 || $0 == 9 }.count
        return max(even, down) >= steps.count - 1
    }
}
