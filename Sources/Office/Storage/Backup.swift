import Crypto
import Foundation
import Markup

/// What a backup holds: the database as one SQLite file, the files by their hashes, the SHA-256 of each as `sha256sum -c` reads
/// it, and a signature over these sums. Nothing else: whatever more an archive holds was not put there by this program.
enum Backup {
    static let sums = "SHA256SUMS"
    static let signature = "SHA256SUMS.sig"
    static let databaseName = OfficePlace.databaseName

    static func name(ofFile sha256: String) -> String { "files/\(sha256.prefix(2))/\(sha256.dropFirst(2))" }

    /// The hash that the name of a kept file says; nil for another name.
    static func sha256(ofName name: String) -> String? {
        let bytes = Array(name.utf8)
        guard bytes.count == 71, bytes.starts(with: "files/".utf8), bytes[8] == UInt8(ascii: "/") else { return nil }
        let hash = String(decoding: bytes[6...7] + bytes[9...], as: UTF8.self)
        return FileStore.isHash(hash) ? hash : nil
    }

    static func holds(_ name: String) -> Bool {
        [sums, signature, databaseName].contains { $0.utf8.elementsEqual(name.utf8) } || sha256(ofName: name) != nil
    }

    /// Reads the sums, each by the name that it is for.
    ///
    /// - Returns: nil where they are not as a backup has them.
    static func read(sums text: [UInt8]) -> [String: String]? {
        guard text.last == 0x0A else { return nil }
        var sums: [String: String] = [:]
        for line in text.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
            let hash = String(decoding: line.prefix(64), as: UTF8.self)
            let name = String(decoding: line.dropFirst(66), as: UTF8.self)
            guard line.dropFirst(64).prefix(2).elementsEqual("  ".utf8), FileStore.isHash(hash), holds(name), sums[name] == nil else {
                return nil
            }
            sums[name] = hash
        }
        return sums
    }
}

/// The signature of a backup: an HMAC-SHA256 over its sums under a key derived from the master key (HKDF), which is never inside.
/// Whoever has the backup alone can neither alter it unseen nor make one.
struct BackupSignature {
    private static let version = "gongkai-backup-1"
    /// Tells one master key from another and nothing about it.
    private let keyName: String
    private let code: [UInt8]

    /// Signs.
    init(_ sums: [UInt8], with master: MasterKey) {
        keyName = BackupSignature.name(of: master)
        code = Array(HMAC<SHA256>.authenticationCode(for: sums, using: BackupSignature.key(master)))
    }

    /// Reads what `text` writes.
    init?(_ text: [UInt8]) {
        let parts = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard parts.count == 3, parts[0] == Self.version, parts[1].utf8.count == 16, let code = Hex.bytes(parts[2]), code.count == 32 else {
            return nil
        }
        (keyName, self.code) = (String(parts[1]), code)
    }

    var text: String { "\(Self.version) \(keyName) \(Hex.text(code))\n" }

    /// True where the signature names that master key.
    func names(_ master: MasterKey) -> Bool { keyName == BackupSignature.name(of: master) }

    func holds(for sums: [UInt8], with master: MasterKey) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: sums, using: BackupSignature.key(master))
    }

    private static func key(_ master: MasterKey) -> SymmetricKey { master.derived("gongkai backup signature") }

    private static func name(of master: MasterKey) -> String {
        Hex.text(master.derived("gongkai backup key name").withUnsafeBytes { Array($0.prefix(8)) })
    }
}
