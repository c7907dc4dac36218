import Hummingbird
import Markup
import Synchronization

/// The CSRF tokens for the forms of one answer. A visitor without a secret gets one with the first form that is rendered, so
/// that pages without forms set no cookie and are the same for all.
final class CSRFTokens: Sendable {
    private struct State {
        var secret: String?
        var isNew = false
        var isUsed = false
    }

    private let token: FormToken
    private let form: String
    private let context: SiteContext
    private let state: Mutex<State>

    /// - Parameter form: the name of the forms that a token is good for.
    init(_ token: FormToken, form: String, _ request: Request, _ context: SiteContext) {
        (self.token, self.form, self.context) = (token, form, context)
        state = Mutex(State(secret: FormToken.secret(of: request, context)))
    }

    /// The hidden field of a form.
    var field: HTML {
        let secret = state.withLock { state -> String in
            state.isUsed = true
            if let secret = state.secret { return secret }
            let secret = FormToken.newSecret()
            (state.secret, state.isNew) = (secret, true)
            return secret
        }
        let value = token.field(secret: secret, form: form, at: context.now)
        return "<input type=\"hidden\" name=\"\(FormToken.fieldName)\" value=\"\(value)\">"
    }

    /// True once there is a form on the page, which must then not be kept.
    var isUsed: Bool { state.withLock { $0.isUsed } }

    /// What the visitor's browser must keep for its forms to be accepted; nil if it has it.
    var cookie: Cookie? {
        state.withLock { $0.isNew ? $0.secret : nil }.map { SiteCookie.form.made($0, context) }
    }
}
