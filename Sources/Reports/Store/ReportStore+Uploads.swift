import Database
import Foundation
import Office

/// Uploads of several files: the list of what became of each.
extension ReportStore {
    /// The most that is kept of files of one account that wait, in bytes.
    static let mostWaiting = 256 << 20

    /// Keeps the files of an upload, all waiting to be read but those that cannot be, before any of them is read: whatever
    /// happens then, each has its outcome in one list. Gives the upload's id.
    ///
    /// - Throws: `ReportStoreError.tooMuchWaiting`, `.fileSystem`, `DatabaseError`.
    package func recordUpload(_ sent: [SentFile], by accountID: Int, at instant: Date) async throws -> Int {
        let new = sent.reduce(0) { $0 + ((try? $1.content.get().count) ?? 0) }
        let waiting = try await waitingBytes(of: accountID)
        guard waiting + new <= Self.mostWaiting else { throw ReportStoreError.tooMuchWaiting(bytes: waiting) }
        var kept: [String] = []
        do {
            for file in sent {
                if case .success(let bytes) = file.content { kept.append(try await files.keep(bytes)) }
            }
            return try await record(sent, by: accountID, at: instant)
        } catch {
            // Nobody knows of them: they would lie there for ever.
            for sha256 in Set(kept) { try await discard(sha256) }
            throw error
        }
    }

    private func record(_ sent: [SentFile], by accountID: Int, at instant: Date) async throws -> Int {
        try await database.writeUnrecorded(
            because: "an upload is a list of its own: who sent what and when; what is kept of it is recorded"
        ) { db in
            let id = try Counter.next("report_upload", db)
            try db.execute("insert into report_upload (id, account_id, uploaded_at) values (\(id), \(accountID), \(instant))")
            for (index, file) in sent.enumerated() {
                let outcome: UploadOutcome
                switch file.content {
                case .failure(let reason): outcome = .refused(reason: reason.words)
                case .success(let bytes):
                    let sha256 = FileStore.sha256(bytes)
                    try files.secure(bytes, sha256: sha256, db)
                    outcome = .waiting(sha256: sha256)
                }
                let row = Row(outcome)
                try db.execute(
                    .insert(
                        into: "report_upload_file",
                        [
                            "upload_id": id, "number": index + 1, "name": file.name, "outcome": row.outcome, "version_id": row.versionID,
                            "reason": row.reason, "organization": row.organization, "year": row.year, "sha256": row.sha256,
                        ]))
            }
            return id
        }
    }

    /// Writes down what became of one file since, unless another request decided it first. Its bytes go where they are needed
    /// no more.
    ///
    /// - Returns: false where it was decided already.
    @discardableResult
    package func update(_ outcome: UploadOutcome, file number: Int, of uploadID: Int) async throws -> Bool {
        let slot = UploadSlot(uploadID: uploadID, number: number)
        do {
            let sha256 = try await database.writeUnrecorded(
                because: "what became of a file is in the upload's list; what is kept of it is recorded"
            ) { db -> String? in
                let row = try db.row("select sha256 from report_upload_file where upload_id = \(uploadID) and number = \(number)")
                try Self.settle(outcome, slot, db)
                return try row?.optionalText("sha256")
            }
            if outcome.sha256 == nil, let sha256 { try await discard(sha256) }
            return true
        } catch ReportStoreError.decidedElsewhere {
            return false
        }
    }

    /// Removes the bytes of a file that no version and no upload refers to.
    func discard(_ sha256: String) async throws {
        // Apart: a file that is gone does not come back where another one's commit fails.
        try await database.writeUnrecorded(because: "the file belongs to nothing", isApart: true) { db in
            try FileStore.lock(db)
            let used = try db.row(
                """
                select 1 as one from report_version where sha256 = \(sha256)
                union all select 1 from report_upload_file where sha256 = \(sha256) limit 1
                """)
            if used == nil { try files.remove(sha256, db) }
        }
    }

