import Markup
import Office
import Web

/// Re-authentication: one's own password once more, where one person does what else takes two.
struct PasswordProof: Component {
    var state: FormState

    static let name = "password"
    /// Where a form with this field shows what is wrong with one's own password.
    static let fields = [AccountError.proof: name]

    init(_ state: FormState) { self.state = state }

    var html: HTML {
        FormField(
            name: Self.name, label: "您的密码", hint: "一人办理要两个人办的事，再填一次密码。", in: state,
            control: .password(autocomplete: "current-password")
        ).html
    }
}
