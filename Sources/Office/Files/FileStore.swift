import Crypto
import Database
import Markup

/// Content-addressed files, by the SHA-256 of their bytes, in a folder or in the database. What is kept never changes, so that
/// the same file is kept once; it is removed where nothing refers to it any more.
package struct FileStore: Sendable {
    private enum Backing: Sendable {
        case folder(FileFolder)
        case database(Database)
    }

    /// The table of files in a database.
    package static let table = "blob"

    private let backing: Backing

    /// - Parameter folder: made where it is not there yet.
    package init(folder: String) throws(FileStoreError) {
        backing = .folder(try FileFolder(folder: folder))
    }

    /// - Parameter database: with the table `blob`; all nodes on it see the files.
    package init(database: Database) {
        backing = .database(database)
    }

    /// Keeps a file; when this returns it survives a loss of power.
    ///
    /// - Returns: the SHA-256 of the bytes, in hexadecimal.
    /// - Throws: `FileStoreError.fileSystem`, `DatabaseError`.
    @discardableResult
    package func keep(_ bytes: [UInt8]) async throws -> String {
        switch backing {
        case .folder(let folder): return try folder.keep(bytes)
        case .database(let database):
            let sha256 = FileStore.sha256(bytes)
            try await database.write { db in
                // Compared and not taken on trust, as in a folder.
                try db.execute(
                    """
                    insert into blob (sha256, size, bytes) values (\(sha256), \(bytes.count), \(bytes))
                    on conflict (sha256) do update set size = excluded.size, bytes = excluded.bytes
                    where blob.bytes <> excluded.bytes
                    """)
            }
            return sha256
        }
    }

    /// Makes sure, in the transaction that comes to refer to a file, that it is still kept: another one may have removed it
    /// since, when nothing referred to it.
    package func secure(_ bytes: [UInt8], sha256: String, _ db: Transaction) throws {
        try Self.lock(db)
        switch backing {
        case .folder(let folder): if !folder.has(sha256) { _ = try folder.keep(bytes) }
        case .database:
            guard try db.row("select size from blob where sha256 = \(sha256)") == nil else { return }
            try db.execute(
                "insert into blob (sha256, size, bytes) values (\(sha256), \(bytes.count), \(bytes)) on conflict (sha256) do nothing")
        }
    }

    /// Removes a file, after `lock(_:)`, in a transaction that found nothing that refers to it.
    package func remove(_ sha256: String, _ db: Transaction) throws {
        switch backing {
        case .folder(let folder): try folder.remove(sha256)
        case .database: try db.execute("delete from blob where sha256 = \(sha256)")
        }
    }

    /// Lets one transaction at a time, of whatever process, begin to refer to files or remove them.
    package static func lock(_ db: Transaction) throws {
        try db.execute(
            "insert into counter (name, value) values ('files', 0) on conflict (name) do update set value = counter.value")
    }

    /// The bytes of a kept file, proven to be those that were kept.
    ///
    /// - Throws: `FileStoreError.unknownFile`, `.damagedFile`, `DatabaseError`.
    package func bytes(_ sha256: String) async throws -> [UInt8] {
        switch backing {
        case .folder(let folder): return try folder.bytes(sha256)
        case .database(let database):
            guard FileStore.isHash(sha256) else { throw FileStoreError.unknownFile(sha256: sha256) }
            let row = try await database.read { db in
                try db.row("select bytes from blob where sha256 = \(sha256)")
            }
            guard let bytes = try row?.blob("bytes") else { throw FileStoreError.unknownFile(sha256: sha256) }
            guard FileStore.sha256(bytes) == sha256 else { throw FileStoreError.damagedFile(sha256: sha256) }
            return bytes
        }
    }

    /// A kept file, to be read in pieces.
    ///
    /// - Throws: `FileStoreError.unknownFile`, `.fileSystem`, `DatabaseError`.
    package func open(_ sha256: String) async throws -> KeptFile {
        switch backing {
        case .folder(let folder): return try folder.open(sha256)
        case .database(let database):
            guard FileStore.isHash(sha256) else { throw FileStoreError.unknownFile(sha256: sha256) }
            let row = try await database.read { db in
                try db.row("select length(bytes) as size from blob where sha256 = \(sha256)")
            }
            guard let size = try row?.int("size") else { throw FileStoreError.unknownFile(sha256: sha256) }
            return KeptFile(size: size, sha256: sha256) { offset, count in
                try await database.read { db in
                    // Both engines count a substring's bytes from 1; PostgreSQL takes no other type of number there.
                    try db.row(
                        """
                        select substr(bytes, cast(\(offset + 1) as integer), cast(\(count) as integer)) as piece from blob
                        where sha256 = \(sha256)
                        """)?.blob("piece") ?? []
                }
            }
        }
    }

    /// The hashes of all kept files, in order.
    package func hashes() async throws -> [String] {
        switch backing {
        case .folder(let folder): return try folder.hashes()
        case .database(let database):
            return try await database.read(from: .primary) { db in
                try db.rows("select sha256 from blob order by sha256").map { try $0.text("sha256") }
            }
        }
    }

    /// SHA-256 in lower-case hexadecimal.
    package static func sha256(_ bytes: [UInt8]) -> String {
        Hex.text(SHA256.hash(data: bytes))
    }

    package static func isHash(_ name: String) -> Bool {
        Hex.isSHA256(name)
    }
}
