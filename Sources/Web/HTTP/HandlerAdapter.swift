import HTTPTypes
import Hummingbird
import Office

/// Adapts handlers to the router: what comes before a handler runs, and what becomes of its answer.
struct HandlerAdapter: Sendable {
    let tokens: FormToken
    /// The name of the forms.
    let form: String

    func request<Reader>(_ request: Request, _ context: SiteContext, as reader: Reader) -> SiteRequest<Reader> {
        SiteRequest(principal: reader, context: context, request: request, csrf: CSRFTokens(tokens, form: form, request, context))
    }

    // MARK: Forms

    /// What a form may carry, in bytes.
    private static let largestForm = 256 << 10

    /// The form that was posted, once it is known to come from our own page.
    ///
    /// - Throws: `PageError`: 403 without a good CSRF token, 400 for what is no form, 413 for too much.
    func posted(_ request: Request, _ context: SiteContext) async throws -> PostedForm {
        guard request.headers[.contentType].map({ MediaType.is("application/x-www-form-urlencoded", $0) }) ?? false else {
            throw PageError.badRequest("没有收到表单。请回到上一页，重新提交。")
        }
        let body = try await request.body.collect(upTo: Self.largestForm)
        let posted = try PostedForm(Array(body.readableBytesView))
        guard tokens.accepts(posted.text(FormToken.fieldName), form: form, request, context) else { throw PageError.staleForm }
        return posted
    }

    /// The answer to a form: the handler's, or, if it throws what the sender can mend, the page with the form once more.
    ///
    /// - Parameters:
    ///   - fields: where this form's fields have other names than a problem's `field`.
    ///   - again: makes the page of the form; nil if there is nothing to type on it.
    func answer<Reader>(
        _ asked: SiteRequest<Reader>, fields: [String: String], again: ((SiteRequest<Reader>) async throws -> Answer)?,
        _ handler: (SiteRequest<Reader>) async throws -> Answer
    ) async throws -> Response {
        let (problems, status): (Problems, HTTPResponse.Status)
        do {
            return response(try await handler(asked), to: asked)
        } catch {
            switch (error as? any ToldError)?.told ?? error {
            case let error as Problems: (problems, status) = (error.renaming(fields), .unprocessableContent)
            case let error as any FormProblem:
                if let event = error.event { asked.context.note(event) }
                (problems, status) = (Problems([Problem(error.description, at: error.field)]).renaming(fields), error.status)
            case let error: throw error
            }
        }
        guard let again else {
            throw PageError(status: status, title: "没有办成", message: problems.list.map(\.message).joined(separator: "\n"))
        }
        let failed = asked.with(problems)
        return response(try await again(failed).failing(status), to: failed)
    }

    // MARK: Responses

    /// - Parameter said: what the page says of the change that led to it.
    func response<Reader>(_ answer: Answer, to asked: SiteRequest<Reader>, said: String? = nil) -> Response {
        let isPrivate = asked.request.method == .post || asked.csrf.isUsed
        var response: Response
        switch answer.content {
        case .page(var page):
            if page.problems.isEmpty { page.problems = asked.problems }
            if page.done == nil { page.done = said }
            response = .page(page, in: asked.context.frame, status: answer.status, kept: !isPrivate && page.desk == nil)
        case .download(let download): response = .download(download, kept: !isPrivate && Reader.self != Principal.self)
        case .redirect(let address): response = .redirect(to: address.text)
        case .response(let whole): response = whole
        }
        for cookie in answer.cookies { response.setCookie(cookie) }
        if let cookie = asked.csrf.cookie { response.setCookie(cookie) }
        return response
    }

    // MARK: The door

    /// Lets those in who have a right for at least one thing. A visitor is led to the page where one signs in, and from there back.
    func enter(
        _ request: Request, _ context: SiteContext, _ right: Right, _ answer: (DeskRequest) async throws -> Response
    ) async throws -> Response {
        guard let principal = context.principal else {
            guard request.method == .get else { throw PageError.signedOut }
            return .redirect(to: DeskPath.signIn().with(["back": Link.local(request.uri.string)]).text)
        }
        guard principal.has(right) else {
            context.note(.forbidden)
            throw PageError.forbidden(right)
        }
        return try await answer(self.request(request, context, as: principal))
    }
}
