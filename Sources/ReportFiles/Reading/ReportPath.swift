import Foundation
import Formats

/// A file that should hold a report, and the region that it belongs to.
package struct ReportPath: Hashable, Sendable {
    /// `-` is standard input.
    package var path: String
    /// The region given, else the name of the folder that the file lies in.
    package var region: String
    /// The folder that was given and the names below it, for a file found there. Nothing on this way may be a link.
    private var found: Found?

    private struct Found: Hashable, Sendable {
        var folder: String
        var names: [String]

        var path: String { (folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/") + names.joined(separator: "/") }
    }

    package init(path: String, region: String = "") {
        self.path = path
        self.region = region
    }

    /// What paths stand for.
    package struct Selection: Hashable, Sendable {
        package var files: [ReportPath] = []
        /// What a folder holds beside files and folders, and folders that are an office's data.
        package var leftOut: [LeftOut] = []
    }

    /// Endings that reports come with; in a folder, files with others are left alone.
    private static let endings: Set<String> = ["txt", "htm", "html", "docx", "xlsx", "csv", "pdf", "json", "md", ""]

    /// The files that paths stand for: a file itself, a folder with all regular files below it. Links, pipes and devices in
    /// a folder are left out and named, hidden entries are left out; names are taken in order. A path that is not there stands
    /// for itself, so that reading tells.
    ///
    /// - Parameter region: of all files; without it each belongs to the region that its folder is named after.
    package static func all(_ paths: [String], region: String? = nil) throws(UnreadableFile) -> Selection {
        var selection = Selection()
        for path in paths {
            let url = URL(fileURLWithPath: path).standardizedFileURL
            var isFolder: ObjCBool = false
            if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                try walk(Found(folder: path, names: []), region: region, folderName: url.lastPathComponent, into: &selection)
            } else {
                let folder = url.deletingLastPathComponent().lastPathComponent
                selection.files.append(ReportPath(path: path, region: region ?? folder))
            }
        }
        return selection
    }

    private static func walk(
        _ place: Found, region: String?, folderName: String, into selection: inout Selection
    ) throws(UnreadableFile) {
        let folder = place.names.isEmpty ? place.folder : place.path
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw UnreadableFile(path: folder, message: "无法读取文件夹。请检查路径和权限。")
        }
        if names.contains(where: { $0.utf8.elementsEqual("gongkai.sqlite".utf8) }) {
            // Its key would be taken for a text.
            return selection.leftOut.append(LeftOut(path: folder, what: "本程序的数据文件夹"))
        }
        for name in names where name.utf8.first != UInt8(ascii: ".") {
            let entry = Found(folder: place.folder, names: place.names + [name])
            switch EntryKind(of: entry.path) {
            case .folder: try walk(entry, region: region, folderName: name, into: &selection)
            case .file:
                guard endings.contains((name as NSString).pathExtension.lowercased()) else { continue }
                var file = ReportPath(path: entry.path, region: region ?? folderName)
                file.found = entry
                selection.files.append(file)
            case let kind: selection.leftOut.append(LeftOut(path: entry.path, what: kind?.title ?? "文件名不是 UTF-8"))
            }
        }
    }

    /// The file's name without its folders.
    package var name: String { path == "-" ? "-" : (path as NSString).lastPathComponent }

    /// The file's bytes; one too large is not even read.
    ///
    /// - Throws: `UnreadableFile`.
    package func bytes(limit: Int = Limits.standard.fileBytes) throws(UnreadableFile) -> [UInt8] {
        let bytes = try path == "-" ? ReportPath.standardInput(limit) : content(limit)
        // What is imported is published: the key of an office, put among reports by mistake or by malice, must not be.
        if bytes.count < 64, let key = Data(base64Encoded: Data(bytes.filter { $0 > 0x20 })), key.count == 32 {
            throw UnreadableFile(path: path, message: "内容是一把密钥（32 字节的 Base64），不是报告，没有读取。")
        }
        return bytes
    }

    private func content(_ limit: Int) throws(UnreadableFile) -> [UInt8] {
        do throws(FileAccessError) {
            let file = if let found { try RegularFile(in: found.folder, found.names) } else { try RegularFile(path) }
            return try file.bytes(limit: limit)
        } catch {
            throw UnreadableFile(path: path, message: error.message)
        }
    }

    private static func standardInput(_ limit: Int) throws(UnreadableFile) -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try FileHandle.standardInput.read(upToCount: limit + 1).map([UInt8].init) ?? []
        } catch {
            throw UnreadableFile(path: "-", message: "无法读取标准输入。")
        }
        // Nobody knows how much was still to come.
        if bytes.count > limit { throw UnreadableFile(path: "-", message: "标准输入的内容太多：超过 \(limit) 字节。请拆分后再读。") }
        return bytes
    }
}

/// Something in a folder that is not read, and what it is.
package struct LeftOut: Hashable, Sendable {
    package let path: String
    /// 链接, 管道.
    package let what: String

    package init(path: String, what: String) {
        (self.path, self.what) = (path, what)
    }

    /// All that was left out, in lines for a person: how many, and the first names.
    package static func lines(_ leftOut: [LeftOut]) -> [String] {
        if leftOut.isEmpty { return [] }
        let shown = leftOut.prefix(20).map { "  \($0.path)（\($0.what)）" }
        let rest = leftOut.count > shown.count ? ["  ……另有 \(leftOut.count - shown.count) 个"] : []
        return ["有 \(leftOut.count) 项不是普通文件，没有读取；确实是报告的，请换成文件本身："] + shown + rest
    }
}

/// A file that could not be read, and why.
package struct UnreadableFile: Error, Hashable, Sendable, CustomStringConvertible {
    package var path: String
    /// In Chinese: what is wrong and what to do.
    package var message: String

    package init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    package var description: String { "\(path)：\(message)" }
}
