import Glibc

/// A folder that only we can enter, for programs and libraries that insist on files.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws(FormatError) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/gongkai-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .outOfResources(detail: "无法建立临时文件夹") }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    /// Files inside go with the folder; there are no folders in it.
    deinit {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                if name != ".", name != ".." { unlink("\(path)/\(name)") }
            }
            closedir(folder)
        }
        rmdir(path)
    }

    func write(_ bytes: [UInt8], to name: String) throws(FormatError) {
        guard let file = fopen("\(path)/\(name)", "wb") else { throw .outOfResources(detail: "无法写临时文件") }
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw .outOfResources(detail: "临时文件写不下") }
    }

    func read(_ name: String) throws(FormatError) -> [UInt8] {
        guard let file = fopen("\(path)/\(name)", "rb") else { throw .outOfResources(detail: "无法读临时文件") }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = max(0, ftell(file))
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
    }
}
