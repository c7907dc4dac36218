import ArgumentParser
import Foundation

/// A file that a command writes its result to.
package struct OutputFile {
    package let path: String
    package let ending: String

    /// - Throws: `ValidationError` for an ending that is not among those allowed.
    package init(_ path: String, endings: [String]) throws {
        self.path = path
        ending = (path as NSString).pathExtension.lowercased()
        guard endings.contains(ending) else {
            throw ValidationError("写出的文件名应以 \(endings.map { "." + $0 }.joined(separator: "、")) 结尾：\(path)")
        }
    }

    /// Writes the file whole or not at all.
    package func write(_ bytes: [UInt8]) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Console.complain("\(path)：无法写入。请检查文件夹是否存在、是否有写入权限。")
            throw Exit.unreadable
        }
    }
}
