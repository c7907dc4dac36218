import Markup
import Office
import Web

/// A version that was public and is withdrawn: only that, on which day and why. Its figures and its file are shown no more.
enum WithdrawnPage {
    /// - Parameter current: the version of the same report that is public now.
    static func render(_ version: ReportVersion, current: ReportVersion?) -> Page {
        let title = ReportView.title(version.displayName, version.year)
        return Page(
            title: "已撤回：\(title)", section: .reports,
            trail: [HomePath.crumb, ReportsPath.crumb],
            body: """
                <h1>\(title)</h1>
                <div class="inset warning"><p>\(words(version))</p></div>
                \(other(current))
                """)
    }

    /// For what is no page: its data, its file.
    static func error(_ version: ReportVersion) -> PageError {
        PageError(status: .gone, title: "这一版已经撤回", message: words(version))
    }

    private static func words(_ version: ReportVersion) -> String {
        guard let withdrawal = version.withdrawal else { return "第 \(version.number) 版没有公布。" }
        return "第 \(version.number) 版已于 \(BeijingTime.day(withdrawal.at)) 撤回，原因：\(withdrawal.reason)"
    }

    private static func other(_ current: ReportVersion?) -> HTML {
        guard let current else { return "<p>这份报告现在没有公布的版本。<a href=\"\(ReportsPath.list())\">看其他报告</a></p>" }
        return "<p>现在公布的是第 \(current.number) 版：<a href=\"\(ReportsPath.report(current.id))\">看第 \(current.number) 版</a></p>"
    }
}
