import Hummingbird
import Office

/// Public routes: each says `.everyone`, a POST, too.
extension Routes {
    /// A page.
    ///
    /// - Parameter missing: the answer if the path's values cannot be read.
    package func get<Word, Body: AnswerConvertible, each Value>(
        _ path: Path<Word, repeat each Value>, _ access: PublicAccess, missing: PageError = .notFound(),
        _ handler: @escaping @Sendable (PublicRequest, repeat each Value) async throws -> Body
    ) {
        let adapter = adapter
        add(.get, path.pattern, .everyone, values: Path<Word, repeat each Value>.valueCount) { request, context in
            guard let values = path.values({ context.parameters.get($0) }) else { throw missing }
            let asked = adapter.request(request, context, as: context.principal)
            return adapter.response(try await handler(asked, repeat each values).answer, to: asked, said: asked.said(Word.self)?.text)
        }
    }

    /// What a form of a public page does.
    ///
    /// - Parameters:
    ///   - rule: how often an address may.
    ///   - fields: where the form's fields have other names than a problem's `field`.
    ///   - again: makes the page of the form, for what its sender can mend.
    package func post<Word, Body: AnswerConvertible, Again: AnswerConvertible, each Value>(
        _ path: Path<Word, repeat each Value>, _ access: PublicAccess, missing: PageError = .notFound(), limit rule: RateRule? = nil,
        fields: [String: String] = [:], again: @escaping @Sendable (PublicRequest, repeat each Value) async throws -> Again,
        _ handler: @escaping @Sendable (PublicRequest, repeat each Value) async throws -> Body
    ) {
        let adapter = adapter
        add(.post, path.pattern, .everyone, values: Path<Word, repeat each Value>.valueCount) { request, context in
            if let rule { try context.spend(rule) }
            guard let values = path.values({ context.parameters.get($0) }) else { throw missing }
            let asked = adapter.request(request, context, as: context.principal).with(try await adapter.posted(request, context))
            return try await adapter.answer(asked, fields: fields, again: { try await again($0, repeat each values).answer }) {
                try await handler($0, repeat each values).answer
            }
        }
    }

    /// What a form of a public page does that carries a file.
    package func post<Word, Body: AnswerConvertible, Again: AnswerConvertible>(
        _ path: Path<Word>, _ access: PublicAccess, files: FileForm, again: @escaping @Sendable (PublicRequest) async throws -> Again,
        _ handler: @escaping @Sendable (PublicRequest, MultipartForm) async throws -> Body
    ) {
        let adapter = adapter
        add(.post, path.pattern, .everyone, values: 0) { request, context in
            let asked = adapter.request(request, context, as: context.principal)
            return try await adapter.answer(asked, fields: [:], again: { try await again($0).answer }) { asked in
                try await files.read(adapter, asked) { try await handler(asked, $0).answer }
            }
        }
    }
}
