import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOEmbedded
import Testing

@testable import Administration
@testable import Reports
@testable import Requests
@testable import Web

@Suite("Reading uploads")
struct UploadReaderTests {
    private static let tokens = FormToken(key: [1, 2, 3])
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)
    private static let secret = "0123456789abcdef0123456789abcdef"

    private static func context() -> SiteContext {
        var context = SiteContext(source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
        context.visit.instant = now
        return context
    }

    /// A request whose body comes in these parts, and never ends where it is not said to.
    private static func request(_ parts: [String], ends: Bool = true) -> Request {
        let (stream, body) = AsyncStream.makeStream(of: ByteBuffer.self)
        for part in parts { body.yield(ByteBuffer(string: part)) }
        if ends { body.finish() }
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/check",
            headerFields: [
                .contentType: "multipart/form-data; boundary=B", .cookie: "\(SiteCookie.form.name(isSecure: false))=\(secret)",
            ])
        return Request(head: head, body: RequestBody(asyncSequence: stream))
    }

    private static func token(_ text: String) -> String {
        "--B\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(text)\r\n--B"
    }

    private static let good = token(tokens.field(secret: secret, form: "check", at: now))
    private static let file = "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"

    @Test(
        "what is not ours is turned away before its file has come",
        arguments: [
            [token("1.2")], [token("1"), file], [String(token("1").prefix(20)), String(token("1").dropFirst(20))],
            ["--B" + file + "x\r\n--B"],
            ["--B" + file, String(repeating: "x", count: 20_000)],
        ])
    func tokenFirst(parts: [String]) async throws {
        let uploads = UploadReader(tokens: Self.tokens, limit: 1 << 20)
        // Were the whole body waited for, this would never end.
        let problem = await #expect(throws: UploadProblem.self) {
            try await uploads.read("check", of: "页", from: Self.request(parts, ends: false), Self.context()) { _ in }
        }
        #expect(problem?.status == .forbidden)
        #expect(uploads.budget.taken == 0)
    }

    @Test("a form of ours is read whole, in however many parts it comes; its bytes count while it is used, and no longer")
    func whole() async throws {
        let uploads = UploadReader(tokens: Self.tokens, limit: 1 << 20)
        let text = Self.good + Self.file + String(repeating: "x", count: 50_000) + "\r\n--B--\r\n"
        for size in [1_000, 60_000] {
            let parts = stride(from: 0, to: text.count, by: size).map { String(text.dropFirst($0).prefix(size)) }
            try await uploads.read("check", of: "页", from: Self.request(parts), Self.context()) { posted in
                #expect(posted.file("file")?.bytes.count == 50_000)
                #expect(uploads.budget.taken == text.utf8.count)
            }
            #expect(uploads.budget.taken == 0)
        }
    }

    @Test("when the others' uploads fill what there is, one is told to come again, and takes nothing")
    func budget() async throws {
        let budget = UploadBudget(all: 100_000, each: 60_000)
        let uploads = UploadReader(tokens: Self.tokens, limit: 1 << 20, budget: budget)
        let half = Self.good + Self.file + String(repeating: "x", count: 40_000)
        #expect(budget.take(50_000, .address(NetworkAddress("192.0.2.1"))))
        for parts in [[half + "\r\n--B--\r\n"], [half, "\r\n--B--\r\n"]] {
            try await uploads.read("check", of: "页", from: Self.request(parts), Self.context()) { _ in }
        }
        await #expect(throws: PageError.busy) {
            try await uploads.read("check", of: "页", from: Self.request([half, half]), Self.context()) { _ in }
        }
        #expect(budget.taken == 50_000)
    }

    @Test("one address has its share, whatever of it is left to others")
    func share() {
        let budget = UploadBudget(all: 100, each: 60)
        let (one, other) = (RateKey.address(NetworkAddress("192.0.2.1")), RateKey.address(NetworkAddress("192.0.2.2")))
        #expect(budget.take(60, one) && !budget.take(1, one))
        #expect(budget.take(40, other) && !budget.take(1, other))
        budget.giveBack(60, one)
        #expect(budget.take(20, other) && budget.take(40, one) && budget.taken == 100)
    }
}
