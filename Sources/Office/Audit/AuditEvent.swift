import Formats
import Foundation

/// Who does something.
public enum Actor: Hashable, Sendable, CustomStringConvertible {
    case account(Int)
    /// The command line, or the program itself.
    case program
    /// Somebody who has not signed in.
    case visitor

    public var description: String {
        switch self {
        case .account(let id): "account:\(id)"
        case .program: "program"
        case .visitor: "visitor"
        }
    }

    /// Reads what `description` writes.
    public init?(_ text: String) {
        switch text {
        case "program": self = .program
        case "visitor": self = .visitor
        default:
            guard text.hasPrefix("account:"), let id = Int(text.dropFirst(8)) else { return nil }
            self = .account(id)
        }
    }

    /// The account's id; nil for the others.
    public var accountID: Int? {
        if case .account(let id) = self { id } else { nil }
    }
}

/// What a change belongs to.
public enum Capability: String, Sendable, CaseIterable {
    case site, organizations, accounts, reports, audit

    public var title: String {
        switch self {
        case .site: "站点"
        case .organizations: "机构"
        case .accounts: "账号"
        case .reports: "年度报告"
        case .audit: "审计"
        }
    }
}

/// What is changed or read: a kind and its id, `account:12`.
public struct AuditSubject: Hashable, Sendable, CustomStringConvertible {
    public let kind: String
    public let id: String

    public init(_ kind: String, _ id: some CustomStringConvertible) {
        (self.kind, self.id) = (kind, "\(id)")
    }

    public static let site = AuditSubject("site", 1)
    public static func account(_ id: Int) -> AuditSubject { AuditSubject("account", id) }
    public static func organization(_ id: Int) -> AuditSubject { AuditSubject("organization", id) }
    public static func reportVersion(_ id: Int) -> AuditSubject { AuditSubject("report-version", id) }

    init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        self.init(String(text[..<colon]), text[text.index(after: colon)...])
    }

    public var description: String { "\(kind):\(id)" }
}

/// A change, or a reading of personal data, as it is recorded. Nothing in it is personal but for `personal`, whose
/// values are sealed under the subject's own key.
public struct AuditEvent: Sendable {
    public var actor: Actor
    public var capability: Capability
    /// `account.created`: a noun and what happened.
    public var action: String
    public var subject: AuditSubject
    /// The organization that it concerns; nil for the whole site.
    public var organizationID: Int?
    /// Names of the fields that changed.
    public var fields: [String]
    /// What else is to be known, without personal data.
    public var facts: [(key: String, value: JSONValue)]
    /// New values of personal fields, by their names.
    public var personal: [(key: String, value: String)]

    public init(
        _ actor: Actor, _ capability: Capability, _ action: String, subject: AuditSubject, organization: Int? = nil,
        fields: [String] = [], facts: KeyValuePairs<String, JSONValue> = [:], personal: KeyValuePairs<String, String> = [:]
    ) {
        (self.actor, self.capability, self.action, self.subject) = (actor, capability, action, subject)
        (organizationID, self.fields) = (organization, fields)
        self.facts = facts.map { ($0.key, $0.value) }
        self.personal = personal.map { ($0.key, $0.value) }
    }

    /// Says that one person did what else takes two (一人办理).
    mutating func markAlone() { facts.append((Self.aloneFact, .bool(true))) }

    /// The name of that fact.
    public static let aloneFact = "alone"
}

/// An event as it was recorded.
public struct RecordedEvent: Sendable, Equatable {
    /// From 1, without a gap.
    public let sequence: Int
    public let at: Date
    public let actor: Actor
    public let organizationID: Int?
    public let capability: String
    public let action: String
    public let subject: String
    public let fields: [String]
    /// A JSON object.
    public let facts: JSONValue
    /// True where personal values were recorded with it, sealed.
    public let isSealed: Bool
}
