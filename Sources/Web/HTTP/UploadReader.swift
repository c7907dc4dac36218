import Foundation
import HTTPTypes
import Hummingbird

/// Reads forms that carry a file. A form's first field is its token: what is not ours is turned away before its file is
/// there.
package struct UploadReader: Sendable {
    package let tokens: FormToken
    /// The most that a request may carry, in bytes.
    package let limit: Int
    package let budget: UploadBudget
    /// How many parts a form may have.
    package let mostParts: Int

    /// The token and what stands around it take less.
    private static let tokenWithin = 16 << 10

    /// A whole upload must come this fast on the average, in bytes a second, once the first two minutes are over: what it
    /// holds is kept from others.
    private static let pace = 16 << 10
    private static let start = Duration.seconds(120)

    /// - Parameters:
    ///   - budget: what all uploads may take of the machine's memory at once; by itself eight of the largest,
    ///   of which one address may have two.
    ///   - mostParts: how many parts a form may have.
    package init(tokens: FormToken, limit: Int, budget: UploadBudget? = nil, mostParts: Int = MultipartForm.fewParts) {
        (self.tokens, self.limit, self.mostParts) = (tokens, limit, mostParts)
        self.budget = budget ?? UploadBudget(all: limit * 8, each: limit * 2)
    }

    /// - Parameters:
    ///   - form: the name that the form's token was made for.
    ///   - page: the title of the page that the form stands on.
    ///   - use: what is done with it; until then its bytes count as taken.
    /// - Throws: `UploadProblem` for what the page can say, `PageError` for what is no form of it, or while too many
    ///   others upload; whatever `use` throws.
    package func read<Value>(
        _ form: String, of page: String, from request: Request, _ context: SiteContext, _ use: (MultipartForm) async throws -> Value
    ) async throws -> Value {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw tooLarge }
        guard let boundary = MultipartForm.boundary(ofContentType: request.headers[.contentType]) else {
            throw PageError.badRequest("没有收到表单。请回到“\(page)”选择文件上传。")
        }
        let key = RateKey.address(context.client.address)
        var body: [UInt8] = []
        var taken = 0
        defer { budget.giveBack(taken, key) }
        if let length = request.headers[.contentLength].flatMap(Int.init) { body.reserveCapacity(length) }
        var isOurs = false
        let begun = ContinuousClock.now
        for try await chunk in request.body {
            guard body.count + chunk.readableBytes <= limit else { throw tooLarge }
            if ContinuousClock.now - begun > Self.start + .seconds(body.count / Self.pace) { throw Self.tooSlow }
            guard budget.take(chunk.readableBytes, key) else { throw PageError.busy }
            taken += chunk.readableBytes
            body += chunk.readableBytesView
            if !isOurs, let first = MultipartForm.first(of: body.prefix(Self.tokenWithin), boundary: boundary) {
                try prove(first, form, request, context)
                isOurs = true
            }
            if !isOurs, body.count > Self.tokenWithin { throw Self.notOurs }
        }
        let posted: MultipartForm
        do {
            posted = try MultipartForm(body, boundary: boundary, most: mostParts)
        } catch {
            throw error.page(backTo: page)
        }
        if !isOurs { try prove(posted.parts.first, form, request, context) }
        // The parts hold all of it; a file may wait long to be read.
        body = []
        return try await use(posted)
    }

    private func prove(_ part: MultipartForm.Part?, _ form: String, _ request: Request, _ context: SiteContext) throws(UploadProblem) {
        guard let part, part.name == FormToken.fieldName, part.fileName == nil,
            tokens.accepts(String(decoding: part.bytes, as: UTF8.self), form: form, request, context)
        else { throw Self.notOurs }
    }

    private var tooLarge: UploadProblem {
        UploadProblem(
            message: "文件太大，最大 \(limit >> 20) MiB。请删去图片或拆分后再上传。", status: .contentTooLarge, event: .bodyTooLarge)
    }

    private static let tooSlow = UploadProblem(
        message: "文件传得太慢，已经停止。请换一个网络，或把文件拆小后再上传。", status: .requestTimeout, event: .slowRequest)

    private static let notOurs = UploadProblem(
        message: "页面开得太久了，或者浏览器不接受 Cookie。请重新选择文件，再提交一次。", status: .forbidden, event: .badToken)
}

/// Something about an upload that its sender can mend.
package struct UploadProblem: FormProblem {
    package var message: String
    package var status: HTTPResponse.Status
    /// What the security log calls it; nil for an oversight.
    package var event: SecurityEvent?
    /// The field to mend.
    package var field = FileForm.field

    package init(message: String, status: HTTPResponse.Status, event: SecurityEvent? = nil, field: String = FileForm.field) {
        self.message = message
        self.status = status
        self.event = event
        self.field = field
    }

    package var description: String { message }
    /// How the metrics count it.
    package var metric: SiteMetrics.UploadResult { event == .refusedUpload ? .unreadable : .refused }
}
