/// The encodings that Chinese offices' files come in.
package enum TextEncoding: String, Sendable, CaseIterable, Codable {
    case utf8, utf16LittleEndian, utf16BigEndian, gb18030, big5

    /// The name as people write it.
    package var displayName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .gb18030: "GB 18030"
        case .big5: "Big5"
        }
    }

    /// The encoding that a label such as `gb2312` or `UTF-8` stands for; GBK and GB 2312 are subsets of GB 18030.
    package init?(label: some StringProtocol) {
        switch label.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "gb-2312", "cp936": self = .gb18030
        case "big5", "big5-hkscs": self = .big5
        case "utf-16", "utf-16le": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        default: return nil
        }
    }
}
