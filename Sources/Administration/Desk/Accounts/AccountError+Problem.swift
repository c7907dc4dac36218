import HTTPTypes
import Office
import Web

/// Where what is wrong with an account stands on a form.
extension AccountError: FormProblem {
    /// The field of one's own password, which proves that it is oneself who asks.
    static let proof = "current"

    package var field: String {
        switch self {
        case .login, .loginTaken, .loginLike: "login"
        case .nameMissing: "name"
        case .phone: "phone"
        case .password, .reusedPassword: "password"
        case .wrongPassword, .passwordMissing, .wait, .noMemory: Self.proof
        case .wrongCode: "code"
        case .incompatible, .alreadyHeld: "role"
        case .organizationMissing, .organizationUnknown: "organization"
        case .notHeld, .lastHolder: "roles"
        case .successorMissing, .successor: "successor"
        case .administratorsMissing: "kept"
        case .secondFactorIsOn, .unknown, .notActive, .notGone, .linkInvalid, .proposalGone, .mayNotDecide, .proposerGone,
            .handoverChanged, .notOnePerson, .onePersonLeaves:
            Problem.wholePage
        }
    }

    package var status: HTTPResponse.Status {
        switch self {
        case .wait: .tooManyRequests
        case .noMemory: .serviceUnavailable
        default: .unprocessableContent
        }
    }

    package var event: SecurityEvent? {
        switch self {
        case .wrongPassword: .signInRefused
        case .wait: .signInSlowed
        default: nil
        }
    }
}
