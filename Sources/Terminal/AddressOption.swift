import ArgumentParser
import Office

/// The site's own address, where the command line gives it.
package struct AddressOption: ParsableArguments {
    @Option(
        name: .customLong("public-url"),
        help: ArgumentHelp("别人打开本站的地址，一次性链接用它开头；不写则用办公区“设置”里的。", valueName: "网址"),
        transform: { text in
            do { return try SiteAddress(text) } catch { throw ValidationError("--public-url：\(error)") }
        })
    package var publicURL: SiteAddress?

    package init() {}
}
