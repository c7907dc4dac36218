import Law
import Office
import Web

/// What is done to a version of a report: publishing it, withdrawing it, sending it back.
struct VersionController {
    let records: Records

    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms(DeskReportsController.form)
        let report = DeskReport.resource(records)
        routes.post(DeskReportPath.publish, .publishReports, of: report, publish)
        routes.post(DeskReportPath.alias, .publishReports, of: report, dropAlias)
        let present = report.checking { report in
            if report.version.state == .withdrawn { throw ReportStoreError.withdrawn(number: report.version.number).conflict() }
        }
        routes.get(DeskReportPath.withdraw, .publishReports, of: present, openWithdraw)
        routes.post(DeskReportPath.withdraw, .publishReports, of: present, again: openWithdraw, withdraw)
        routes.get(DeskReportPath.sendBack, .returnReports, of: report, openReturn)
        routes.post(DeskReportPath.sendBack, .returnReports, of: report, again: openReturn, sendBack)
    }

    private func publish(_ desk: DeskRequest, _ report: DeskReport) async throws -> Answer {
        let version = report.version
        do {
            try await store.publish(version.id, in: desk.principal.scope(.publishReports), by: desk.actor, at: desk.now)
        } catch ReportStoreError.alreadyCurrent {
            // Somebody else was faster: it is as it was asked for.
        }
        return .done(DeskReportPath.version, version.id, says: version.wasPublic ? .restored : .published)
    }

    /// Takes back somebody's word that the printed name is this organization's.
    private func dropAlias(_ desk: DeskRequest, _ report: DeskReport) async throws -> Answer {
        let version = report.version
        if let name = version.organization { try await store.dropAlias(name, of: version.organizationID, by: desk.actor, at: desk.now) }
        return .done(DeskReportPath.version, version.id, says: .nameTakenBack)
    }

    // MARK: Withdrawing

    private func openWithdraw(_ desk: DeskRequest, _ report: DeskReport) -> Page { WithdrawPage.render(report.version, desk.state) }

    private func withdraw(_ desk: DeskRequest, _ report: DeskReport) async throws -> Answer {
        let (version, reason) = (report.version, desk.form.text("reason") ?? "")
        guard reason.count <= WithdrawPage.longest else { throw Problem("原因最多 \(WithdrawPage.longest) 个字，请写短一些。", at: "reason") }
        try await store.withdraw(
            version.id, reason: reason, in: desk.principal.scope(.publishReports), by: desk.actor, at: desk.now)
        return .done(DeskReportPath.version, version.id, says: version.wasPublic ? .withdrawn : .dropped)
    }

    // MARK: Sending back

    private func openReturn(_ desk: DeskRequest, _ report: DeskReport) async throws -> Page {
        if let error = report.stored.notWorkedOn { throw error.conflict() }
        let view = ReturnPage.View(
            stored: report.stored, isSentBack: try await store.openReturn(of: report.version.id) != nil,
            suggested: CorrectionsPage.suggested(Day(inChina: desk.now)), state: desk.state)
        return ReturnPage.render(view)
    }

    private func sendBack(_ desk: DeskRequest, _ report: DeskReport) async throws -> Answer {
        let id = report.version.id
        if desk.form.text("end") != nil {
            try await store.endReturn(id, by: desk.actor, at: desk.now)
            return .done(DeskReportPath.version, id, says: .ended)
        }
        let note = desk.form.text("note")
        guard let due = Day(iso: desk.form.text("due") ?? "") else { throw Problem("请填写回复期限，例如 2026-12-10。", at: "due") }
        guard note?.count ?? 0 <= ReturnPage.longest else { throw Problem("要说的话最多 \(ReturnPage.longest) 个字，请写短一些。", at: "note") }
        try await store.sendBack(id, due: due, note: note, by: desk.actor, at: desk.now)
        return .done(DeskReportPath.version, id, says: .returned)
    }
}
