import Markup
import Web

/// A link to be copied: a read-only field of its own, so that one click and Ctrl+A select the whole of it without a script.
enum LinkField {
    /// - Parameter mayMend: true for those who can enter the site's own address.
    static func render(_ link: OutwardLink, mayMend: Bool) -> HTML {
        """
        <div class="field"><label for="link">链接</label>
        <span class="hint" id="link-hint">点进去，按 Ctrl+A 全选、Ctrl+C 复制，整段交给本人。</span>
        <textarea class="code link" id="link" readonly rows="4" aria-describedby="link-hint">
        \(link.text)</textarea></div>
        \(link.doubt.map { doubt($0, mayMend) })
        """
    }

    private static func doubt(_ doubt: OutwardLink.Doubt, _ mayMend: Bool) -> HTML {
        let what: String
        switch doubt {
        case .oneMansWord:
            return """
                <div class="inset warning"><p>管理员的链接不带网址：本站的地址是系统管理员一个人填写的，没有经别人核对。请把您平时打开本站的网址
                （到域名和端口为止）写在它的前面，再交给本人。启动网站时用 --public-url 指定了地址的，链接是完整的。</p></div>\n
                """
        case .noAddress: what = "本站的地址还没有填写，这个链接可能只在服务器上打得开。"
        case .thisMachine: what = "本站的地址只有这台电脑打得开，链接也是。要发到别处的，先换成别人打得开的地址。"
        }
        let mend: HTML =
            mayMend
            ? "请<a href=\"\(SettingsPath.page().at("public-url"))\">填写本站的地址</a>，再另开一个链接。" : "请系统管理员在“设置”里填写本站的地址，再另开一个链接。"
        return "<div class=\"inset warning\"><p>\(what)\(mend)</p></div>\n"
    }
}
