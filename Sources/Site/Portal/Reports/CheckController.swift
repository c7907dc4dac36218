import AnnualReport
import Formats
import Foundation
import HTTPTypes
import Hummingbird
import ReportFiles

/// A report dropped into the browser: read, checked, shown, forgotten.
struct CheckController {
    let tokens: FormToken
    /// The most that a request may carry, in bytes.
    let limit: Int
    let secureCookies: Bool
    let clock: @Sendable () -> Date
    /// Reading is hard work that anyone may ask for: a few at a time, the others are told to come again.
    let gate = ReadingGate(limit: 4)

    private static let formName = "check"

    func addRoutes(to routes: Routes) {
        routes.get("/check", .everyone, form)
        routes.post("/check", .everyone, check)
    }

    @Sendable private func form(_ request: Request, _ context: SiteContext) -> Response {
        page(request, context)
    }

    @Sendable private func check(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.spend(.uploads)
        do {
            let file = try await upload(request)
            let reading = try await gate.enter { try await ReportReader.readAny(file.bytes, name: file.fileName ?? "") }
            context.visit.metrics.upload(.read)
            let view = ReportView(reading, findings: reading.report.findings())
            return .page(CheckPage.result(view), in: context.frame, kept: false)
        } catch let problem as UploadProblem {
            context.visit.metrics.upload(.refused)
            if let event = problem.event { context.note(event) }
            return page(request, context, problem: problem.message, status: problem.status)
        } catch let error as FormatError {
            context.visit.metrics.upload(.unreadable)
            context.note(.refusedUpload)
            return page(request, context, problem: error.description, status: .unprocessableContent)
        }
    }

    /// The file of the form, once the form is known to be ours.
    private func upload(_ request: Request) async throws -> MultipartForm.Part {
        let tooLarge = UploadProblem(
            message: "文件太大，最大 \(limit >> 20) MiB。请删去图片或拆分后再上传。", status: .contentTooLarge, event: .bodyTooLarge)
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw tooLarge }
        guard let boundary = MultipartForm.boundary(ofContentType: request.headers[.contentType]) else {
            throw PageError.badRequest("没有收到表单。请回到“检查一份报告”选择文件上传。")
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: limit)
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw tooLarge
        }
        let form: MultipartForm
        do {
            form = try MultipartForm(Array(body.readableBytesView), boundary: boundary)
        } catch {
            throw error.page
        }
        let secret = request.cookies[FormToken.cookieName]?.value
        guard tokens.accepts(form.text(FormToken.fieldName), secret: secret, form: Self.formName, at: clock()) else {
            throw UploadProblem(message: "页面开得太久了，或者浏览器不接受 Cookie。请重新选择文件，再提交一次。", status: .forbidden, event: .badToken)
        }
        guard let file = form.file(CheckForm.fileField) else {
            throw UploadProblem(message: "请选择一份报告文件。", status: .badRequest)
        }
        return file
    }

    /// The form, with a new token and, for a reader without one, a new secret.
    private func page(
        _ request: Request, _ context: SiteContext, problem: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let known = request.cookies[FormToken.cookieName]?.value
        let secret = known.flatMap { FormToken.isSecret($0) ? $0 : nil } ?? FormToken.newSecret()
        let form = CheckForm(
            token: tokens.field(secret: secret, form: Self.formName, at: clock()), problem: problem, limit: limit)
        var response = Response.page(CheckPage.form(form), in: context.frame, status: status, kept: false)
        if secret != known {
            response.setCookie(
                Cookie(
                    name: FormToken.cookieName, value: secret, path: "/", secure: secureCookies, httpOnly: true, sameSite: .lax))
        }
        return response
    }
}

/// Something about an upload that its sender can mend.
private struct UploadProblem: Error {
    var message: String
    var status: HTTPResponse.Status
    /// What the security log calls it; nil for an oversight.
    var event: SecurityEvent?
}

/// Lets a few in at a time and turns the others away at once, so that no crowd can use up the machine's memory.
actor ReadingGate {
    private let limit: Int
    private var inside = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// - Throws: `PageError.busy` where as many as allowed are inside; else what `work` throws.
    nonisolated func enter<Value: Sendable>(_ work: @Sendable () async throws -> Value) async throws -> Value {
        guard await admit() else { throw PageError.busy }
        do {
            let value = try await work()
            await leave()
            return value
        } catch {
            await leave()
            throw error
        }
    }

    private func admit() -> Bool {
        guard inside < limit else { return false }
        inside += 1
        return true
    }

    private func leave() { inside -= 1 }
}
