import HTTPTypes
import Hummingbird
import Markup
import Office
import Web

/// What one administrator proposed and another decides.
struct ProposalsController {
    let records: Records
    let forms: Forms
    let gate: PasswordGate

    private static let form = "proposals"

    func addRoutes(to routes: Routes) {
        routes.get("/desk/proposals", .right(.decideProposals), list)
        routes.get("/desk/proposals/:id", .right(.decideProposals), openAlone)
        routes.post("/desk/proposals/:id", .right(.decideProposals), decide)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await page(request, context, done: QueryString(request.uri.query).text("done").flatMap(ProposalsPage.Done.init))
    }

    @Sendable private func decide(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        guard let id = context.parameters.get("id").flatMap(Int.init), let answer = posted.text("answer").flatMap(ProposalsPage.Done.init)
        else { throw PageError.staleForm }
        let (principal, password) = (try context.signedIn(), posted.raw(PasswordProof.name))
        do {
            if password.isEmpty {
                try await records.accounts.decide(id, confirmed: answer == .confirmed, by: principal, at: forms.clock())
            } else {
                try await gate.enter(context.household, isKnown: true) {
                    try await records.accounts.decide(
                        id, confirmed: answer == .confirmed, password: password, by: principal, at: forms.clock())
                }
            }
            return .redirect(to: "/desk/proposals?done=\(answer.rawValue)")
        } catch let error as AccountError where PasswordProof.field(of: error) != nil {
            return try await alonePage(id, request, context, problem: error.description, status: context.note(error))
        } catch let error as AccountError {
            return try await page(request, context, problem: error.description)
        }
    }

    // MARK: One person

    /// What one person confirms alone has a page of its own, which asks for the password.
    @Sendable private func openAlone(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await alonePage(context.parameters.get("id").flatMap(Int.init), request, context)
    }

    private func alonePage(
        _ id: Int?, _ request: Request, _ context: SiteContext, problem: String? = nil,
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let view = try await view(context, problem: problem, done: nil, token: open.field)
        guard let proposal = view.proposals.first(where: { $0.id == id }),
            proposal.isConfirmedAlone(by: view.viewer.accountID, in: view.administration)
        else { throw PageError.notFound("没有等您一人确认的这个事项，或者已经处理过。请回到“待确认事项”。") }
        return forms.page(AloneProposalPage.render(proposal, view), open, context, status: problem == nil ? .ok : status)
    }

    // MARK: The list

    private func page(
        _ request: Request, _ context: SiteContext, problem: String? = nil, done: ProposalsPage.Done? = nil
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let view = try await view(context, problem: problem, done: done, token: open.field)
        return forms.page(ProposalsPage.render(view), open, context, status: problem == nil ? .ok : .unprocessableContent)
    }

    private func view(
        _ context: SiteContext, problem: String?, done: ProposalsPage.Done?, token: HTML
    ) async throws -> ProposalsPage.View {
        let people = try await records.accounts.all()
        return ProposalsPage.View(
            proposals: try await records.accounts.proposals(at: forms.clock()),
            people: Dictionary(people.map { ($0.id, $0) }) { first, _ in first },
            organizations: try await records.organizationNames(), administration: try await records.accounts.administration(),
            viewer: try context.signedIn(), problem: problem, done: done, token: token)
    }
}
