import Hummingbird
import Office

/// The desk's front page: what waits for me, and what I can do.
struct DeskController {
    let records: Records
    let forms: Forms
    let links: SiteLinks

    func addRoutes(to routes: Routes) {
        routes.get("/desk", .right(.ownAccount), home)
    }

    @Sendable private func home(_ request: Request, _ context: SiteContext) async throws -> Response {
        let principal = try context.signedIn()
        let now = forms.clock()
        let open = forms.open(SignInController.signOutForm, for: request, context)
        var view = DeskPage.View(
            principal: principal, waiting: try await Waiting.list(for: principal, in: records, at: now),
            isOnePerson: try await records.accounts.administration().isOnePerson(principal.accountID), signOut: open.field)
        // Who keeps the settings brings the office up.
        if principal.has(.manageSettings) {
            let steps = try await records.firstSteps()
            let address = links.address(try await records.settings.current(at: now))
            view.next = StartStep.next(StartStep.list(steps, address: address, viewer: principal)).map { ($0.number, $0.step.title) }
            if steps.hasOutgrownOnePerson { view.outgrown = steps }
        }
        return forms.page(DeskPage.render(view), open, context)
    }
}
