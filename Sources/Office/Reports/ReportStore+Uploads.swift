import Database
import Foundation

/// Uploads of several files: the list of what became of each.
extension ReportStore {
    /// Keeps the bytes of a file that waits for a word, or to be read.
    public func keepWaiting(_ file: [UInt8]) async throws -> String { try await files.keep(file) }

    /// Writes down what became of the files of an upload, and gives its id.
    public func recordUpload(_ files: [(name: String, outcome: UploadOutcome)], by accountID: Int, at instant: Date) async throws -> Int {
        try await database.write { db in
            let id = try Counter.next("report_upload", db)
            try db.execute(
                "insert into report_upload (id, account_id, uploaded_at) values (?, ?, ?)",
                [SQLValue(id), SQLValue(accountID), SQLValue(instant)])
            for (index, file) in files.enumerated() {
                let row = Row(file.outcome)
                try db.execute(
                    """
                    insert into report_upload_file (upload_id, number, name, outcome, version_id, reason, organization, year, sha256)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, [SQLValue(id), SQLValue(index + 1), .text(file.name)] + row.values)
            }
            return id
        }
    }

    /// Writes down what became of one file since.
    public func update(_ outcome: UploadOutcome, file number: Int, of uploadID: Int) async throws {
        _ = try await database.write { db in
            try db.execute(
                """
                update report_upload_file set outcome = ?, version_id = ?, reason = ?, organization = ?, year = ?, sha256 = ?
                where upload_id = ? and number = ?
                """, Row(outcome).values + [SQLValue(uploadID), SQLValue(number)])
        }
    }

    /// An upload of somebody; nil for one of others, as for one that does not exist.
    public func upload(_ id: Int, of accountID: Int) async throws -> ReportUpload? {
        try await database.read { db in
            guard
                let row = try db.row(
                    "select uploaded_at from report_upload where id = ? and account_id = ?", [SQLValue(id), SQLValue(accountID)])
            else { return nil }
            let files = try db.rows("select * from report_upload_file where upload_id = ? order by number", [SQLValue(id)]).map {
                UploadedFile(number: try $0.int("number"), name: try $0.text("name"), outcome: try Row.outcome($0))
            }
            return ReportUpload(id: id, accountID: accountID, at: try row.instant("uploaded_at"), files: files)
        }
    }

    /// The uploads of somebody with files that wait for a word or to be read, and how many files, the newest first.
    public func openUploads(of accountID: Int) async throws -> [(id: Int, files: Int)] {
        try await database.read { db in
            try db.rows(
                """
                select u.id, count(*) as n from report_upload u join report_upload_file f on f.upload_id = u.id
                where u.account_id = ? and f.outcome in ('unclear', 'waiting') group by u.id order by u.id desc
                """, [SQLValue(accountID)]
            ).map { (try $0.int("id"), try $0.int("n")) }
        }
    }

    /// An outcome as the table keeps it.
    private struct Row {
        var values: [SQLValue]

        init(_ outcome: UploadOutcome) {
            values =
                switch outcome {
                case .kept(let id): ["kept", SQLValue(id), .null, .null, .null, .null]
                case .known(let id): ["known", SQLValue(id), .null, .null, .null, .null]
                case .refused(let reason): ["refused", .null, .text(reason), .null, .null, .null]
                case .unclear(let organization, let year, let sha256):
                    ["unclear", .null, .null, .text(organization), SQLValue(year), .text(sha256)]
                case .waiting(let sha256): ["waiting", .null, .null, .null, .null, .text(sha256)]
                }
        }

        static func outcome(_ row: SQLRow) throws -> UploadOutcome {
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
