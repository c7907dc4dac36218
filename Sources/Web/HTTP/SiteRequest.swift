import Foundation
import Hummingbird
import Markup
import Office

/// A request as a handler gets it: who reads, at what instant, what the address and the form say. `Reader` is `Principal` at the
/// desk, where nobody gets without one, and `Principal?` on public pages.
@dynamicMemberLookup
package struct SiteRequest<Reader: Sendable>: Sendable {
    package let principal: Reader
    package let context: SiteContext
    package let request: Request
    /// The form that was posted, its token proven; empty on GET.
    package internal(set) var form = PostedForm()
    /// What was wrong with the form, if the page comes again.
    package internal(set) var problems = Problems()
    let csrf: CSRFTokens

    /// What every part of the site keeps with a request: its instant, its client, its frame.
    package subscript<Value>(dynamicMember path: KeyPath<SiteContext, Value>) -> Value { context[keyPath: path] }

    /// The address after the question mark.
    ///
    /// - Throws: `PageError` (400) if it cannot be read.
    package var query: QueryString { get throws(PageError) { try QueryString(request.uri.query) } }

    /// What a page needs to show forms: their token, what was typed into them before, and what was wrong with it.
    package var state: FormState { FormState(token: csrf.field, form: form, problems: problems) }

    /// What the browser says it is.
    package var userAgent: String { request.headers[.userAgent] ?? "" }

    /// The word of success that the address carries, for a page that makes its text itself.
    package func said<Word: SuccessWord>(_: Word.Type) -> Word? {
        guard request.method == .get, let key = try? query.text(SuccessQuery.name) else { return nil }
        return Word(key: key)
    }

    func with(_ form: PostedForm) -> Self {
        var copy = self
        copy.form = form
        return copy
    }

    package func with(_ problems: Problems) -> Self {
        var copy = self
        copy.problems = problems
        return copy
    }
}

/// A request at the desk, by somebody with a right.
package typealias DeskRequest = SiteRequest<Principal>

/// A request for a public page, by anybody.
package typealias PublicRequest = SiteRequest<Principal?>

extension SiteRequest where Reader == Principal {
    /// The author of changes.
    package var actor: Actor { principal.actor }

    /// Asks for a right to a thing that the path does not name, such as one chosen in the form.
    ///
    /// - Throws: `PageError` (403) if the right does not reach it.
    package func require(_ right: Right, on owner: Owner) throws(PageError) {
        guard owner.isReached(by: principal, right) else {
            context.note(.forbidden)
            throw .forbidden(right)
        }
    }
}

/// What the forms of a page need.
package struct FormState: Sendable {
    /// The hidden field with the CSRF token.
    package let token: HTML
    package let form: PostedForm
    package let problems: Problems

    package init(token: HTML = HTML(), form: PostedForm = PostedForm(), problems: Problems = Problems()) {
        (self.token, self.form, self.problems) = (token, form, problems)
    }

    /// What to show in a field: what was typed into it, else what is kept.
    package func text(_ field: String, or kept: String = "") -> String { form.typed(field) ?? kept }
}
