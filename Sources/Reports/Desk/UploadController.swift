import HTTPTypes
import Hummingbird
import Office
import Web

/// Uploading annual reports, one or many at once: each file's outcome stands in one list, where what is unclear is asked
/// and drafts are published together.
struct UploadController {
    let records: Records
    let forms: Forms
    let uploads: UploadReader
    let intake: UploadIntake

    private static let form = "desk-reports"
    private static let listForm = "upload"
    private static let askForm = "upload-file"
    private var store: ReportStore { records.reports }

    func addRoutes(to routes: Routes) {
        routes.get("/desk/reports/new", .right(.importReports), openNew)
        routes.post("/desk/reports/new", .right(.importReports), upload)
        routes.get("/desk/reports/uploads/:upload", .right(.importReports), list)
        routes.post("/desk/reports/uploads/:upload", .right(.importReports), goOn)
        routes.post("/desk/reports/uploads/:upload/publish", .right(.publishReports), publish)
        routes.get("/desk/reports/uploads/:upload/files/:file", .right(.importReports), ask)
        routes.post("/desk/reports/uploads/:upload/files/:file", .right(.importReports), answer)
    }

    // MARK: Sending

    @Sendable private func openNew(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await page(request, context)
    }

    @Sendable private func upload(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.spend(.uploads)
        do {
            return try await uploads.read(Self.form, of: UploadPage.title, from: request, context) { posted in
                let parts = posted.files(UploadReader.fileField)
                guard !parts.isEmpty else { throw UploadProblem("请选择至少一份报告文件。", status: .unprocessableContent) }
                let (id, count) = try await keep(parts, context)
                let taken = try await proceed(try await find(id, context), context)
                guard count == 1, let only = taken.first else { return .redirect(to: UploadListPage.path(id)) }
                return try await lead(only, id, request, context)
            }
        } catch let problem as UploadProblem {
            note(.refused(problem), context)
            return try await page(request, context, problem: problem)
        }
    }

    /// Unpacks what was sent and writes it down with all its bytes, in the pool: what few uploads unpack is in memory at a time.
    private func keep(_ parts: [MultipartForm.Part], _ context: SiteContext) async throws -> (upload: Int, files: Int) {
        let (largest, store, account, instant) = (uploads.limit, store, try context.signedIn().accountID, forms.clock())
        do {
            let (id, problems, count) = try await intake.pool.run(for: .staff, until: context.whenGone) { limits in
                let sent = try UploadIntake.unpack(parts, largest: largest, limits)
                let id = try await store.recordUpload(
                    sent.map { SentFile(name: $0.name, content: $0.content.mapError { .init($0.message) }) }, by: account, at: instant)
                let problems = sent.compactMap { file in if case .failure(let problem) = file.content { problem } else { nil } }
                return (id, problems, sent.count)
            }
            for problem in problems { note(problem, context) }
            return (id, count)
        } catch let error as ReportStoreError {
            guard case .tooMuchWaiting = error else { throw error }
            throw UploadProblem(error.description, status: .contentTooLarge)
        }
    }

    /// One file alone leads where it leads, without a list of one.
    private func lead(
        _ taken: UploadIntake.Taken, _ upload: Int, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        switch taken {
        case .refused(let problem): try await page(request, context, problem: problem)
        case .kept(let version): .redirect(to: "\(DeskReportPage.path(version.id))?done=imported")
        case .known(let version): try await page(request, context, known: version)
        case .unclear: .redirect(to: UploadListPage.path(upload, file: 1))
        case .waiting, .borne, .decided: .redirect(to: UploadListPage.path(upload))
        }
    }

    // MARK: Taking in

    /// Takes in the files of an upload that wait, one after another, as long as patience lasts. What becomes of one does not
    /// touch the others, and whatever stops this, the list says how far it came.
    private func proceed(_ upload: ReportUpload, _ context: SiteContext) async throws -> [UploadIntake.Taken] {
        let end = ContinuousClock.now + UploadIntake.patience
        var taken: [UploadIntake.Taken] = []
        for file in upload.files where file.outcome.sha256 != nil {
            guard ContinuousClock.now < end else { break }
            do {
                taken.append(try await take(file, of: upload.id, word: nil, context))
            } catch is ReportStoreError {
                // It stays in the list, waiting, and the next one's turn comes.
                taken.append(.waiting)
            }
        }
        return taken
    }

