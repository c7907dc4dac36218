import Markup
import Office
import Web

/// Re-authentication: one's own password once more, where one person does what else takes two.
enum PasswordProof {
    static let name = "password"

    static func field(_ problem: ErrorSummary.Problem?) -> HTML {
        FormField(
            name: name, label: "您的密码", hint: "一人办理要两个人办的事，再填一次密码。",
            error: problem.flatMap { $0.field == name ? $0.message : nil }, control: .password(autocomplete: "current-password")
        ).render()
    }

    /// Its name where the fault is in it.
    static func field(of error: AccountError) -> String? {
        switch error {
        case .wrongPassword, .passwordMissing, .wait, .noMemory: name
        default: nil
        }
    }
}
