import Hummingbird
import Office

/// Routes of the desk. One with a placeholder in its path names a thing, and cannot be written without saying how it is
/// found and whose it is; one without says that it names none (`.anywhere`).
extension Routes {
    /// A page without a thing.
    package func get<Word, Body: AnswerConvertible>(
        _ path: Path<Word>, _ access: DeskAccess, _ handler: @escaping @Sendable (DeskRequest) async throws -> Body
    ) {
        let adapter = adapter
        add(.get, path.pattern, .anywhere(access.right), values: 0) { request, context in
            try await adapter.enter(request, context, access.right) { asked in
                adapter.response(try await handler(asked).answer, to: asked, said: asked.said(Word.self)?.text)
            }
        }
    }

    /// A page of a thing.
    package func get<Word, Thing, Body: AnswerConvertible, each Value>(
        _ path: Path<Word, repeat each Value>, _ right: Right, of resource: Resource<Thing, repeat each Value>,
        _ handler: @escaping @Sendable (DeskRequest, Thing) async throws -> Body
    ) {
        let adapter = adapter
        add(.get, path.pattern, .thing(right), values: Path<Word, repeat each Value>.valueCount) { request, context in
            try await adapter.enter(request, context, right) { asked in
                let thing = try await resource.thing(asked, right, path.values { context.parameters.get($0) })
                return adapter.response(try await handler(asked, thing).answer, to: asked, said: asked.said(Word.self)?.text)
            }
        }
    }

    /// A change without a thing.
    ///
    /// - Parameters:
    ///   - fields: where the form's fields have other names than a problem's `field`.
    ///   - again: makes the page of the form, for what its sender can mend.
    package func post<Word, Body: AnswerConvertible, Again: AnswerConvertible>(
        _ path: Path<Word>, _ access: DeskAccess, fields: [String: String] = [:],
        again: @escaping @Sendable (DeskRequest) async throws -> Again,
        _ handler: @escaping @Sendable (DeskRequest) async throws -> Body
    ) {
        post(path, access, fields, { try await again($0).answer }, handler)
    }

    /// A change without a thing, by a form with nothing to type.
    package func post<Word, Body: AnswerConvertible>(
        _ path: Path<Word>, _ access: DeskAccess, _ handler: @escaping @Sendable (DeskRequest) async throws -> Body
    ) {
        post(path, access, [:], nil, handler)
    }

    private func post<Word, Body: AnswerConvertible>(
        _ path: Path<Word>, _ access: DeskAccess, _ fields: [String: String], _ again: (@Sendable (DeskRequest) async throws -> Answer)?,
        _ handler: @escaping @Sendable (DeskRequest) async throws -> Body
    ) {
        let adapter = adapter
        add(.post, path.pattern, .anywhere(access.right), values: 0) { request, context in
            try await adapter.enter(request, context, access.right) { asked in
                let asked = asked.with(try await adapter.posted(request, context))
                return try await adapter.answer(asked, fields: fields, again: again) { try await handler($0).answer }
            }
        }
    }

    /// A change of a thing.
    ///
    /// - Parameters:
    ///   - fields: where the form's fields have other names than a problem's `field`.
    ///   - again: makes the page of the form, for what its sender can mend.
    package func post<Word, Thing, Body: AnswerConvertible, Again: AnswerConvertible, each Value>(
        _ path: Path<Word, repeat each Value>, _ right: Right, of resource: Resource<Thing, repeat each Value>,
        fields: [String: String] = [:], again: @escaping @Sendable (DeskRequest, Thing) async throws -> Again,
        _ handler: @escaping @Sendable (DeskRequest, Thing) async throws -> Body
    ) {
        post(path, right, resource, fields, { try await again($0, $1).answer }, handler)
    }

    /// A change of a thing, by a form with nothing to type.
    package func post<Word, Thing, Body: AnswerConvertible, each Value>(
        _ path: Path<Word, repeat each Value>, _ right: Right, of resource: Resource<Thing, repeat each Value>,
        _ handler: @escaping @Sendable (DeskRequest, Thing) async throws -> Body
    ) {
        post(path, right, resource, [:], nil, handler)
    }

    private func post<Word, Thing, Body: AnswerConvertible, each Value>(
        _ path: Path<Word, repeat each Value>, _ right: Right, _ resource: Resource<Thing, repeat each Value>,
        _ fields: [String: String], _ again: (@Sendable (DeskRequest, Thing) async throws -> Answer)?,
        _ handler: @escaping @Sendable (DeskRequest, Thing) async throws -> Body
    ) {
        let adapter = adapter
        add(.post, path.pattern, .thing(right), values: Path<Word, repeat each Value>.valueCount) { request, context in
            try await adapter.enter(request, context, right) { asked in
                let asked = asked.with(try await adapter.posted(request, context))
                let thing = try await resource.thing(asked, right, path.values { context.parameters.get($0) })
                return try await adapter.answer(asked, fields: fields, again: again.map { again in { try await again($0, thing) } }) {
                    try await handler($0, thing).answer
                }
            }
        }
    }

    /// A change without a thing, by a form that carries files.
    package func post<Word, Body: AnswerConvertible, Again: AnswerConvertible>(
        _ path: Path<Word>, _ access: DeskAccess, files: FileForm, again: @escaping @Sendable (DeskRequest) async throws -> Again,
        _ handler: @escaping @Sendable (DeskRequest, MultipartForm) async throws -> Body
    ) {
        let adapter = adapter
        add(.post, path.pattern, .anywhere(access.right), values: 0) { request, context in
            try await adapter.enter(request, context, access.right) { asked in
                try await adapter.answer(asked, fields: [:], again: { try await again($0).answer }) { asked in
                    try await files.read(adapter, asked) { try await handler(asked, $0).answer }
                }
            }
        }
    }
}
