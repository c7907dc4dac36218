import Foundation

/// Somebody who works at the desk.
package struct Account: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        /// Made, and the first password not chosen yet.
        case invited
        case active
        /// Gone, while what they did alone waits to be handed over: signs in no more, and still holds their roles.
        case leaving
        case left

        package var title: String {
            switch self {
            case .invited: "待启用"
            case .active: "在用"
            case .leaving: "交接中"
            case .left: "已离岗"
            }
        }
    }

    package let id: Int
    /// The name to sign in with.
    package let login: String
    package let name: String
    package let state: State
    package let hasSecondFactor: Bool
    package let passwordSetAt: Date?
    package let madeAt: Date
    package let leftAt: Date?
    package let grants: [Grant]

    /// True for those who are or will be at work.
    package var isHere: Bool { state == .invited || state == .active }

    package func holds(_ role: Role) -> Bool { grants.contains { $0.role == role } }
}

/// Somebody who is signed in.
package struct Principal: Sendable, Equatable {
    package let accountID: Int
    package let login: String
    package let name: String
    package let sessionID: Int
    package let grants: [Grant]

    package var actor: Actor { .account(accountID) }
    package func has(_ right: Right) -> Bool { Permission.has(right, grants) }
    package func may(_ right: Right, on path: [Int]) -> Bool { Permission.may(right, grants, on: path) }
}
