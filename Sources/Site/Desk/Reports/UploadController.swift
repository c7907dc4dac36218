import Formats
import HTTPTypes
import Hummingbird
import Office

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
                let parts = posted.files(CheckForm.fileField)
                guard !parts.isEmpty else { throw UploadProblem("请选择至少一份报告文件。", status: .unprocessableContent) }
                let largest = uploads.limit
                let sent = try await intake.pool.run(for: .staff, until: context.whenGone) { limits in
                    try UploadIntake.unpack(parts, largest: largest, limits)
                }
                if sent.count == 1, case .success(let bytes) = sent[0].content {
                    return try await single(bytes, sent[0].name, request, context)
                }
                let principal = try context.signedIn()
                let outcomes = try await intake.take(sent, principal, until: context.whenGone, at: forms.clock()) { note($0, context) }
                let id = try await store.recordUpload(outcomes, by: principal.accountID, at: forms.clock())
                return .redirect(to: UploadListPage.path(id))
            }
        } catch let problem as UploadProblem {
            note(.refused(problem), context)
            return try await page(request, context, problem: problem)
        }
    }

    /// One file alone leads where it leads, without a list of one.
    private func single(
        _ bytes: [UInt8], _ name: String, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        let principal = try context.signedIn()
        let taken = try await intake.take(bytes, name, principal, until: context.whenGone, at: forms.clock())
        switch taken {
        case .refused(let problem): throw problem
        case .kept(let version):
            note(taken, context)
            return .redirect(to: "\(DeskReportPage.path(version.id))?done=imported")
        case .known(let version):
            note(taken, context)
            return try await page(request, context, known: version)
        case .unclear, .waiting:
            note(taken, context)
            let outcome = try await intake.outcome(taken, bytes)
            let id = try await store.recordUpload([(name, outcome)], by: principal.accountID, at: forms.clock())
            if case .unclear = outcome { return .redirect(to: UploadListPage.path(id, file: 1)) }
            return .redirect(to: UploadListPage.path(id))
        }
    }

    private func note(_ taken: UploadIntake.Taken, _ context: SiteContext) {
        guard case .refused(let problem) = taken else { return context.visit.metrics.upload(.read) }
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
        let done = try QueryString(request.uri.query).text("published").flatMap { Int($0) }
        return try await list(try await find(context), request, context, published: done)
    }

    private func list(
        _ upload: ReportUpload, _ request: Request, _ context: SiteContext, published: Int? = nil
    ) async throws -> Response {
        let open = forms.open(Self.listForm, for: request, context)
        let principal = try context.signedIn()
        var versions: [Int: UploadListPage.Version] = [:]
        for summary in try await store.summaries(of: upload.files.compactMap(\.outcome.versionID)) {
            let path = try await records.organizations.ancestors(summary.version.organizationID)
            versions[summary.version.id] = UploadListPage.Version(
                summary: summary, maySee: principal.may(.viewDeskReports, on: path), mayPublish: principal.may(.publishReports, on: path))
        }
        let view = UploadListPage.View(upload: upload, versions: versions, published: published, token: open.field)
        return forms.page(UploadListPage.render(view), open, context)
    }

    /// Takes in what waits, and asks anew whose those are that were not clear.
    @Sendable private func goOn(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await forms.read(Self.listForm, from: request, context)
        let upload = try await find(context)
        try context.spend(.uploads)
        let end = ContinuousClock.now + UploadIntake.patience
        for file in upload.files {
            guard ContinuousClock.now < end else { break }
            guard let sha256 = file.outcome.sha256 else { continue }
            let bytes = try await store.file(sha256)
            try await take(bytes, file, of: upload, word: nil, context)
        }
        return .redirect(to: UploadListPage.path(upload.id))
    }

    @discardableResult
    private func take(
        _ bytes: [UInt8], _ file: UploadedFile, of upload: ReportUpload, word: Int?, _ context: SiteContext
    ) async throws -> UploadOutcome {
        let taken = try await intake.take(bytes, file.name, try context.signedIn(), word: word, until: context.whenGone, at: forms.clock())
        let outcome = try await intake.outcome(taken, bytes)
        try await store.update(outcome, file: file.number, of: upload.id)
        return outcome
    }

    /// Makes the ticked drafts public. Each stands for itself: one that somebody else published meanwhile stops nothing.
    @Sendable private func publish(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.listForm, from: request, context)
        let upload = try await find(context)
        let principal = try context.signedIn()
        let ticked = Set(posted.all("version").compactMap { Int($0) })
        var published = 0
        for id in upload.files.compactMap(\.outcome.versionID) where ticked.contains(id) {
            guard let version = try await store.version(id), version.state == .draft,
                principal.may(.publishReports, on: try await records.organizations.ancestors(version.organizationID))
            else { continue }
            try await store.publish(id, by: principal.actor, at: forms.clock())
            published += 1
        }
        return .redirect(to: "\(UploadListPage.path(upload.id))?published=\(published)")
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
        let view = UploadAskPage.View(
            upload: upload.id, file: file, choices: nodes.map(\.organization), mayAdd: principal.has(.manageOrganizations),
            problem: problem, token: open.field)
        return forms.page(UploadAskPage.render(view), open, context, status: problem == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let posted = try await forms.read(Self.askForm, from: request, context)
        let (upload, file) = try await unclear(context)
        guard let sha256 = file.outcome.sha256 else { return .redirect(to: UploadListPage.path(upload.id)) }
        if posted.text("drop") != nil {
            try await store.update(.refused(reason: "没有保存：您选了不要这份文件。"), file: file.number, of: upload.id)
            return .redirect(to: UploadListPage.path(upload.id))
        }
        let word = posted.int("organization")
        if word == nil, posted.text("retry") == nil {
            return try await ask(upload, file, request, context, problem: "请选择这是哪个单位的报告。")
        }
        let outcome = try await take(
            try await store.file(sha256), file, of: upload, word: posted.text("retry") == nil ? word : nil, context)
        switch outcome {
        case .kept(let id) where upload.files.count == 1: return .redirect(to: "\(DeskReportPage.path(id))?done=imported")
        case .unclear where posted.text("retry") != nil:
            return try await ask(upload, file, request, context, problem: "机构树里还是没有这个名称的单位。请核对新增的名称，或者从列表中选择。")
        default: return .redirect(to: UploadListPage.path(upload.id))
        }
    }

    // MARK: What the address names

    /// One's own upload; that of others is as good as not there.
    private func find(_ context: SiteContext) async throws -> ReportUpload {
        guard let id = context.parameters.get("upload").flatMap({ Int($0) }),
            let upload = try await store.upload(id, of: try context.signedIn().accountID)
        else { throw PageError.notFound("没有这次上传的记录，或者不是您上传的。请从年度报告列表中查找。") }
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