    /// Writes an outcome into an upload's list, where none is written yet.
    ///
    /// - Throws: `ReportStoreError.decidedElsewhere`.
    static func settle(_ outcome: UploadOutcome, _ slot: UploadSlot?, _ db: Transaction) throws {
        guard let slot else { return }
        let row = Row(outcome)
        let changed = try db.execute(
            """
            update report_upload_file set outcome = \(row.outcome), version_id = \(row.versionID), reason = \(row.reason),
              organization = \(row.organization), year = \(row.year), sha256 = \(row.sha256)
            where upload_id = \(slot.uploadID) and number = \(slot.number) and outcome in ('unclear', 'waiting')
            """)
        guard changed > 0 else { throw ReportStoreError.decidedElsewhere }
    }

    /// How many bytes of somebody's files wait for a word or to be read.
    private func waitingBytes(of accountID: Int) async throws -> Int {
        let files = try await database.read { db in
            try db.rows(
                """
                select f.sha256, count(*) as n from report_upload u join report_upload_file f on f.upload_id = u.id
                where u.account_id = \(accountID) and f.outcome in ('unclear', 'waiting') group by f.sha256
                """
            ).map { (sha256: try $0.text("sha256"), count: try $0.int("n")) }
        }
        var bytes = 0
        // One that was sent again counts again: each is read.
        for file in files {
            do { bytes += try await self.files.open(file.sha256).size * file.count } catch FileStoreError.unknownFile { continue }
        }
        return bytes
    }

    /// An upload of somebody; nil for one of others, as for one that does not exist.
    package func upload(_ id: Int, of accountID: Int) async throws -> ReportUpload? {
        try await database.read { db in
            guard
                let row = try db.row("select uploaded_at from report_upload where id = \(id) and account_id = \(accountID)")
            else { return nil }
            let files = try db.rows("select * from report_upload_file where upload_id = \(id) order by number").map {
                UploadedFile(number: try $0.int("number"), name: try $0.text("name"), outcome: try Row.outcome(of: $0))
            }
            return ReportUpload(id: id, accountID: accountID, at: try row.instant("uploaded_at"), files: files)
        }
    }

    /// The uploads of somebody with files that wait for a word or to be read, and how many files, the newest first.
    package func openUploads(of accountID: Int) async throws -> [(id: Int, files: Int)] {
        try await database.read { db in
            try db.rows(
                """
                select u.id, count(*) as n from report_upload u join report_upload_file f on f.upload_id = u.id
                where u.account_id = \(accountID) and f.outcome in ('unclear', 'waiting') group by u.id order by u.id desc
                """
            ).map { (try $0.int("id"), try $0.int("n")) }
        }
    }

    /// An outcome as the table keeps it.
    private struct Row {
        let outcome: String
        var versionID: Int?
        var reason: String?
        var organization: String?
        var year: Int?
        var sha256: String?

        init(_ outcome: UploadOutcome) {
            switch outcome {
            case .kept(let id): (self.outcome, versionID) = ("kept", id)
            case .known(let id): (self.outcome, versionID) = ("known", id)
            case .refused(let reason): (self.outcome, self.reason) = ("refused", reason)
            case .unclear(let organization, let year, let sha256):
                (self.outcome, self.organization, self.year, self.sha256) = ("unclear", organization, year, sha256)
            case .waiting(let sha256): (self.outcome, self.sha256) = ("waiting", sha256)
            }
        }

        static func outcome(of row: SQLRow) throws -> UploadOutcome {
            switch try row.text("outcome") {
            case "kept": .kept(versionID: try row.int("version_id"))
            case "known": .known(versionID: try row.int("version_id"))
            case "unclear":
                .unclear(organization: try row.text("organization"), year: try row.optionalInt("year"), sha256: try row.text("sha256"))
            case "waiting": .waiting(sha256: try row.text("sha256"))
            default: .refused(reason: try row.optionalText("reason") ?? "")
            }
        }
    }
}
