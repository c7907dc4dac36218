import Foundation
import HTTPTypes
import Hummingbird
import Law
import Office
import Web

/// The first steps of a new office, up to its first public report: what is done, what comes next.
struct StartController {
    let records: Records
    let forms: Forms
    let links: SiteLinks
    let wings: Wings

    static let path = "/desk/start"
    private static let form = "start"

    func addRoutes(to routes: Routes) {
        routes.get("/desk/start", .right(.manageSettings), list)
        routes.get("/desk/start/organization", .right(.manageOrganizations), openOrganization)
        routes.post("/desk/start/organization", .right(.manageOrganizations), addOrganization)
        routes.get("/desk/start/address", .right(.manageSettings), openAddress)
        routes.post("/desk/start/address", .right(.manageSettings), setAddress)
    }

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let now = forms.clock()
        let settings = try await records.settings.current(at: now)
        let view = StartPage.View(
            steps: try await wings.firstSteps(
                DeskVisit(principal: try context.signedIn(), records: records, links: links, wings: wings, now: now)),
            isOnePerson: try await records.accounts.administration() != .separate,
            knowsNextYear: (try? settings.calendar())?.known.upperBound.year ?? 0 > Day(inChina: now).year,
            done: try QueryString(request.uri.query).text("done") != nil)
        return .page(StartPage.render(view), in: context.frame, kept: false)
    }

    // MARK: The organization

    @Sendable private func openOrganization(_ request: Request, _ context: SiteContext) async throws -> Response {
        // Any but the first has the whole form.
        guard try await records.firstSteps().organizations == 0 else { return .redirect(to: "/desk/organizations/new") }
        return organizationPage(OrganizationForm(), [], request, context)
    }

    @Sendable private func addOrganization(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = OrganizationForm(try await forms.read(Self.form, from: request, context))
        let principal = try context.require(.manageOrganizations, on: [])
        guard try await records.firstSteps().organizations == 0 else { return .redirect(to: Self.path) }
        var reading = form.read()
        do {
            guard let draft = form.draft(reading, parentID: nil) else {
                return organizationPage(form, reading.problems, request, context)
            }
            try await records.beginOrganization(draft, by: principal, at: forms.clock())
            return .redirect(to: Self.path + "?done=on")
        } catch let error as OrganizationError {
            reading.problems.append(form.problem(error))
            return organizationPage(form, reading.problems, request, context)
        }
    }

    private func organizationPage(
        _ form: OrganizationForm, _ problems: [ErrorSummary.Problem], _ request: Request, _ context: SiteContext
    ) -> Response {
        let open = forms.open(Self.form, for: request, context)
        return forms.page(
            StartOrganizationPage.render(form, problems, token: open.field), open, context,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Name and address

    @Sendable private func openAddress(_ request: Request, _ context: SiteContext) async throws -> Response {
        let settings = try await records.settings.current(at: forms.clock())
        return addressPage(AddressForm(settings, links), request, context)
    }

    @Sendable private func setAddress(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.form, from: request, context)
        let settings = try await records.settings.current(at: forms.clock())
        var form = AddressForm(settings, links, posted)
        do {
            let (name, address) = (form.name, try form.address())
            try await records.settings.change(by: try context.signedIn().actor, at: forms.clock()) { settings in
                (settings.officeName, settings.address) = (name, address)
            }
            return .redirect(to: Self.path + "?done=on")
        } catch let error as SettingError {
            form.problem = .init(message: error.description, field: SettingsForm.field(of: error))
            return addressPage(form, request, context)
        }
    }

    private func addressPage(_ form: AddressForm, _ request: Request, _ context: SiteContext) -> Response {
        let open = forms.open(Self.form, for: request, context)
        return forms.page(
            StartAddressPage.render(form, token: open.field), open, context, status: form.problem == nil ? .ok : .unprocessableContent)
    }
}

/// The site's name and its own address, as typed.
struct AddressForm: Sendable {
    var name: String
    var typed: String
    /// By `--public-url`, which goes before whatever is typed.
    let fixed: SiteAddress?
    var problem: ErrorSummary.Problem?

    /// Where none is known yet, what the program listens at is offered: somebody has to say that it is right.
    init(_ settings: OfficeSettings, _ links: SiteLinks) {
        name = settings.officeName
        typed = (settings.address ?? links.offered)?.description ?? ""
        fixed = links.fixed
    }

    init(_ settings: OfficeSettings, _ links: SiteLinks, _ posted: PostedForm) {
        self.init(settings, links)
        (name, typed) = (posted.text("office-name") ?? "", posted.text("public-url") ?? "")
    }

    /// Nil where nothing is typed.
    ///
    /// - Throws: `SettingError.address`.
    func address() throws(SettingError) -> SiteAddress? { try Self.address(typed) }

    static func address(_ typed: String) throws(SettingError) -> SiteAddress? {
        if typed.isEmpty { return nil }
        do { return try SiteAddress(typed) } catch { throw .address(error) }
    }

    func problem(_ field: String) -> String? { problem.flatMap { $0.field == field ? $0.message : nil } }
}
