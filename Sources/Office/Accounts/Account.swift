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
