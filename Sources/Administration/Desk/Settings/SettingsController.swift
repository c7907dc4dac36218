import Law
import Markup
import Office
import Web

/// The office's settings: its name, limits, days off, remedies.
struct SettingsController {
    let records: Records
    let links: SiteLinks

    private var settings: SettingStore { records.settings }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms("settings")
        routes.get(SettingsPath.page, .anywhere(.manageSettings), show)
        routes.post(SettingsPath.office, .anywhere(.manageSettings), again: show, changeOffice)
        routes.post(SettingsPath.remedies, .anywhere(.manageSettings), again: show, changeRemedies)
        routes.post(SettingsPath.holidays, .anywhere(.manageSettings), again: show, readNotice)
        routes.post(SettingsPath.addedHolidays, .anywhere(.manageSettings), again: show, addPlan)
    }

    private func show(_ desk: DeskRequest) async throws -> Page {
        SettingsPage.render(
            SettingsPage.View(try await settings.current(at: desk.now), others: records.house.settings, links, desk.state))
    }

    private func changeOffice(_ desk: DeskRequest) async throws -> Answer {
        let form = desk.form
        let address = try AddressFields.address(form)
        // A page that was open before there was a field sends none.
        var typed: [String: JSONValue?] = [:]
        for setting in records.house.settings {
            if let text = form.text(setting.name) { typed.updateValue(try setting.read(text.narrowed), forKey: setting.name) }
        }
        let others = typed
        try await settings.change(by: desk.actor, at: desk.now) { settings in
            (settings.officeName, settings.address) = (form.text("office-name") ?? "", address)
            // What is no number cannot be any number of days.
            (settings.supplementDays, settings.archiveDays) = (form.int("supplement-days") ?? 0, form.int("archive-days") ?? 0)
            for (name, value) in others { settings.others[name] = value }
        }
        try await records.followSettings(at: desk.now)
        return .done(SettingsPath.page, says: .saved)
    }

    private func changeRemedies(_ desk: DeskRequest) async throws -> Answer {
        let off = Set(RemedyTable.standard.switchable.map(\.id)).subtracting(desk.form.all("row"))
        try await settings.change(by: desk.actor, at: desk.now) { ($0.remediesOff, $0.courts) = (off, desk.form.text("courts") ?? "") }
        return .done(SettingsPath.page, says: .saved)
    }

    /// The pasted notice: what was read of it stands on a page of its own before it counts.
    private func readNotice(_ desk: DeskRequest) async throws -> Page {
        let text = desk.form.raw("notice")
        return NoticePage.render(try Self.plan(text), text: text, desk.state)
    }

    private func addPlan(_ desk: DeskRequest) async throws -> Answer {
        let plan = try Self.plan(desk.form.raw("notice"))
        try await settings.change(by: desk.actor, at: desk.now) { settings in
            settings.plans = settings.plans.filter { $0.year != plan.year } + [plan]
        }
        return .done(SettingsPath.page, says: .saved)
    }

    private static func plan(_ text: String) throws(SettingError) -> HolidayPlan {
        do { return try HolidayNotice.read(text) } catch { throw .holidays(error.description) }
    }
}
