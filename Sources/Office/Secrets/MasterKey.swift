import Crypto
import Formats
import Foundation

/// The key that all others are sealed under. It lives outside of the database: in a file that only the program's user
/// may read, or in the environment.
package struct MasterKey: Sendable {
    let key: SymmetricKey

    /// 32 bytes in Base64.
    ///
    /// - Throws: `KeyError.malformed` for anything else.
    package init(base64 text: String, place: String) throws(KeyError) {
        guard let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), data.count == 32 else {
            throw .malformed(place: place)
        }
        key = SymmetricKey(data: data)
    }

    private init(_ key: SymmetricKey) {
        self.key = key
    }

    package static func random() -> MasterKey { MasterKey(SymmetricKey(size: .bits256)) }

    /// As it is written into a file or the environment.
    package var base64: String { key.withUnsafeBytes { Data($0).base64EncodedString() } }

    /// Another key that follows from this one (HKDF) and tells nothing about it.
    func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data(purpose.utf8), outputByteCount: 32)
    }

    /// The key in a file, which is made where it is not there yet.
    ///
    /// - Throws: `KeyError` where others may read the file, or it holds no key.
    package static func file(_ path: String) throws(KeyError) -> MasterKey {
        if let key = try existing(path) { return key }
        return try make(path)
    }

    /// The key in a file; nil where there is no file.
    ///
    /// - Throws: `KeyError` where others may read the file, or it holds no key.
    package static func existing(_ path: String) throws(KeyError) -> MasterKey? {
        let (bytes, mode): ([UInt8], UInt32)
        do throws(FileAccessError) {
            let file = try RegularFile(path)
            (bytes, mode) = (try file.bytes(limit: 4096), file.mode)
        } catch {
            if error.reason == .missing { return nil }
            throw .unreadable(path: path, reason: error.message)
        }
        guard mode & 0o077 == 0 else { throw .openToOthers(path: path) }
        return try MasterKey(base64: String(decoding: bytes, as: UTF8.self), place: path)
    }

    /// Two programs that start at once must not make two keys: only one of them gets the file's name.
    private static func make(_ path: String) throws(KeyError) -> MasterKey {
        let master = random()
        do {
            try LastingFile.make(path, Array((master.base64 + "\n").utf8))
        } catch {
            if error.code == EEXIST { return try file(path) }
            throw .unreadable(path: path, reason: error.reason)
        }
        return master
    }
}

/// What is wrong with a key. No message holds any part of one.
package enum KeyError: Error, Equatable, Sendable, CustomStringConvertible {
    case malformed(place: String)
    case unreadable(path: String, reason: String)
    case openToOthers(path: String)
    /// A database on a server has no folder for a key file.
    case missing
    /// The database was sealed already, and its key file is not there.
    case lost(path: String)
    /// The database was sealed under another master key.
    case wrongMaster
    /// There are data, and of the keys that sealed them there is none, or not one of each kind.
    case keysMissing
    /// A new master key was asked for, and no file was named to keep it in.
    case newKeyFileMissing
    /// What shall be the new key is the old one.
    case sameKey(path: String)
    /// The key file gets the new key by itself.
    case keyFileStands(path: String)
    /// What was read is not what was sealed there, or its key was destroyed.
    case cannotOpen
    /// A key of that number is not in the database.
    case unknownKey(Int)

    package var description: String {
        switch self {
        case .malformed(let place): "\(place) 中的密钥不完整：应为 32 字节的 Base64。请恢复原来的密钥文件；不要新建，否则已加密的数据无法读取。"
        case .unreadable(let path, let reason): "无法读写密钥文件 \(path)：\(reason)。"
        case .openToOthers(let path): "密钥文件 \(path) 可以被其他用户读取。请运行 chmod 600 \(path)。"
        case .missing: "没有主密钥。数据在服务器上时，请用环境变量 GONGKAI_KEY 给出 32 字节的 Base64（可用 openssl rand -base64 32 生成），各节点用同一个，并另行妥善备份。"
        case .lost(let path): "没有密钥文件 \(path)，而数据库是用已有的主密钥加密的。请把原来的密钥文件放在那里（chmod 600），或者设置 GONGKAI_KEY。"
        case .wrongMaster: "主密钥与数据库不符：数据库是用另一个密钥加密的。请使用原来的密钥文件（或 GONGKAI_KEY）。"
        case .keysMissing: "数据库中有数据，加密用的密钥却不全：数据库被改动过。请从备份恢复。"
        case .newKeyFileMissing: "主密钥在环境变量 GONGKAI_KEY 中，请用 --new-key-file 指定新密钥写到哪个文件。"
        case .sameKey(let path): "\(path) 里就是现在的主密钥，没有更换。请用 --new-key-file 指定另一个还没有的文件。"
        case .keyFileStands(let path): "主密钥在文件 \(path) 中，会直接换成新的。请不要写 --new-key-file。"
        case .cannotOpen: "加密的内容无法解开：内容被改动过，或者密钥已经销毁。"
        case .unknownKey(let id): "数据库中没有第 \(id) 号密钥。"
        }
    }
}
