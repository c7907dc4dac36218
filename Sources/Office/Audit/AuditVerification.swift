import Crypto
import Database
import Foundation

/// What the chain of events says about itself.
package struct AuditVerification: Sendable, Equatable {
    /// What is wrong with an event, or with the end of the chain.
    package enum Fault: Sendable, Equatable, CustomStringConvertible {
        case altered(sequence: Int)
        case removed(sequences: ClosedRange<Int>)
        /// Behind the end that the head names, or before the first.
        case inserted(sequence: Int)
        case head(HeadFault)
        /// An anchor that was kept elsewhere names another event there, or one that is not there.
        case anchor(sequence: Int)
        /// A row without a number.
        case unnumbered
        /// The database has what the program did not make, or not what it made.
        case structure(CatalogueFault)
        /// An index does not hold what its table holds, so that queries miss events; in words.
        case index(String)
        case role(RoleFault)
        case subjectKey(SubjectKeyFault)
        case row(RowFault)

        package var description: String {
            switch self {
            case .altered(let n): "第 \(n) 条：内容被改动过。"
            case .unnumbered: "有一条没有序号：不是本程序写入的。"
            case .structure(let fault): "\(fault)。它可能替换或藏起记录。请查明是谁改动的，改回原样；查不清的，从备份恢复。"
            case .index(let words): "\(words)。按对象、人员查找时会漏掉记录。请查明原因，用 reindex 重建索引后再核验。"
            case .role(let fault): fault.description
            case .subjectKey(let fault): fault.description
            case .row(let fault): fault.description
            case .removed(let range):
                range.count == 1 ? "第 \(range.lowerBound) 条：被删除。" : "第 \(range.lowerBound) 至 \(range.upperBound) 条：被删除。"
            case .inserted(let n): "第 \(n) 条：不是本程序写入的。"
            case .head(let fault): fault.description
            case .anchor(let n): "第 \(n) 条：与另行保存的锚点不符，从某一条到这一条的记录被换掉或者删除过。"
            }
        }
    }

    package enum HeadFault: String, Sendable, CustomStringConvertible {
        case missing = "末端标记被删除。"
        case altered = "末端标记被改动过。"

        package var description: String { rawValue }
    }

    /// Who holds a role otherwise than the events say.
    package enum RoleFault: Sendable, Equatable, CustomStringConvertible {
        /// Held, and no event gave it.
        case notGiven(account: Int, organization: Int, role: String)
        /// Given, not taken, and not held.
        case notHeld(account: Int, organization: Int, role: String)

        package var description: String {
            switch self {
            case .notGiven(let account, let organization, let role):
                "账号 account:\(account) \(Self.words(organization, role))没有授予的记录：是绕过本程序加上的。请在“人员”中收回这个角色，停用其登录，并查明是谁改动的。"
            case .notHeld(let account, let organization, let role):
                "账号 account:\(account) \(Self.words(organization, role))有授予的记录，没有收回的记录，却不见了。请核实后重新授予，并查明是谁改动的。"
            }
        }

        private static func words(_ organization: Int, _ role: String) -> String {
            let title = Role(rawValue: role)?.title ?? role
            return organization == 0 ? "的角色“\(title)”" : "在机构 organization:\(organization) 的角色“\(title)”"
        }
    }

    /// A key of sealed personal values, and the events that were sealed with it.
    package enum SubjectKeyFault: Sendable, Equatable, CustomStringConvertible {
        /// Events are sealed under it, nothing says that the subject was forgotten, and it is not there.
        case missing(subject: String)
        /// It cannot be opened.
        case altered(subject: String)

        package var description: String {
            switch self {
            case .missing(let subject): "\(subject) 的密钥不见了，又没有抹去个人信息的记录：记录里加密的内容不能再读。请从备份恢复。"
            case .altered(let subject): "\(subject) 的密钥被改动过：记录里加密的内容不能再读。请从备份恢复。"
            }
        }
    }

    /// How many events were read.
    package let events: Int
    /// In the order of the events; empty where all is as it was written.
    package let faults: [Fault]
    /// How many rows were compared in part only: older programs recorded them without a code of what they held.
    package var uncoded = 0

    package var holds: Bool { faults.isEmpty }

    /// What was not compared, for whoever reads that all is well; nil where nothing was left out.
    package var reservation: String? {
        uncoded == 0 ? nil : "其中 \(uncoded) 项（密码、链接等）是较早的程序记录的，当时没有记下校验码，只核对了有没有相应的记录。"
    }
}

extension AuditLog {
    /// Reads all events and compares each with its hash, its number and the one before; where all of them hold, what they did
    /// with what is there: roles, keys of subjects, settings, accounts, links, proposals, and reports.
    ///
    /// - Parameter anchors: what was kept elsewhere of this record.
    package func verify(_ db: ReadTransaction, in house: House, anchors: [AuditAnchor] = []) throws -> AuditVerification {
        var faults: [AuditVerification.Fault] = []
        var open = Set(anchors.filter { $0 != AuditAnchor(sequence: 0, hash: AuditLog.genesis) })
        var end: AuditAnchor?
        do {
            end = try anchor(db)
        } catch let error as AuditError {
            faults.append(.head(error == .headMissing ? .missing : .altered))
        } catch is DatabaseError {
            faults.append(.head(.altered))
        }
        var events = 0
        var uncoded = 0
        var next = 1
        // The hash that the next event must name; nil where the event before is gone or was altered.
        var previous: String? = AuditLog.genesis
        var consequences = AuditConsequences(house.capabilities.flatMap { $0.traces() })
        try db.each("select \(AuditRow.columns) from audit_event order by sequence") { row in
            events += 1
            guard case .integer(let number) = try row.value("sequence") else { return faults.append(.unnumbered) }
            let sequence = Int(number)
            // A value of another kind than the program writes is read as nothing.
            let content = try? AuditRow(row)
            let hash = (try? row.text("hash")) ?? ""
            open.remove(AuditAnchor(sequence: sequence, hash: hash))
            // Without a head nobody knows the end; a number that has none after it is beyond any.
            if sequence < 1 || sequence > end?.sequence ?? .max - 1 { return faults.append(.inserted(sequence: sequence)) }
            if sequence > next {
                faults.append(.removed(sequences: next...sequence - 1))
                previous = nil
            }
            let isWhole = content.flatMap { content in (try? keys.key(content.keyID)).map { content.hash($0) == hash } } ?? false
            let follows = previous.map { $0 == content?.previous } ?? true
            if !(isWhole && follows) { faults.append(.altered(sequence: sequence)) }
            if let content { consequences.add(content) }
            previous = isWhole ? hash : nil
            next = sequence + 1
        }
        if let end, next <= end.sequence { faults.append(.removed(sequences: next...end.sequence)) }
        if let end, let previous, next == end.sequence + 1, end.hash != previous { faults.append(.head(.altered)) }
        // What an event that is gone or was altered said, nobody knows.
        if faults.isEmpty {
            faults += try consequences.roleFaults(db).map { .role($0) }
            faults += try consequences.subjectKeyFaults(db, self).map { .subjectKey($0) }
            let rows = try consequences.rowFaults(db, self)
            faults += rows.faults.map { .row($0) }
            uncoded = rows.uncoded
        }
        faults += Set(open.map(\.sequence)).sorted().map { .anchor(sequence: $0) }
        return AuditVerification(events: events, faults: faults, uncoded: uncoded)
    }
}
