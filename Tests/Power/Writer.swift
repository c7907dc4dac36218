import Database
import Foundation
import Office

/// Writes until it is killed: a file, and two rows that belong together and name it. A line on standard output
/// acknowledges each write: `ack NUMBER`; `lost NUMBER` tells that the end of one is not known.
///
/// With `check` it prints what is there instead: `whole NUMBER` for a number with both rows and its file, `half NUMBER`
/// for any other. With `rate DATABASE WRITERS SECONDS` it makes an office and prints how many changes of one row with one
/// audit event are acknowledged a second.
@main
enum Writer {
    static func main() async throws {
        let arguments = CommandLine.arguments
        if arguments[1] == "rate" {
            return try await rate(arguments[2], writers: Int(arguments[3]) ?? 1, seconds: Double(arguments[4]) ?? 1)
        }
        let database = try Database(DatabaseURL(arguments[2]))
        let files = arguments.count > 4 ? try FileStore(folder: arguments[4]) : FileStore(database: database)
        try await database.write { db in
            try db.execute("create table if not exists blob (sha256 text primary key, size bigint not null, bytes bytea not null)")
            try db.execute("create table if not exists first_half (id bigint primary key, sha256 text not null)")
            try db.execute("create table if not exists second_half (id bigint primary key, words text not null)")
        }
        if arguments[1] == "check" { return try await check(database, files) }
        let start = Int(arguments[3]) ?? 0
        // Four at a time, so that transactions meet.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<4 {
                group.addTask {
                    for step in 0... { try await write(start + 4 * step + lane, database, files) }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func write(_ id: Int, _ database: Database, _ files: FileStore) async throws {
        do {
            let sha256 = try await files.keep(Array("file \(id)".utf8))
            try await database.write { db in
                try db.execute("insert into first_half (id, sha256) values (\(id), \(sha256))")
                try db.execute("insert into second_half (id, words) values (\(id), \("number \(id)"))")
            }
            tell("ack \(id)")
        } catch DatabaseError.unknownCommit {
            tell("lost \(id)")
        }
    }

    private static func check(_ database: Database, _ files: FileStore) async throws {
        let rows = try await database.read { db in
            try db.rows(
                """
                select a.id, a.sha256, b.words from first_half a left join second_half b on b.id = a.id
                union all select b.id, null, b.words from second_half b where b.id not in (select id from first_half)
                """)
        }
        for row in rows {
            let id = try row.int("id")
            let sha256 = try row.optionalText("sha256") ?? ""
            let file = try? await files.bytes(sha256)
            let isWhole = try file == Array("file \(id)".utf8) && row.optionalText("words") == "number \(id)"
            tell("\(isWhole ? "whole" : "half") \(id)")
        }
    }

    private static func rate(_ url: String, writers: Int, seconds: Double) async throws {
        let place = try OfficePlace(DatabaseURL(url))
        let records = try await Records.open(place, House([]), master: .random(), at: Date())
        defer { try? records.close() }
        let database = try Database(place.database)
        defer { try? database.close() }
        try await database.write { db in try db.execute("create table change (id bigint primary key, words text not null)") }
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        let done = try await withThrowingTaskGroup(of: Int.self) { group in
            for lane in 0..<writers {
                group.addTask {
                    var done = 0
                    while ContinuousClock.now < end {
                        let id = done * writers + lane
                        try await records.change(by: .program, at: Date()) { change in
                            try change.db.execute("insert into change (id, words) values (\(id), \("change \(id)"))")
                            try change.record(.site, "change.made", subject: .site)
                        }
                        done += 1
                    }
                    return done
                }
            }
            return try await group.reduce(0, +)
        }
        let took = ContinuousClock.now - start
        tell("\(Int(Double(done) / (Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18))) changes a second")
    }

    private static func tell(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
