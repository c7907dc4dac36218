import Foundation
import HTTPTypes
import Hummingbird

/// Reads forms that carry a file, once they are known to be ours.
struct UploadReader: Sendable {
    let tokens: FormToken
    /// The most that a request may carry, in bytes.
    let limit: Int
    let clock: @Sendable () -> Date

    /// - Parameters:
    ///   - form: the name that the form's token was made for.
    ///   - page: the title of the page that the form stands on.
    /// - Throws: `UploadProblem` for what the page can say, `PageError` for what is no form of it.
    func read(_ form: String, of page: String, from request: Request) async throws -> MultipartForm {
        let tooLarge = UploadProblem(
            message: "文件太大，最大 \(limit >> 20) MiB。请删去图片或拆分后再上传。", status: .contentTooLarge, event: .bodyTooLarge)
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw tooLarge }
        guard let boundary = MultipartForm.boundary(ofContentType: request.headers[.contentType]) else {
            throw PageError.badRequest("没有收到表单。请回到“\(page)”选择文件上传。")
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: limit)
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw tooLarge
        }
        let posted: MultipartForm
        do {
            posted = try MultipartForm(Array(body.readableBytesView), boundary: boundary)
        } catch {
            throw error.page(backTo: page)
        }
        let secret = request.cookies[FormToken.cookieName]?.value
        guard tokens.accepts(posted.text(FormToken.fieldName), secret: secret, form: form, at: clock()) else {
            throw UploadProblem(message: "页面开得太久了，或者浏览器不接受 Cookie。请重新选择文件，再提交一次。", status: .forbidden, event: .badToken)
        }
        return posted
    }
}

/// Something about an upload that its sender can mend.
struct UploadProblem: Error {
    var message: String
    var status: HTTPResponse.Status
    /// What the security log calls it; nil for an oversight.
    var event: SecurityEvent?
    /// The field to mend.
    var field = CheckForm.fileField
}
