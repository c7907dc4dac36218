import AnnualReport
import Formats
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOEmbedded
import TestSupport
import Testing

@testable import Office
@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

/// Uploads of many files, of none, and of what is no report.
extension DeskReportTests {
    @Test("several files at once, a ZIP among them: each has its outcome in one list, and the drafts are published together")
    func many() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, ids in
            func report(_ name: String, _ requests: Int = 9) -> [UInt8] {
                SampleReports.text(SampleReports.report(name, 2021, requests: requests))
            }
            let before = try await harness.store.summaries().total
            let zip = try ZIPWriter.archive([("各局/教育局.txt", report("教育局")), ("__MACOSX/x", [1]), ("坏.docx", Array("no".utf8))])
            let token = try await person.see("/desk/reports/new").token
            let done = try await person.upload(
                [("水利局.txt", report("水利局")), ("各局.zip", zip), ("生.txt", report("没有的局")), ("空.txt", []), ("又.txt", report("水利局"))],
                token: token)
            let path = try #require(done.location)
            #expect(done.status == .seeOther && path.hasPrefix("/desk/reports/uploads/"))
            let page = try await person.see(path)
            #expect(page.text.contains("上传 7 份文件：存为草稿 2 份，以前已经保存 1 份，等您处理 1 份，没有保存 3 份。"))
            for words in ["教育局2021年第 1 版", "水利局2021年第 1 版", "文件是空的", "普通文本", "系统附带的文件", "报告中写的是「没有的局」2021年"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(try await harness.store.summaries().total == before)
            let versions = page.text.matches(of: /name="version" value="(\d+)"/).map { String($0.1) }
            #expect(Set(versions).count == 2)
            let published = try await person.post(
                path + "/publish", [("version", versions[0]), ("version", versions[1]), ("version", "\(harness.first.id)")],
                token: page.token)
            #expect(published.location == path + "?published=2")
            #expect(try await harness.store.summaries().total == before + 2)
            #expect(try await person.see("/desk/reports?year=2021").text.contains("共 2 份"))
            // What others uploaded is as good as not there.
            let clerk = try await DeskClient.signedIn("wang", [Grant(.informationClerk, in: ids["教育局"])], harness.records, person.client)
            #expect(try await clerk.see(path).status == .notFound)
        }
    }

    @Test("too many files are refused together, with a word on what to do")
    func tooMany() async throws {
        try await run { harness, person, _ in
            let token = try await person.see("/desk/reports/new").token
            let zip = try ZIPWriter.archive((0...UploadIntake.mostFiles).map { ("\($0).txt", [UInt8](repeating: 65, count: 3)) })
            let seen = try await person.upload([("a.zip", zip)], token: token)
            #expect(seen.status == .contentTooLarge && seen.text.contains("一次最多上传 100 份文件，这次有 101 份，都没有保存"))
            let parts = try await person.upload(Array(repeating: ("a.txt", [65]), count: 120), token: token)
            #expect(parts.status == .badRequest && parts.text.contains("一次选的文件太多"))
        }
    }

    @Test("a control character in a file's name is left out of it, and the file is kept in its list")
    func controlCharacters() async throws {
        try await run { _, person, _ in
            let token = try await person.see("/desk/reports/new").token
            let file = SampleReports.text(SampleReports.report("水利局", 2021, requests: 9))
            let seen = try await person.upload([("a\0\u{1}.txt", file), ("b.txt", Array("nothing".utf8))], token: token)
            #expect(seen.status == .seeOther)
            let list = try await person.see(try #require(seen.location))
            #expect(list.text.contains("<td>a.txt</td>") || list.text.contains(">a.txt<"))
        }
    }

    @Test("all archives of one upload together unpack to no more than one may")
    func manyArchives() throws {
        let file = [UInt8](repeating: 65, count: 900_000)
        let zip = try ZIPWriter.archive((0..<4).map { ("\($0).txt", file) })
        let parts = (0..<20).map { MultipartForm.Part(name: "file", fileName: "\($0).zip", bytes: zip) }
        let sent = try UploadIntake.unpack(parts, largest: 1 << 20, .standard)
        let unpacked = sent.compactMap { try? $0.content.get().count }
        #expect(unpacked.count == 4 && unpacked.allSatisfy { $0 == file.count })
        #expect(sent.count == 80)
    }

    @Test("an upload's list tells who has lost the right only that a file was kept; what others published stops nothing")
    func uploadAfterwards() async throws {
        try await run(.supervisor, in: "云山县") { harness, person, ids in
            func report(_ name: String) -> [UInt8] { SampleReports.text(SampleReports.report(name, 2021, requests: 9)) }
            let path = try #require(
                try await person.upload(
                    [("甲.txt", report("水利局")), ("乙.txt", report("教育局"))], token: try await person.see("/desk/reports/new").token
                ).location)
            let page = try await person.see(path)
            let versions = page.text.matches(of: /name="version" value="(\d+)"/).compactMap { Int($0.1) }
            #expect(versions.count == 2)
            try await harness.store.publish(versions[0], by: .program, at: SampleReports.instant)
            let done = try await person.post(
                path + "/publish", [("version", "\(versions[0])"), ("version", "\(versions[1])")], token: page.token)
            #expect(done.location == path + "?published=1&already=1")
            #expect(try await person.see(path + "?published=1&already=1").text.contains("已公布 1 份报告。另有 1 份在这以前已经公布，没有改动。"))
            let account = try #require(try await harness.records.accounts.account(login: "zhang"))
            try await harness.records.accounts.give(
                Grant(.informationClerk, in: ids["水利局"]), to: account.id, by: .program, at: SampleReports.instant)
            try await harness.records.accounts.take(
                Grant(.supervisor, in: ids["云山县"]), from: account.id, by: .program, at: SampleReports.instant)
            let after = try await DeskClient.signedIn("zhang", [], harness.records, person.client).see(path)
            #expect(after.status == .ok && after.text.contains("水利局2021年第 1 版") && !after.text.contains("教育局2021年"))
            #expect(after.text.contains("现在不在您可以查看的范围"))
        }
    }

    @Test("what is wrong with an upload is told at its field")
    func wrongUpload() async throws {
        try await run { harness, person, _ in
            let before = try await harness.store.summaries().total
            let file = SampleReports.text(SampleReports.report("水利局", 2021, requests: 9))
            let token = try await person.see("/desk/reports/new").token
            let none = try await person.upload(nil, token: token)
            #expect(none.status == .unprocessableContent && none.text.contains("<a href=\"#file\">请选择至少一份报告文件。</a>"))
            let empty = try await person.upload([UInt8](), token: token)
            #expect(empty.status == .unprocessableContent && empty.text.contains("id=\"file-error\""))
            let nameless = try await person.upload(Array("今天天气很好。\n".utf8), token: token)
            #expect(nameless.status == .unprocessableContent && nameless.text.contains("没有认出这份文件是哪个单位的报告"))
            let check = try await person.see("/check").token
            for token in ["", check] {
                #expect(try await person.upload(file, token: token).status == .forbidden)
            }
            #expect(try await harness.store.summaries().total == before)
        }
    }
    @Test("a clerk who closes the tab while a file is read loses nothing: no word is written on it, and it waits in the list")
    func closedTab() async throws {
        try await run { harness, _, ids in
            let channel = NIOAsyncTestingChannel()
            let clerk = Principal(accountID: 1, login: "zhang", name: "某", sessionID: 1, grants: [Grant(.informationClerk, in: ids["水利局"])])
            let intake = UploadIntake(records: harness.records, pool: ReadingPool(width: 1))
            let slow = Array(String(repeating: "地址电话联系地址电话联系\n", count: 90_000).utf8)
            let gone = Departure(channel.closeFuture)
            let reading = Task {
                try await intake.take(
                    slow, "a.txt", clerk, slot: UploadSlot(uploadID: 1, number: 1), until: gone, at: SampleReports.instant)
            }
            // It is at work by then, and far from its end.
            try await Task.sleep(for: .milliseconds(200))
            try await channel.close().get()
            await #expect(throws: CancellationError.self) { _ = try await reading.value }
        }
    }
}
