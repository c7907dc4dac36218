import Foundation

/// Files that somebody uploaded together, and what became of each: nothing is lost where one of them fails.
public struct ReportUpload: Sendable, Identifiable {
    public var id: Int
    public var accountID: Int
    public var at: Date
    /// In the order in which they came.
    public var files: [UploadedFile]
}

/// One file of an upload.
public struct UploadedFile: Sendable, Hashable {
    /// From 1 within its upload.
    public var number: Int
    public var name: String
    public var outcome: UploadOutcome
}

/// What became of an uploaded file.
public enum UploadOutcome: Sendable, Hashable {
    /// Kept as a draft.
    case kept(versionID: Int)
    /// The same file was there.
    case known(versionID: Int)
    /// Nothing was kept.
    case refused(reason: String)
    /// Whose report it is must be told; the file waits.
    case unclear(organization: String, year: Int?, sha256: String)
    /// Not read yet; the file waits.
    case waiting(sha256: String)

    public var versionID: Int? {
        switch self {
        case .kept(let id), .known(let id): id
        case .refused, .unclear, .waiting: nil
        }
    }

    /// The file itself, while it is needed.
    public var sha256: String? {
        switch self {
        case .unclear(_, _, let sha256), .waiting(let sha256): sha256
        case .kept, .known, .refused: nil
        }
    }
}

/// A file as it was sent, or why it could not be taken out of its archive.
public struct SentFile: Sendable {
    public var name: String
    public var content: Result<[UInt8], Unusable>

    /// Why nothing can be done with it, in words for the reader.
    public struct Unusable: Error, Hashable, Sendable {
        public var words: String

        public init(_ words: String) { self.words = words }
    }

    public init(name: String, content: Result<[UInt8], Unusable>) {
        (self.name, self.content) = (name, content)
    }
}

/// One file's line in the list of an upload.
public struct UploadSlot: Sendable, Hashable {
    public var uploadID: Int
    public var number: Int

    public init(uploadID: Int, number: Int) {
        (self.uploadID, self.number) = (uploadID, number)
    }
}
