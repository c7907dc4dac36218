import AnnualReport
import Formats
import Foundation
import HTTPTypes
import NIOCore
import Office
import ReportFiles
import Web

/// Takes uploaded files in one after another: reads each, finds whose report it is, keeps it as a draft. What becomes of
/// one does not touch the others.
struct UploadIntake: Sendable {
    let records: Records
    let pool: ReadingPool

    /// How many files one upload may have, those of its archives among them.
    static let mostFiles = 100
    /// After this long the files that are left wait for the reader to ask on: no request is open for ever.
    static let patience = Duration.seconds(40)

    /// What became of one file.
    enum Taken: Sendable {
        case kept(ReportVersion)
        case known(ReportVersion)
        case unclear(organization: String, year: Int?)
        /// It was said to be one organization's, and its name is another's.
        case borne(organization: String, year: Int?, by: ReportStoreError)
        /// Another request was faster.
        case decided
        /// The reading has no room, or the time is over.
        case waiting
        case refused(UploadProblem)
    }

    /// A file as it came, or why an archive did not yield it.
    struct Sent: Sendable {
        var name: String
        var content: Result<[UInt8], UploadProblem>
    }

    // MARK: Many

    /// The files of an upload with those of its ZIP archives in their place. All archives together unpack to no more than
    /// one may: a form of a hundred small ones would fill the machine's memory.
    ///
    /// - Throws: `UploadProblem` where there are too many.
    static func unpack(_ parts: [MultipartForm.Part], largest: Int, _ limits: Limits) throws -> [Sent] {
        var sent: [Sent] = []
        var (left, rest) = (largest * 4, parts[...])
        while sent.count <= mostFiles, let part = rest.popFirst() {
            let name = shortened(part.fileName ?? "")
            var limits = limits
            (limits.fileBytes, limits.unpackedBytes, limits.entries) = (largest, left, mostFiles * 4)
            guard FileBundle.isBundle(part.bytes, limits: limits) else {
                sent.append(Sent(name: name, content: .success(part.bytes)))
                continue
            }
            do throws(FormatError) {
                let (files, leftOut) = try FileBundle.files(of: part.bytes, limits: limits)
                for file in files {
                    if case .success(let bytes) = file.content { left -= min(left, bytes.count) }
                    sent.append(Sent(name: shortened(file.name), content: file.content.mapError(UploadProblem.init)))
                }
                if files.isEmpty {
                    sent.append(Sent(name: name, content: .failure(UploadProblem("压缩包里没有文件。", status: .unprocessableContent))))
                } else if leftOut > 0 {
                    let words = "压缩包里另有 \(leftOut) 项是链接或系统附带的文件，没有读取。"
                    sent.append(Sent(name: name, content: .failure(UploadProblem(words, status: .unprocessableContent))))
                }
            } catch {
                if error == .readingCancelled { throw CancellationError() }
                sent.append(Sent(name: name, content: .failure(UploadProblem(error))))
            }
        }
        guard sent.count <= mostFiles else {
            let words = "这次\(rest.isEmpty ? "" : "至少")有 \(sent.count) 份，都没有保存。请分几次上传。"
            throw UploadProblem("一次最多上传 \(mostFiles) 份文件，\(words)", status: .contentTooLarge)
        }
        return sent
    }

    private static func shortened(_ name: String) -> String {
        // A control character is no part of a name, and no database takes a NUL.
        let name = String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.generalCategory != .control })).trimmingSpaces
        return name.isEmpty ? "（没有文件名）" : String(name.prefix(200))
    }

    /// What is written down of a file that is not kept; nil of one whose outcome was written with it.
    static func outcome(_ taken: Taken, sha256: String) -> UploadOutcome? {
        switch taken {
        case .kept, .known, .decided: nil
        case .refused(let problem): .refused(reason: problem.message)
        case .unclear(let organization, let year), .borne(let organization, let year, _):
            .unclear(organization: organization, year: year, sha256: sha256)
        case .waiting: .waiting(sha256: sha256)
        }
    }

    // MARK: One

    /// Takes one file in, and writes its outcome down where it is kept.
    ///
    /// - Parameters:
    ///   - slot: the file's line in the list of its upload.
    ///   - word: the organization that it is of by the word of whoever uploads it.
    func take(
        _ bytes: [UInt8], _ name: String, _ principal: Principal, slot: UploadSlot, word: Int? = nil, until gone: Departure?,
        at instant: Date
    ) async throws -> Taken {
        let reading: ReportReading
        do {
            reading = try await pool.run(for: .staff, until: gone) { limits in
                try await ReportReader.readAny(bytes, name: name, limits: limits)
            }
        } catch FormatError.readingCancelled {
            // Nobody waits for the answer any more: that is no word on the file, which waits.
            throw CancellationError()
        } catch let error as FormatError {
            return .refused(UploadProblem(error))
        } catch let error as PageError where error == .busy {
            return .waiting
        }
        let scope = principal.scope(.importReports)
        guard let printed = reading.report.organization else { return .refused(.nameless) }
        let year = reading.report.year
        let owners = try await records.reports.owners(of: reading.report, in: scope, by: principal.accountID)
        let owner: Organization
        if let word {
            guard let named = try await records.organizations.organization(word), named.state == .active,
                scope.reaches(try await records.organizations.ancestors(word))
            else { return .unclear(organization: printed, year: year) }
            owner = named
        } else if let only = owners.within.first, owners.within.count == 1 {
            owner = only
        } else if owners.within.isEmpty, let other = owners.beyond.first {
            return .refused(.foreign(printed, other))
        } else {
            return .unclear(organization: printed, year: year)
        }
        do {
            switch try await records.reports.importReport(
                reading, file: bytes, region: owner.region, of: owner.id, onWord: !owners.within.contains { $0.id == owner.id },
                asDraft: true, settling: slot, by: principal.actor, at: instant)
            {
            case .added(let version), .published(let version): return .kept(version)
            case .alreadyThere(let version): return .known(version)
            }
        } catch let error as ReportStoreError {
            switch error {
            case .borne(_, let other):
                return word == nil ? .refused(.foreign(printed, other)) : .borne(organization: printed, year: year, by: error)
            // The name passed to another one meanwhile.
            case .otherOrganization: return .unclear(organization: printed, year: year)
            case .decidedElsewhere: return .decided
            default: throw error
            }
        }
    }
}

extension UploadProblem {
    init(_ message: String, status: HTTPResponse.Status) { self.init(message: message, status: status) }

    init(_ error: FormatError) {
        self.init(message: error.description, status: .unprocessableContent, event: .refusedUpload)
    }

    fileprivate static let nameless = UploadProblem(
        "没有认出这份文件是哪个单位的报告，没有保存。请检查标题是否写明单位，例如“某某局2021年政府信息公开工作年度报告”。", status: .unprocessableContent)

    fileprivate static func foreign(_ printed: String, _ owner: Organization) -> UploadProblem {
        UploadProblem(
            message: "这份文件是「\(printed)」的报告，不属于您可以上传的单位，没有保存。请由\(owner.displayName)或它的主管部门上传。", status: .forbidden,
            event: .forbidden)
    }
}
