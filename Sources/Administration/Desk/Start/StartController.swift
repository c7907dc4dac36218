import Law
import Office
import Web

/// The first steps of a new office, up to its first public report: what is done, what comes next.
struct StartController {
    let records: Records
    let links: SiteLinks
    let wings: Wings

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("start")
        routes.get(StartPath.list, .anywhere(.manageSettings), list)
        routes.get(StartPath.organization, .anywhere(.manageOrganizations), openOrganization)
        routes.post(StartPath.organization, .anywhere(.manageOrganizations), again: organizationPage, addOrganization)
        routes.get(StartPath.address, .anywhere(.manageSettings), openAddress)
        routes.post(StartPath.address, .anywhere(.manageSettings), again: openAddress, setAddress)
    }

    private func list(_ desk: DeskRequest) async throws -> Page {
        let settings = try await records.settings.current(at: desk.now)
        let view = StartPage.View(
            steps: try await wings.firstSteps(
                try await records.firstSteps(),
                DeskVisit(principal: desk.principal, records: records, links: links, wings: wings, now: desk.now)),
            isOnePerson: try await records.accounts.administration() != .separate,
            knowsNextYear: (try? settings.calendar())?.known.upperBound.year ?? 0 > Day(inChina: desk.now).year)
        return StartPage.render(view)
    }

    // MARK: The organization

    private func openOrganization(_ desk: DeskRequest) async throws -> Answer {
        // Any but the first has the whole form.
        guard try await records.firstSteps().organizations == 0 else { return .go(to: OrganizationPath.new()) }
        return .page(organizationPage(desk))
    }

    private func organizationPage(_ desk: DeskRequest) -> Page {
        StartOrganizationPage.render(OrganizationForm(desk.form), desk.state)
    }

    private func addOrganization(_ desk: DeskRequest) async throws -> Answer {
        let form = OrganizationForm(desk.form)
        try desk.require(.manageOrganizations, on: .site)
        guard try await records.firstSteps().organizations == 0 else { return .go(to: StartPath.list()) }
        try await records.beginOrganization(try form.draft(form.read(), parentID: nil), by: desk.principal, at: desk.now)
        return .done(StartPath.list, says: .saved)
    }

    // MARK: Name and address

    private func openAddress(_ desk: DeskRequest) async throws -> Page {
        StartAddressPage.render(AddressFields(try await records.settings.current(at: desk.now), links, desk.state), desk.state)
    }

    private func setAddress(_ desk: DeskRequest) async throws -> Answer {
        let address = try AddressFields.address(desk.form)
        try await records.settings.change(by: desk.actor, at: desk.now) { settings in
            (settings.officeName, settings.address) = (desk.form.text("office-name") ?? "", address)
        }
        return .done(StartPath.list, says: .saved)
    }
}
