import Office
import Web

/// What a browser calls itself (User-Agent), in the words of who uses it: Chrome（Windows）.
enum BrowserName {
    /// The first that fits: most name others, too.
    private static let browsers = [
        ("MicroMessenger/", "微信"), ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("OPR/", "Opera"), ("HuaweiBrowser/", "华为浏览器"),
        ("QQBrowser/", "QQ 浏览器"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("HarmonyOS", "鸿蒙"), ("OpenHarmony", "鸿蒙"), ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"),
        ("iPad", "iPad"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]

    static func words(_ agent: String) -> String {
        let browser = browsers.first { agent.contains($0.0) }?.1 ?? "其他浏览器"
        return browser + (systems.first { agent.contains($0.0) }.map { "（\($0.1)）" } ?? "")
    }
}
