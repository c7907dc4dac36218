import Crypto
import Database
import Foundation

/// What the chain of events says about itself.
public struct AuditVerification: Sendable, Equatable {
    /// What is wrong with an event, or with the end of the chain.
    public enum Fault: Sendable, Equatable, CustomStringConvertible {
        case altered(sequence: Int)
        case removed(sequences: ClosedRange<Int>)
        /// Behind the end that the head names, or before the first.
        case inserted(sequence: Int)
        case head(HeadFault)
        /// An anchor that was kept elsewhere names another event there, or one that is not there.
        case anchor(sequence: Int)

        public var description: String {
            switch self {
            case .altered(let n): "第 \(n) 条：内容被改动过。"
            case .removed(let range):
                range.count == 1 ? "第 \(range.lowerBound) 条：被删除。" : "第 \(range.lowerBound) 至 \(range.upperBound) 条：被删除。"
            case .inserted(let n): "第 \(n) 条：不是本程序写入的。"
            case .head(let fault): fault.description
            case .anchor(let n): "第 \(n) 条：与另行保存的锚点不符，从某一条到这一条的记录被换掉或者删除过。"
            }
        }
    }

    public enum HeadFault: String, Sendable, CustomStringConvertible {
        case missing = "末端标记被删除。"
        case altered = "末端标记被改动过。"

        public var description: String { rawValue }
    }

    /// How many events were read.
    public let events: Int
    /// In the order of the events; empty where all is as it was written.
    public let faults: [Fault]

    public var holds: Bool { faults.isEmpty }
}

extension AuditLog {
    /// Reads all events and compares each with its hash, its number and the one before.
    ///
    /// - Parameter anchors: what was kept elsewhere of this record.
    public func verify(_ db: Reader, anchors: [AuditAnchor] = []) throws -> AuditVerification {
        var faults: [AuditVerification.Fault] = []
        var open = Set(anchors.filter { $0 != AuditAnchor(sequence: 0, hash: AuditLog.genesis) })
        var end: AuditAnchor?
        do {
            end = try anchor(db)
        } catch let error as AuditError {
            faults.append(.head(error == .headMissing ? .missing : .altered))
        }
        var events = 0
        var next = 1
        // The hash that the next event must name; nil where the event before is gone or was altered.
        var previous: String? = AuditLog.genesis
        try db.each("select \(AuditRow.columns) from audit_event order by sequence") { row in
            events += 1
            let (content, hash) = (try AuditRow(row), try row.text("hash"))
            open.remove(AuditAnchor(sequence: content.sequence, hash: hash))
            if content.sequence < 1 || end.map({ content.sequence > $0.sequence }) ?? false {
                return faults.append(.inserted(sequence: content.sequence))
            }
            if content.sequence > next {
                faults.append(.removed(sequences: next...content.sequence - 1))
                previous = nil
            }
            let isWhole = (try? keys.key(content.keyID)).map { content.hash($0) == hash } ?? false
            let follows = previous.map { $0 == content.previous } ?? true
            if !(isWhole && follows) { faults.append(.altered(sequence: content.sequence)) }
            previous = isWhole ? hash : nil
            next = content.sequence + 1
        }
        if let end, next <= end.sequence { faults.append(.removed(sequences: next...end.sequence)) }
        if let end, let previous, next == end.sequence + 1, end.hash != previous { faults.append(.head(.altered)) }
        faults += Set(open.map(\.sequence)).sorted().map { .anchor(sequence: $0) }
        return AuditVerification(events: events, faults: faults)
    }
}
