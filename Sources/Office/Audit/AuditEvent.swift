import Foundation
import Markup

/// Who does something.
package enum Actor: Hashable, Sendable, CustomStringConvertible {
    case account(Int)
    /// The command line, or the program itself.
    case program
    /// Somebody who has not signed in.
    case visitor

    package var description: String {
        switch self {
        case .account(let id): "account:\(id)"
        case .program: "program"
        case .visitor: "visitor"
        }
    }

    /// Reads what `description` writes.
    package init?(_ text: String) {
        switch text {
        case "program": self = .program
        case "visitor": self = .visitor
        default:
            guard text.hasPrefix("account:"), let id = Int(text.dropFirst(8)) else { return nil }
            self = .account(id)
        }
    }

    /// The account's id; nil for the others.
    package var accountID: Int? {
        if case .account(let id) = self { id } else { nil }
    }
}

/// What is changed or read: a kind and its id, `account:12`.
package struct AuditSubject: Hashable, Sendable, CustomStringConvertible {
    package let kind: String
    package let id: String

    package init(_ kind: String, _ id: some CustomStringConvertible) {
        (self.kind, self.id) = (kind, "\(id)")
    }

    package static let site = AuditSubject("site", 1)
    package static func account(_ id: Int) -> AuditSubject { AuditSubject("account", id) }
    package static func organization(_ id: Int) -> AuditSubject { AuditSubject("organization", id) }

    package init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        self.init(String(text[..<colon]), text[text.index(after: colon)...])
    }

    package var description: String { "\(kind):\(id)" }
}

/// A change, or a reading of personal data, as it is recorded. Nothing in it is personal but for `personal`, whose
/// values are sealed under the subject's own key.
package struct AuditEvent: Sendable {
    package var actor: Actor
    package var area: AuditArea
    /// `account.created`: a noun and what happened.
    package var action: String
    package var subject: AuditSubject
    /// The organization that it concerns; nil for the whole site.
    package var organizationID: Int?
    /// Names of the fields that changed.
    package var fields: [String]
    /// What else is to be known, without personal data.
    package var facts: [(key: String, value: JSONValue)]
    /// New values of personal fields, by their names.
    package var personal: [(key: String, value: String)]

    package init(
        _ actor: Actor, _ area: AuditArea, _ action: String, subject: AuditSubject, organization: Int? = nil,
        fields: [String] = [], facts: KeyValuePairs<String, JSONValue> = [:], personal: KeyValuePairs<String, String> = [:]
    ) {
        (self.actor, self.area, self.action, self.subject) = (actor, area, action, subject)
        (organizationID, self.fields) = (organization, fields)
        self.facts = facts.map { ($0.key, $0.value) }
        self.personal = personal.map { ($0.key, $0.value) }
    }

    /// Says that one person did what else takes two (一人办理).
    mutating func markAlone() { facts.append((Self.aloneFact, .bool(true))) }

    /// The name of that fact.
    package static let aloneFact = "alone"
}

/// An event as it was recorded.
package struct RecordedEvent: Sendable, Equatable {
    /// From 1, without a gap.
    package let sequence: Int
    package let at: Date
    package let actor: Actor
    package let organizationID: Int?
    /// The name of an `AuditArea`.
    package let area: String
    package let action: String
    package let subject: String
    package let fields: [String]
    /// A JSON object.
    package let facts: JSONValue
    /// True where personal values were recorded with it, sealed.
    package let isSealed: Bool
}
