import Crypto
import Markup

/// A kept file that is handed on in pieces, so that many can be read at once however large they are.
package struct KeptFile: Sendable {
    /// In bytes.
    package let size: Int
    let sha256: String
    /// Reads bytes from an offset on.
    let read: @Sendable (_ offset: Int, _ count: Int) async throws -> [UInt8]

    private static let piece = 256 << 10

    /// Hands on all pieces in order. The last one is held back until the whole is proven to be what was kept.
    ///
    /// - Throws: `FileStoreError.damagedFile`, `DatabaseError`, whatever `body` throws.
    package func forEach(_ body: ([UInt8]) async throws -> Void) async throws {
        var hash = SHA256()
        var offset = 0
        while offset < size {
            let piece = try await read(offset, min(Self.piece, size - offset))
            guard !piece.isEmpty else { throw FileStoreError.damagedFile(sha256: sha256) }
            hash.update(data: piece)
            offset += piece.count
            if offset >= size, Hex.text(hash.finalize()) != sha256 { throw FileStoreError.damagedFile(sha256: sha256) }
            try await body(piece)
        }
    }
}
