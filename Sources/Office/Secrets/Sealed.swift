import Crypto
import Foundation

/// Bytes sealed with AES-GCM: a version, the number of the key, nonce, ciphertext and tag. They open only in the place
/// that they were sealed for, so that nobody can move one person's data into another's row.
enum Sealed {
    private static let version: UInt8 = 1
    private static let head = 5

    static func seal(_ plain: [UInt8], _ key: SymmetricKey, id: Int, place: String) throws(KeyError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plain, using: key, authenticating: Data(place.utf8))
            guard let combined = box.combined, let number = UInt32(exactly: id) else { throw KeyError.cannotOpen }
            return [version] + withUnsafeBytes(of: number.bigEndian, Array.init) + combined
        } catch {
            throw .cannotOpen
        }
    }

    /// Which key opens it; nil for what was never sealed here.
    static func keyID(_ sealed: [UInt8]) -> Int? {
        guard sealed.count > head, sealed[0] == version else { return nil }
        return sealed[1..<head].reduce(0) { $0 << 8 | Int($1) }
    }

    static func open(_ sealed: [UInt8], _ key: SymmetricKey, place: String) throws(KeyError) -> [UInt8] {
        guard sealed.count > head, sealed[0] == version else { throw .cannotOpen }
        do {
            let box = try AES.GCM.SealedBox(combined: sealed[head...])
            return [UInt8](try AES.GCM.open(box, using: key, authenticating: Data(place.utf8)))
        } catch {
            throw .cannotOpen
        }
    }
}
