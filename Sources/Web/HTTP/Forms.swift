import Foundation
import Hummingbird
import Markup

/// Opens and reads the forms of pages: each carries a token that only this site could have made for this reader.
package struct Forms: Sendable {
    package let tokens: FormToken
    package let clock: @Sendable () -> Date

    package init(tokens: FormToken, clock: @escaping @Sendable () -> Date) {
        self.tokens = tokens
        self.clock = clock
    }

    /// What a form may carry, in bytes.
    private static let limit = 256 << 10

    /// A form as it stands on a page.
    package struct Open {
        /// The hidden field.
        package let field: HTML
        fileprivate let newSecret: String?
    }

    package func open(_ name: String, for request: Request, _ context: SiteContext) -> Open {
        let known = FormToken.secret(of: request, context)
        let secret = known ?? FormToken.newSecret()
        let token = tokens.field(secret: secret, form: name, at: clock())
        return Open(
            field: "<input type=\"hidden\" name=\"\(FormToken.fieldName)\" value=\"\(token)\">", newSecret: known == nil ? secret : nil)
    }

    /// The page with a form on it; a reader without a secret gets one.
    package func page(_ page: Page, _ open: Open, _ context: SiteContext, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.page(page, in: context.frame, status: status, kept: false)
        if let secret = open.newSecret {
            response.setCookie(SiteCookie.form.made(secret, context))
        }
        return response
    }

    /// What was posted, once it is known to come from our own page.
    ///
    /// - Throws: `PageError` (403) without a good token, (400) for what is no form, (413) for too much.
    package func read(_ name: String, from request: Request, _ context: SiteContext) async throws -> PostedForm {
        guard request.headers[.contentType].map({ MediaType.is("application/x-www-form-urlencoded", $0) }) ?? false else {
            throw PageError.badRequest("没有收到表单。请回到上一页，重新提交。")
        }
        let body = try await request.body.collect(upTo: Self.limit)
        let form = try PostedForm(Array(body.readableBytesView))
        guard accepts(form.text(FormToken.fieldName), name, request, context) else { throw PageError.staleForm }
        return form
    }

    /// True if a form's token was made for this reader and this form.
    package func accepts(_ token: String?, _ name: String, _ request: Request, _ context: SiteContext) -> Bool {
        tokens.accepts(token, secret: FormToken.secret(of: request, context), form: name, at: clock())
    }
}

/// The fields of a form, as a browser sends them. Passwords keep the spaces around them; all else is trimmed.
package struct PostedForm: Sendable {
    private var values: [String: [String]] = [:]

    package init() {}

    package init(_ body: [UInt8]) throws(PageError) {
        for (name, value) in try QueryString.pairs(body, longest: 100_000) { values[name, default: []].append(value) }
    }

    /// The value without white space around it; nil where it is missing or empty.
    package func text(_ name: String) -> String? {
        guard let value = values[name]?.first?.trimmingSpaces, !value.isEmpty else { return nil }
        return value
    }

    /// As typed; empty where it is missing.
    package func raw(_ name: String) -> String { values[name]?.first ?? "" }

    /// All values of a name, such as ticked boxes.
    package func all(_ name: String) -> [String] { values[name] ?? [] }

    package func int(_ name: String) -> Int? { text(name).flatMap(Int.init) }
}
