import Markup
import Office
import Web

/// A new password, twice.
struct NewPasswordFields: Component {
    var state: FormState

    var html: HTML {
        """
        \(FormField(
            name: "password", label: "新密码", hint: "至少 \(PasswordPolicy.minimumLength) 个字符，可以用几个不相关的词连起来。", in: state,
            control: .password(autocomplete: "new-password")))
        \(FormField(name: "again", label: "再填一次新密码", in: state, control: .password(autocomplete: "new-password")))
        """
    }
}

/// Whose password it is, for the browser that keeps it.
struct HiddenUsername: Component {
    var login: String

    var html: HTML {
        """
        <input class="hidden" type="text" name="username" autocomplete="username" value="\(login)" tabindex="-1" aria-hidden="true" readonly>
        """
    }
}
