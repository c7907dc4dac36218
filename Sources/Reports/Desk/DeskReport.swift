import Office
import Web

/// A version of a report at the desk, and the organizations from its own up to the root.
struct DeskReport: Sendable {
    var stored: StoredReport
    var path: [Int]

    var version: ReportVersion { stored.version }

    /// The version that a path names. One that the right does not reach is as good as not there.
    static func resource(_ records: Records) -> Resource<DeskReport, Int> {
        Resource(missing: "没有这个编号的报告，或者它不属于您可以查看的单位。请从报告列表中重新选择。", isHidden: true) { _, id in
            try await find(id, records)
        }
    }

    static func find(_ id: Int, _ records: Records) async throws -> Owned<DeskReport>? {
        guard let stored = try await records.reports.report(id) else { return nil }
        let path = try await records.organizations.ancestors(stored.version.organizationID)
        return Owned(DeskReport(stored: stored, path: path), by: .organization(path))
    }
}

extension StoredReport {
    /// Why this version is no longer worked on; nil if it is.
    var notWorkedOn: ReportStoreError? {
        if isWorkedOn { return nil }
        return worked.map { .superseded(newestNumber: $0.number, newestID: $0.id) } ?? .withdrawn(number: version.number)
    }
}

/// What a page tells of an error of the store; what it says nothing of is our own fault.
extension ReportStoreError: ToldError {
    package var told: any Error {
        switch self {
        case .reasonMissing: Problem(description, at: "reason")
        case .dueInThePast: Problem(description, at: "due")
        case .superseded, .withdrawn, .withdrawnAbove: conflict()
        case .regionMissing, .fileMismatch, .otherOrganization, .borne, .decidedElsewhere, .tooMuchWaiting, .unknownVersion,
            .alreadyCurrent, .damagedReport:
            self
        }
    }

    func conflict(_ title: String = "现在不能这样做") -> PageError {
        PageError(status: .conflict, title: title, message: description)
    }
}
