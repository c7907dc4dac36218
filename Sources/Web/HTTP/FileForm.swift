/// A form that carries files: its first field is its CSRF token, which is proven before the files are there.
package struct FileForm: Sendable {
    /// The name and id of its files' field.
    package static let field = "file"

    package let reader: UploadReader
    /// The title of the page that the form stands on.
    package let page: String

    package init(_ reader: UploadReader, on page: String) { (self.reader, self.page) = (reader, page) }

    /// - Throws: `UploadProblem` for what the page can say, `PageError` for what is no form of it; whatever `use` throws.
    func read<Reader, Value>(
        _ adapter: HandlerAdapter, _ asked: SiteRequest<Reader>, _ use: (MultipartForm) async throws -> Value
    ) async throws -> Value {
        try asked.context.spend(.uploads)
        do {
            return try await reader.read(adapter.form, of: page, from: asked.request, asked.context, use)
        } catch let problem as UploadProblem {
            asked.context.count(problem.metric)
            throw problem
        }
    }
}
