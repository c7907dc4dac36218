import Foundation
import Terminal

/// Where the made-up data of the demonstration are.
enum ExampleFolder {
    /// - Parameter given: what the command line names; nil for the folder of the source code, or what was installed beside the program.
    /// - Throws: `Refusal` where there are none.
    static func find(_ given: String?) throws -> String {
        let places = given.map { [$0] } ?? ["Examples"] + (beside.map { [$0] } ?? [])
        if let folder = places.first(where: { FileManager.default.fileExists(atPath: list(in: $0)) }) { return folder }
        throw Refusal(
            "没有示例数据：\(places.map(list).joined(separator: "、")) 不存在。"
                + "请在源代码的文件夹里运行，或者用 --examples 指定示例数据的文件夹（源代码中的 Examples，安装以后是 share/gongkai/examples）。")
    }

    /// The list of organizations among them.
    static func list(in folder: String) -> String { folder + "/organizations.csv" }

    /// `../share/gongkai/examples`, seen from the program's own folder, as `make install` lays them out.
    private static var beside: String? {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        let home = URL(fileURLWithPath: program).deletingLastPathComponent().deletingLastPathComponent()
        return home.appendingPathComponent("share/gongkai/examples").path
    }
}