    /// Takes in one file that waits, and writes down what became of it.
    private func take(
        _ file: UploadedFile, of upload: Int, word: Int?, _ context: SiteContext
    ) async throws -> UploadIntake.Taken {
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
            bytes, file.name, try context.signedIn(), slot: slot, word: word, until: context.whenGone, at: forms.clock())
        if let outcome = UploadIntake.outcome(taken, sha256: sha256), !(try await store.update(outcome, file: file.number, of: upload)) {
            return .decided
        }
        // A file is counted when it is read first, however often it is asked about.
        if case .waiting = file.outcome { note(taken, context) }
        return taken
    }

    private func note(_ taken: UploadIntake.Taken, _ context: SiteContext) {
        switch taken {
        case .waiting, .decided: return
        case .refused(let problem): note(problem, context)
        case .kept, .known, .unclear, .borne: context.visit.metrics.upload(.read)
        }
    }

    private func note(_ problem: UploadProblem, _ context: SiteContext) {
        context.visit.metrics.upload(problem.event == .refusedUpload ? .unreadable : .refused)
        if let event = problem.event { context.note(event) }
    }

    private func page(
        _ request: Request, _ context: SiteContext, problem: UploadProblem? = nil, known: ReportVersion? = nil
    ) async throws -> Response {
        let open = forms.open(Self.form, for: request, context)
        let principal = try context.signedIn()
        let view = UploadPage.View(
            hasPlace: !(try await store.regions(in: principal.scope(.importReports)).isEmpty), limit: uploads.limit,
            problem: problem.map { .init(message: $0.message, field: $0.field) }, known: known,
            waiting: try await store.openUploads(of: principal.accountID), token: open.field)
        return forms.page(UploadPage.render(view), open, context, status: problem?.status ?? (known == nil ? .ok : .conflict))
    }

    // MARK: The list

    @Sendable private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = try QueryString(request.uri.query)
        func number(_ name: String) -> Int? { query.text(name).flatMap { Int($0) } }
        let upload = try await find(context)
        let open = forms.open(Self.listForm, for: request, context)
        let principal = try context.signedIn()
        var versions: [Int: UploadListPage.Version] = [:]
        for summary in try await store.summaries(of: upload.files.compactMap(\.outcome.versionID)) {
            let path = try await records.organizations.ancestors(summary.version.organizationID)
            versions[summary.version.id] = UploadListPage.Version(
                summary: summary, maySee: principal.may(.viewDeskReports, on: path), mayPublish: principal.may(.publishReports, on: path))
        }
        let view = UploadListPage.View(
            upload: upload, versions: versions, published: number("published"), already: number("already") ?? 0, token: open.field)
        return forms.page(UploadListPage.render(view), open, context)
    }

    /// Takes in what waits, and asks anew whose those are that were not clear.
    @Sendable private func goOn(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(Self.listForm, from: request, context)
        let upload = try await find(context)
        try context.spend(.uploads)
        _ = try await proceed(upload, context)
        return .redirect(to: UploadListPage.path(upload.id))
    }

    /// Makes the ticked drafts public. Each stands for itself: one that somebody else published meanwhile stops nothing.
    @Sendable private func publish(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.listForm, from: request, context)
        let upload = try await find(context)
        let principal = try context.signedIn()
        let ticked = Set(posted.all("version").compactMap { Int($0) })
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
                try await store.publish(id, in: principal.scope(.publishReports), by: principal.actor, at: forms.clock())
                published += 1
            } catch ReportStoreError.alreadyCurrent {
                already += 1
            }
        }
        return .redirect(to: "\(UploadListPage.path(upload.id))?published=\(published)\(already > 0 ? "&already=\(already)" : "")")
    }

    // MARK: Asking whose it is

    @Sendable private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (upload, file) = try await unclear(context)
        return try await ask(upload, file, request, context)
    }

    private func ask(
        _ upload: ReportUpload, _ file: UploadedFile, _ request: Request, _ context: SiteContext, problem: String? = nil
    ) async throws -> Response {
        let principal = try context.signedIn()
        let open = forms.open(Self.askForm, for: request, context)
        let nodes = try await records.organizations.tree().active.nodes(in: principal.scope(.importReports))
        var owners = ReportStore.Owners()
        if case .unclear(let name, let year, _) = file.outcome {
            owners = try await store.owners(named: name, year: year, in: principal.scope(.importReports), by: principal.accountID)
        }
        let view = UploadAskPage.View(
            upload: upload.id, file: file, choices: nodes.map(\.organization), owners: owners,
            mayAdd: principal.has(.manageOrganizations), problem: problem, token: open.field)
        return forms.page(UploadAskPage.render(view), open, context, status: problem == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.askForm, from: request, context)
        let (upload, file) = try await unclear(context)
        if posted.text("drop") != nil {
            try await store.update(.refused(reason: "没有保存：您选了不要这份文件，这次上传的已经删除。"), file: file.number, of: upload.id)
            return .redirect(to: UploadListPage.path(upload.id))
        }
        let word = posted.int("organization")
        let isRetry = posted.text("retry") != nil
        if word == nil, !isRetry {
            return try await ask(upload, file, request, context, problem: "请选择这是哪个单位的报告。")
        }
        switch try await take(file, of: upload.id, word: isRetry ? nil : word, context) {
        case .kept(let version) where upload.files.count == 1:
            return .redirect(to: "\(DeskReportPage.path(version.id))?done=imported")
        case .unclear where isRetry:
            return try await ask(upload, file, request, context, problem: "机构树里还是没有这个名称的单位。请核对新增的名称，或者从列表中选择。")
        case .borne(_, _, let problem): return try await ask(upload, file, request, context, problem: problem.description)
        default: return .redirect(to: UploadListPage.path(upload.id))
        }
    }

    // MARK: What the address names

    /// One's own upload; that of others is as good as not there.
    private func find(_ context: SiteContext) async throws -> ReportUpload {
        try await find(context.parameters.get("upload").flatMap { Int($0) }, context)
    }

    private func find(_ id: Int?, _ context: SiteContext) async throws -> ReportUpload {
        guard let id, let upload = try await store.upload(id, of: try context.signedIn().accountID) else {
            throw PageError.notFound("没有这次上传的记录，或者不是您上传的。请从年度报告列表中查找。")
        }
        return upload
    }

    private func unclear(_ context: SiteContext) async throws -> (ReportUpload, UploadedFile) {
        let upload = try await find(context)
        guard let number = context.parameters.get("file").flatMap({ Int($0) }),
            let file = upload.files.first(where: { $0.number == number }),
            case .unclear = file.outcome
        else { throw PageError.notFound("这份文件已经不需要说明是哪个单位的报告。请回到上传结果查看。") }
        return (upload, file)
    }
}
