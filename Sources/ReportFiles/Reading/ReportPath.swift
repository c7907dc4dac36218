import Foundation
import Formats

/// A file that should hold a report, and the region that it belongs to.
public struct ReportPath: Hashable, Sendable {
    /// `-` is standard input.
    public var path: String
    /// The region given, else the name of the folder that the file lies in.
    public var region: String

    public init(path: String, region: String = "") {
        self.path = path
        self.region = region
    }

    /// Endings that reports come with; in a folder, files with others are left alone.
    private static let endings: Set<String> = ["txt", "htm", "html", "docx", "xlsx", "csv", "pdf", "json", "md", ""]

    /// The files that paths stand for: a file itself, a folder with all below it. Hidden ones and links to folders
    /// are left out, names are taken in order. A path that is not there stands for itself, so that reading tells.
    ///
    /// - Parameter region: of all files; without it each belongs to the region that its folder is named after.
    public static func all(_ paths: [String], region: String? = nil) throws(UnreadableFile) -> [ReportPath] {
        var files: [ReportPath] = []
        for path in paths {
            let url = URL(fileURLWithPath: path).standardizedFileURL
            var isFolder: ObjCBool = false
            if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                try walk(path, region: region, folderName: url.lastPathComponent, into: &files)
            } else {
                let folder = url.deletingLastPathComponent().lastPathComponent
                files.append(ReportPath(path: path, region: region ?? folder))
            }
        }
        return files
    }

    private static func walk(
        _ folder: String, region: String?, folderName: String, into files: inout [ReportPath]
    ) throws(UnreadableFile) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw UnreadableFile(path: folder, message: "无法读取文件夹。请检查路径和权限。")
        }
        for name in names where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                // A link may lead back up.
                let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
                if type != .typeSymbolicLink { try walk(path, region: region, folderName: name, into: &files) }
            } else if endings.contains((name as NSString).pathExtension.lowercased()) {
                files.append(ReportPath(path: path, region: region ?? folderName))
            }
        }
    }

    /// The file's name without its folders.
    public var name: String { path == "-" ? "-" : (path as NSString).lastPathComponent }

    /// The file's bytes; one too large is not even read.
    ///
    /// - Throws: `UnreadableFile`.
    public func bytes(limit: Int = Limits.standard.fileBytes) throws(UnreadableFile) -> [UInt8] {
        guard let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
            throw UnreadableFile(path: path, message: "找不到文件，或没有读取权限。请检查路径。")
        }
        defer { if path != "-" { try? handle.close() } }
        let bytes: [UInt8]
        do {
            bytes = try handle.read(upToCount: limit + 1).map([UInt8].init) ?? []
        } catch {
            throw UnreadableFile(path: path, message: "无法读取文件。请检查文件和权限。")
        }
        guard bytes.count <= limit else {
            var size = bytes.count
            if path != "-", let end = try? handle.seekToEnd() { size = Int(end) }
            throw UnreadableFile(path: path, message: FormatError.tooLarge(bytes: size, limit: limit).description)
        }
        return bytes
    }
}

/// A file that could not be read, and why.
public struct UnreadableFile: Error, Hashable, Sendable, CustomStringConvertible {
    public var path: String
    /// In Chinese: what is wrong and what to do.
    public var message: String

    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    public var description: String { "\(path)：\(message)" }
}
