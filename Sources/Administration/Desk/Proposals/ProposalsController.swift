import Office
import Web

/// What one administrator proposed and another decides.
struct ProposalsController {
    let records: Records
    let gate: PasswordGate

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("proposals")
        routes.get(ProposalPath.list, .anywhere(.decideProposals), list)
        routes.get(ProposalPath.proposal, .decideProposals, of: proposal, openAlone)
        routes.post(ProposalPath.proposal, .decideProposals, of: proposal, fields: PasswordProof.fields, again: again, decide)
    }

    /// The number of a proposal: the list says of one that is gone what became of it.
    private var proposal: Resource<Int, Int> {
        Resource(missing: "没有这个事项。请回到“待确认事项”。") { _, id in Owned(id, by: .site) }
    }

    private func list(_ desk: DeskRequest) async throws -> Page { ProposalsPage.render(try await view(desk)) }

    private func decide(_ desk: DeskRequest, _ id: Int) async throws -> Answer {
        guard let answer = desk.form.text("answer").flatMap(ProposalWord.init) else { throw PageError.staleForm }
        let (principal, password, isConfirmed) = (desk.principal, desk.form.raw(PasswordProof.name), answer == .confirmed)
        if password.isEmpty {
            try await records.accounts.decide(id, confirmed: isConfirmed, by: principal, at: desk.now)
        } else {
            try await gate.enter(desk.household, isKnown: true) {
                try await records.accounts.decide(id, confirmed: isConfirmed, password: password, by: principal, at: desk.now)
            }
        }
        return .done(ProposalPath.list, says: answer)
    }

    /// What one person confirms alone has a page of its own, which asks for the password.
    private func openAlone(_ desk: DeskRequest, _ id: Int) async throws -> Page {
        let view = try await view(desk)
        guard let proposal = view.proposals.first(where: { $0.id == id }),
            proposal.isConfirmedAlone(by: desk.principal.accountID, in: view.administration)
        else { throw PageError.notFound("没有等您一人确认的这个事项，或者已经处理过。请回到“待确认事项”。") }
        return AloneProposalPage.render(proposal, view)
    }

    /// A wrong password comes back where it was asked for, all else on the list.
    private func again(_ desk: DeskRequest, _ id: Int) async throws -> Page {
        desk.problems[PasswordProof.name] == nil ? try await list(desk) : try await openAlone(desk, id)
    }

    private func view(_ desk: DeskRequest) async throws -> ProposalsPage.View {
        let people = try await records.accounts.all()
        return ProposalsPage.View(
            proposals: try await records.accounts.proposals(at: desk.now),
            people: Dictionary(people.map { ($0.id, $0) }) { first, _ in first },
            organizations: try await records.organizationNames(), administration: try await records.accounts.administration(),
            viewer: desk.principal, state: desk.state)
    }
}
