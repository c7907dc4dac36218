import HTTPTypes
import Office
import Web

/// Uploading annual reports, one or many at once: each file's outcome stands in one list, where what is unclear is asked
/// and drafts are published together.
struct UploadController {
    let records: Records
    let uploads: UploadReader
    let intake: UploadIntake

    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        let routes = routes.forms(DeskReportsController.form)
        routes.get(DeskReportPath.new, .anywhere(.importReports), openNew)
        routes.post(DeskReportPath.new, .anywhere(.importReports), files: FileForm(uploads, on: UploadPage.title), again: openNew, send)
        routes.get(DeskReportPath.upload, .importReports, of: upload, list)
        routes.post(DeskReportPath.upload, .importReports, of: upload, goOn)
        routes.post(DeskReportPath.publishedUpload, .publishReports, of: upload, publish)
        routes.get(DeskReportPath.uploadedFile, .importReports, of: unclear, ask)
        routes.post(DeskReportPath.uploadedFile, .importReports, of: unclear, again: ask, answer)
    }

    // MARK: What the paths name

    /// One's own upload; that of others is as good as not there.
    private var upload: Resource<ReportUpload, Int> {
        Resource(missing: "没有这次上传的记录，或者不是您上传的。请从年度报告列表中查找。", isHidden: true, find: find)
    }

    private func find(_ desk: DeskRequest, _ id: Int) async throws -> Owned<ReportUpload>? {
        let account = desk.principal.accountID
        return try await store.upload(id, of: account).map { Owned($0, by: .account(account)) }
    }

    /// A file of which nobody has said yet whose report it is.
    private struct UnclearFile: Sendable {
        var upload: ReportUpload
        var file: UploadedFile
    }

    private var unclear: Resource<UnclearFile, Int, Int> {
        Resource(missing: "这份文件已经不需要说明是哪个单位的报告。请回到上传结果查看。", isHidden: true) { desk, id, number -> Owned<UnclearFile>? in
            guard let found = try await find(desk, id), let file = found.thing.files.first(where: { $0.number == number }),
                case .unclear = file.outcome
            else { return nil }
            return Owned(UnclearFile(upload: found.thing, file: file), by: found.owner)
        }
    }

    // MARK: Sending

    private func openNew(_ desk: DeskRequest) async throws -> Page { try await page(desk) }

    private func page(_ desk: DeskRequest, known: ReportVersion? = nil) async throws -> Page {
        let view = UploadPage.View(
            hasPlace: !(try await store.regions(in: desk.principal.scope(.importReports)).isEmpty), limit: uploads.limit, known: known,
            waiting: try await store.openUploads(of: desk.principal.accountID), state: desk.state)
        return UploadPage.render(view)
    }

    private func send(_ desk: DeskRequest, _ posted: MultipartForm) async throws -> Answer {
        let parts = posted.files(FileForm.field)
        guard !parts.isEmpty else { throw UploadProblem("请选择至少一份报告文件。", status: .unprocessableContent) }
        let (id, count) = try await keep(parts, desk)
        guard let kept = try await store.upload(id, of: desk.principal.accountID) else { throw PageError.internalFault }
        let taken = try await proceed(kept, desk)
        guard count == 1, let only = taken.first else { return .go(to: DeskReportPath.upload(id)) }
        // One file alone leads where it leads, without a list of one.
        switch only {
        case .refused(let problem):
            let failed = desk.with([Problem(problem.message, at: problem.field)])
            return .page(try await page(failed), failing: failed.problems, problem.status)
        case .kept(let version): return .done(DeskReportPath.version, version.id, says: .imported)
        case .known(let version): return .page(try await page(desk, known: version)).with(.conflict)
        case .unclear: return .go(to: DeskReportPath.uploadedFile(id, 1))
        case .waiting, .borne, .decided: return .go(to: DeskReportPath.upload(id))
        }
    }

    /// Unpacks what was sent and writes it down with all its bytes, in the pool: what few uploads unpack is in memory at a time.
    private func keep(_ parts: [MultipartForm.Part], _ desk: DeskRequest) async throws -> (upload: Int, files: Int) {
        let (largest, store, account, now) = (uploads.limit, store, desk.principal.accountID, desk.now)
        do {
            let (id, problems, count) = try await intake.pool.run(for: .staff, until: desk.whenGone) { limits in
                let sent = try UploadIntake.unpack(parts, largest: largest, limits)
                let id = try await store.recordUpload(
                    sent.map { SentFile(name: $0.name, content: $0.content.mapError { .init($0.message) }) }, by: account, at: now)
                let problems = sent.compactMap { file in if case .failure(let problem) = file.content { problem } else { nil } }
                return (id, problems, sent.count)
            }
            for problem in problems { note(problem, desk) }
            return (id, count)
        } catch let error as ReportStoreError {
            guard case .tooMuchWaiting = error else { throw error }
            throw UploadProblem(error.description, status: .contentTooLarge)
        }
    }

    // MARK: Taking in

    /// Takes in the files of an upload that wait, one after another, as long as patience lasts. What becomes of one does not
    /// touch the others, and whatever stops this, the list says how far it came.
    private func proceed(_ upload: ReportUpload, _ desk: DeskRequest) async throws -> [UploadIntake.Taken] {
        let end = ContinuousClock.now + UploadIntake.patience
        var taken: [UploadIntake.Taken] = []
        for file in upload.files where file.outcome.sha256 != nil {
            guard ContinuousClock.now < end else { break }
            do {
                taken.append(try await take(file, of: upload.id, word: nil, desk))
            } catch let error where error is ReportStoreError || error is FileStoreError {
                // It stays in the list, waiting, and the next one's turn comes.
                taken.append(.waiting)
            }
        }
        return taken
    }

    /// Takes in one file that waits, and writes down what became of it.
    private func take(_ file: UploadedFile, of upload: Int, word: Int?, _ desk: DeskRequest) async throws -> UploadIntake.Taken {
        guard let sha256 = file.outcome.sha256 else { return .decided }
        let bytes: [UInt8]
        do {
            bytes = try await store.file(sha256)
        } catch FileStoreError.unknownFile {
            // Dropped in another window since, or gone from the disk: then nothing can be read any more.
            let lost = UploadOutcome.refused(reason: "没有保存：服务器上已经没有这份文件。请重新上传。")
            try await store.update(lost, file: file.number, of: upload)
            return .decided
        }
        let slot = UploadSlot(uploadID: upload, number: file.number)
        let taken = try await intake.take(
            bytes, file.name, desk.principal, slot: slot, word: word, until: desk.whenGone, at: desk.now)
        if let outcome = UploadIntake.outcome(taken, sha256: sha256), !(try await store.update(outcome, file: file.number, of: upload)) {
            return .decided
        }
        // A file is counted when it is read first, however often it is asked about.
        if case .waiting = file.outcome { note(taken, desk) }
        return taken
    }

    private func note(_ taken: UploadIntake.Taken, _ desk: DeskRequest) {
        switch taken {
        case .waiting, .decided: return
        case .refused(let problem): note(problem, desk)
        case .kept, .known, .unclear, .borne: desk.context.count(.read)
        }
    }

    private func note(_ problem: UploadProblem, _ desk: DeskRequest) {
        desk.context.count(problem.metric)
        if let event = problem.event { desk.context.note(event) }
    }

    // MARK: The list

    private func list(_ desk: DeskRequest, _ upload: ReportUpload) async throws -> Page {
        let query = try desk.query
        func number(_ name: String) -> Int? { query.text(name).flatMap { Int($0) } }
        var versions: [Int: UploadListPage.Version] = [:]
        for summary in try await store.summaries(of: upload.files.compactMap(\.outcome.versionID)) {
            let path = try await records.organizations.ancestors(summary.version.organizationID)
            versions[summary.version.id] = UploadListPage.Version(
                summary: summary, maySee: desk.principal.may(.viewDeskReports, on: path),
                mayPublish: desk.principal.may(.publishReports, on: path))
        }
        let view = UploadListPage.View(
            upload: upload, versions: versions, published: number("published"), already: number("already") ?? 0, state: desk.state)
        return UploadListPage.render(view)
    }

    /// Takes in what waits, and asks anew whose those are that were not clear.
    private func goOn(_ desk: DeskRequest, _ upload: ReportUpload) async throws -> Answer {
        try desk.context.spend(.uploads)
        _ = try await proceed(upload, desk)
        return .go(to: DeskReportPath.upload(upload.id))
    }

    /// Makes the ticked drafts public. Each stands for itself: one that somebody else published meanwhile stops nothing.
    private func publish(_ desk: DeskRequest, _ upload: ReportUpload) async throws -> Answer {
        let principal = desk.principal
        let ticked = Set(desk.form.all("version").compactMap { Int($0) })
        var (published, already) = (0, 0)
        // A file that was sent twice is one version.
        for id in Set(upload.files.compactMap(\.outcome.versionID)).sorted() where ticked.contains(id) {
            guard let version = try await store.version(id), version.state != .withdrawn,
                principal.may(.publishReports, on: try await records.organizations.ancestors(version.organizationID))
            else { continue }
            guard version.state == .draft else {
                already += 1
                continue
            }
            do {
                try await store.publish(id, in: principal.scope(.publishReports), by: desk.actor, at: desk.now)
                published += 1
            } catch ReportStoreError.alreadyCurrent {
                already += 1
            }
        }
        return .go(
            to: DeskReportPath.upload(upload.id).with(["published": "\(published)", "already": already > 0 ? "\(already)" : nil]))
    }

    // MARK: Asking whose it is

    private func ask(_ desk: DeskRequest, _ unclear: UnclearFile) async throws -> Page {
        let scope = desk.principal.scope(.importReports)
        var owners = ReportStore.Owners()
        if case .unclear(let name, let year, _) = unclear.file.outcome {
            owners = try await store.owners(named: name, year: year, in: scope, by: desk.principal.accountID)
        }
        let view = UploadAskPage.View(
            upload: unclear.upload.id, file: unclear.file,
            choices: try await records.organizations.tree().active.nodes(in: scope).map(\.organization), owners: owners,
            mayAdd: desk.principal.has(.manageOrganizations), state: desk.state)
        return UploadAskPage.render(view)
    }

    private func answer(_ desk: DeskRequest, _ unclear: UnclearFile) async throws -> Answer {
        let (upload, file) = (unclear.upload, unclear.file)
        if desk.form.text("drop") != nil {
            try await store.update(.refused(reason: "没有保存：您选了不要这份文件，这次上传的已经删除。"), file: file.number, of: upload.id)
            return .go(to: DeskReportPath.upload(upload.id))
        }
        let word = desk.form.int("organization")
        let isRetry = desk.form.text("retry") != nil
        if word == nil, !isRetry { throw Problem("请选择这是哪个单位的报告。", at: "organization") }
        switch try await take(file, of: upload.id, word: isRetry ? nil : word, desk) {
        case .kept(let version) where upload.files.count == 1: return .done(DeskReportPath.version, version.id, says: .imported)
        case .unclear where isRetry: throw Problem("机构树里还是没有这个名称的单位。请核对新增的名称，或者从列表中选择。", at: "organization")
        case .borne(_, _, let problem): throw Problem(problem.description, at: "organization")
        default: return .go(to: DeskReportPath.upload(upload.id))
        }
    }
}
