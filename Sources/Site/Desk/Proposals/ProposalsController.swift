import Hummingbird
import Office

/// What one administrator proposed and another decides.
struct ProposalsController {
    let records: Records
    let forms: Forms

    private static let form = "proposals"

    func addRoutes(to routes: Routes) {
        routes.get("/desk/proposals", .right(.decideProposals), list)
        routes.post("/desk/proposals/:id", .right(.decideProposals), decide)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await page(request, context, done: QueryString(request.uri.query).text("done").flatMap(ProposalsPage.Done.init))
    }

    @Sendable private func decide(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        guard let id = context.parameters.get("id").flatMap(Int.init), let answer = posted.text("answer").flatMap(ProposalsPage.Done.init)
        else { throw PageError.staleForm }
        do {
            try await records.accounts.decide(id, confirmed: answer == .confirmed, by: try context.signedIn(), at: forms.clock())
            return .redirect(to: "/desk/proposals?done=\(answer.rawValue)")
        } catch let error as AccountError {
            return try await page(request, context, problem: error.description)
        }
    }

    private func page(
        _ request: Request, _ context: SiteContext, problem: String? = nil, done: ProposalsPage.Done? = nil
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let people = try await records.accounts.all()
        let view = ProposalsPage.View(
            proposals: try await records.accounts.proposals(at: forms.clock()),
            people: Dictionary(people.map { ($0.id, $0) }) { first, _ in first },
            organizations: try await records.organizationNames(), viewer: try context.signedIn(), problem: problem, done: done,
            token: open.field)
        return forms.page(ProposalsPage.render(view), open, context, status: problem == nil ? .ok : .unprocessableContent)
    }
}
