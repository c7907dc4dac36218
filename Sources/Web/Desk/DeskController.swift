import Hummingbird
import Markup
import Office

/// The desk's home: what waits for the account, and what it can begin.
struct DeskController {
    let services: SiteServices

    func addRoutes(to routes: Routes) {
        routes.get("/desk", .right(.ownAccount), home)
    }

    @Sendable private func home(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (records, forms, wings) = (services.records, services.forms, services.wings)
        let principal = try context.signedIn()
        let visit = DeskVisit(principal: principal, records: records, links: services.links, wings: wings, now: forms.clock())
        let open = forms.open(DeskPage.signOutForm, for: request, context)
        var view = DeskPage.View(
            principal: principal, idle: Set(principal.grants.map(\.role)).filter { Permission.isIdle($0, in: records.house) },
            acts: wings.list.flatMap(\.acts), signOut: open.field)
        for wing in wings.list {
            let notices = try await wing.notices(visit)
            view.notices.standing = view.notices.standing ?? notices.standing
            view.notices.nextStep = view.notices.nextStep ?? notices.nextStep
            view.notices.warnings += notices.warnings
            view.tasks += try await wing.tasks(visit)
        }
        return forms.page(DeskPage.render(view), open, context)
    }
}
