import Foundation
import Office

/// Files that somebody uploaded together, and what became of each: nothing is lost where one of them fails.
package struct ReportUpload: Sendable, Identifiable {
    package var id: Int
    package var accountID: Int
    package var at: Date
    /// In the order in which they came.
    package var files: [UploadedFile]
}

/// One file of an upload.
package struct UploadedFile: Sendable, Hashable {
    /// From 1 within its upload.
    package var number: Int
    package var name: String
    package var outcome: UploadOutcome
}

/// What became of an uploaded file.
package enum UploadOutcome: Sendable, Hashable {
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

    package var versionID: Int? {
        switch self {
        case .kept(let id), .known(let id): id
        case .refused, .unclear, .waiting: nil
        }
    }

    /// The file itself, while it is needed.
    package var sha256: String? {
        switch self {
        case .unclear(_, _, let sha256), .waiting(let sha256): sha256
        case .kept, .known, .refused: nil
        }
    }
}

/// A file as it was sent, or why it could not be taken out of its archive.
package struct SentFile: Sendable {
    package var name: String
    package var content: Result<[UInt8], Unusable>

    /// Why nothing can be done with it, in words for the reader.
    package struct Unusable: Error, Hashable, Sendable {
        package var words: String

        package init(_ words: String) { self.words = words }
    }

    package init(name: String, content: Result<[UInt8], Unusable>) {
        (self.name, self.content) = (name, content)
    }
}

/// One file's line in the list of an upload.
package struct UploadSlot: Sendable, Hashable {
    package var uploadID: Int
    package var number: Int

    package init(uploadID: Int, number: Int) {
        (self.uploadID, self.number) = (uploadID, number)
    }
}
