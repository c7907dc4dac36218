import Foundation

/// Somebody who works at the desk.
public struct Account: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable {
        /// Made, and the first password not chosen yet.
        case invited
        case active
        /// Gone, while what they did alone waits to be handed over: signs in no more, and still holds their roles.
        case leaving
        case left

        public var title: String {
            switch self {
            case .invited: "待启用"
            case .active: "在用"
            case .leaving: "交接中"
            case .left: "已离岗"
            }
        }
    }

    public let id: Int
    /// The name to sign in with.
    public let login: String
    public let name: String
    public let state: State
    public let hasSecondFactor: Bool
    public let passwordSetAt: Date?
    public let madeAt: Date
    public let leftAt: Date?
    public let grants: [Grant]

    /// True for those who are or will be at work.
    public var isHere: Bool { state == .invited || state == .active }

    public func holds(_ role: Role) -> Bool { grants.contains { $0.role == role } }
}

/// A name to sign in with: what is allowed, and how two are compared.
public enum LoginName {
    /// Folded, so that Zhang and zhang are one; nil for what is none: 2 to 32 letters, digits, dots, dashes or
    /// Chinese characters.
    public static func key(_ text: String) -> String? {
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased().trimmingCharacters(in: .whitespacesAndNewlines)
        let isPlain = folded.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._-".unicodeScalars.contains(scalar)
        }
        return (2...32).contains(folded.count) && isPlain ? folded : nil
    }
}

/// Somebody who is signed in.
public struct Principal: Sendable, Equatable {
    public let accountID: Int
    public let login: String
    public let name: String
    public let sessionID: Int
    public let grants: [Grant]

    public var actor: Actor { .account(accountID) }
    public func has(_ right: Right) -> Bool { Permission.has(right, grants) }
    public func may(_ right: Right, on path: [Int]) -> Bool { Permission.may(right, grants, on: path) }
}
