import Hummingbird
import Markup
import Office

extension Response {
    /// A page in its frame. It depends on the reader's display cookie, so shared caches keep apart.
    ///
    /// - Parameter kept: false for what is not for everybody who uses the same machine.
    static func page(_ page: Page, in frame: Frame, status: HTTPResponse.Status, kept: Bool) -> Response {
        let (before, after) = Layout.around(page, in: frame)
        let body = page.shared ?? ByteBuffer(bytes: page.body.bytes)
        let parts = [ByteBuffer(bytes: before.bytes), body, ByteBuffer(bytes: after.bytes)]
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentLength: "\(parts.reduce(0) { $0 + $1.readableBytes })",
                .cacheControl: kept ? "private, no-cache" : "no-store", .vary: "Cookie",
            ],
            body: ResponseBody(contentsOf: parts))
    }

    /// A file to keep: never shown within the site, whatever its bytes claim to be.
    ///
    /// - Parameter kept: false for what is not for everybody who uses the same machine.
    static func download(_ download: Download, kept: Bool) -> Response {
        let (body, size): (ResponseBody, Int) =
            switch download.content {
            case .bytes(let bytes): (ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), bytes.count)
            case .kept(let file):
                (
                    ResponseBody(contentLength: file.size) { writer in
                        try await file.forEach { try await writer.write(ByteBuffer(bytes: $0)) }
                        try await writer.finish(nil)
                    }, file.size
                )
            }
        return Response(
            status: .ok,
            headers: [
                .contentType: download.mediaType, .contentLength: "\(size)",
                .contentDisposition: ContentDisposition.attachment(download.name), .cacheControl: kept ? "private, no-cache" : "no-store",
            ], body: body)
    }
}

/// The header that names a downloaded file (RFC 6266).
package enum ContentDisposition {
    /// The name goes percent-encoded, with a plain one for programs that cannot read that.
    package static func attachment(_ name: String) -> String {
        let fileExtension = name.split(separator: ".").last.map(String.init) ?? ""
        let plain = fileExtension.utf8.allSatisfy { $0.isASCIIAlphanumeric } && name.contains(".") ? "file." + fileExtension : "file"
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''" + name.percentEncoded
    }
}
