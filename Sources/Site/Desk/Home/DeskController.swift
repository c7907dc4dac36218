import Hummingbird
import Office

/// The desk's front page: what waits for me.
struct DeskController {
    let records: Records
    let forms: Forms

    func addRoutes(to routes: Routes) {
        routes.get("/desk", .right(.ownAccount), home)
    }

    @Sendable private func home(_ request: Request, _ context: SiteContext) async throws -> Response {
        let principal = try context.signedIn()
        let waiting = try await Waiting.list(for: principal, in: records, at: forms.clock())
        let open = forms.open(SignInController.signOutForm, for: request, context)
        return forms.page(DeskPage.render(principal, waiting, signOut: open.field), open, context)
    }
}
