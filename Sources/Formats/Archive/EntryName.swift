/// The name of an entry of an archive, which somebody else wrote. It is looked at byte by byte: a combining mark joins itself to
/// a slash, and `..` before it would be no component of the characters (path traversal).
enum EntryName {
    /// True for a relative path that stays below the folder it is unpacked in.
    static func isSafe(_ name: String) -> Bool {
        let bytes = name.utf8
        guard let first = bytes.first, first != UInt8(ascii: "/"), !bytes.contains(0) else { return false }
        return bytes.split(separator: UInt8(ascii: "/")).allSatisfy { !$0.elementsEqual("..".utf8) }
    }

    /// Some old writers part folders with backslashes.
    static func withSlashes(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "\\")) else { return name }
        return String(decoding: name.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
    }
}
