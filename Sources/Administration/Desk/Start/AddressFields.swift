import Markup
import Office
import Web

/// The fields for the site's name and its own address, among the first steps and among the settings.
struct AddressFields: Component, Sendable {
    private let name: String
    private let typed: String
    /// By `--public-url`, which goes before whatever is typed.
    private let fixed: SiteAddress?
    private let state: FormState

    /// Where no address is known yet, what the program listens at is offered: somebody has to say that it is right.
    init(_ settings: OfficeSettings, _ links: SiteLinks, _ state: FormState) {
        name = state.text("office-name", or: settings.officeName)
        typed = state.text("public-url", or: (settings.address ?? links.offered)?.description ?? "")
        (fixed, self.state) = (links.fixed, state)
    }

    var html: HTML {
        let overridden = fixed.map { "启动时用 --public-url 指定了 \($0)，以它为准。" } ?? ""
        return """
            \(FormField(name: "office-name", label: "网站名称", hint: "显示在每页的页眉，一般用单位的名称。", in: state, control: .text(name)))
            \(FormField(
                name: "public-url", label: "本站的地址", isOptional: true,
                hint: "别人打开本站时浏览器地址栏里的开头部分，例如 https://gk.example.gov.cn。发给别人的链接用它开头；不知道的，请问管服务器的人。\(overridden)",
                in: state, control: .text(typed, autocomplete: "url")))
            """
    }

    /// The address that a form carries; nil if nothing is typed.
    ///
    /// - Throws: `SettingError.address`.
    static func address(_ form: PostedForm) throws(SettingError) -> SiteAddress? {
        guard let typed = form.text("public-url") else { return nil }
        do { return try SiteAddress(typed) } catch { throw .address(error) }
    }
}
