import Foundation

/// The origin (scheme, host, port) under which readers reach the site: what links that leave it begin with.
///
/// An operator or the office writes it. It is never taken from a request, whose Host header is whatever the asker writes:
/// a one-time link made with that would lead to the asker's own site.
package struct SiteAddress: Hashable, Sendable, CustomStringConvertible {
    /// `https://gk.example.gov.cn`, without a slash at the end.
    package let description: String
    /// True where nobody but this machine can reach it.
    package let isThisMachine: Bool

    private static let longest = 255

    /// - Throws: `SiteAddressError`, in words for whoever typed it.
    package init(_ text: String) throws(SiteAddressError) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let bytes = Array(text.utf8.prefix(Self.longest + 1))
        guard bytes.count <= Self.longest, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .unfit(text) }
        let lowered = String(decoding: bytes, as: UTF8.self).lowercased()
        guard let scheme = ["http://", "https://"].first(where: { lowered.utf8.starts(with: $0.utf8) }) else { throw .scheme(text) }
        var rest = Substring(lowered.dropFirst(scheme.utf8.count))
        if rest.utf8.last == UInt8(ascii: "/") { rest = rest.dropLast() }
        guard !rest.utf8.contains(where: { "/?#@\\".utf8.contains($0) }) else { throw .more(text) }
        guard let (host, port) = Self.parts(rest) else { throw .unfit(text) }
        if host == "0.0.0.0" || host == "[::]" { throw .everywhere(text) }
        isThisMachine = host == "localhost" || host == "[::1]" || host.utf8.starts(with: "127.".utf8)
        description = scheme + host + (port.map { ":\($0)" } ?? "")
    }

    /// Host and port; nil where they are none.
    private static func parts(_ text: Substring) -> (host: String, port: Int?)? {
        var host = text
        var port: Int?
        let isBracketed = text.utf8.first == UInt8(ascii: "[")
        if let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")), !isBracketed || text.utf8.last != UInt8(ascii: "]") {
            let digits = text[text.utf8.index(after: colon)...]
            guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
                (1...65_535).contains(number)
            else { return nil }
            (host, port) = (text[..<colon], number)
        }
        return (isBracketed ? isIPv6(host) : isName(host)) ? (String(host), port) : nil
    }

    private static func isIPv6(_ host: Substring) -> Bool {
        guard host.utf8.last == UInt8(ascii: "]") else { return false }
        var address = in6_addr()
        return inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1
    }

    /// Labels of letters, digits and dashes; an IPv4 address is one, too.
    private static func isName(_ host: Substring) -> Bool {
        host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count)
                && label.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
        }
    }
}

/// Why something is no address of a site.
package enum SiteAddressError: Error, Equatable, Sendable, CustomStringConvertible {
    case scheme(String)
    /// A path, a query or a user beside the host.
    case more(String)
    /// 0.0.0.0 and [::] are what a program listens on.
    case everywhere(String)
    case unfit(String)

    package var description: String {
        switch self {
        case .scheme(let text): "网站地址应以 http:// 或 https:// 开头，现在是「\(text.prefix(60))」。"
        case .more(let text): "网站地址只写到域名和端口，例如 https://gk.example.gov.cn，现在是「\(text.prefix(60))」。请去掉后面的部分。"
        case .everywhere: "0.0.0.0 和 [::] 表示“监听全部网络地址”，打不开。请写别人打开本站时用的域名或 IP 地址。"
        case .unfit(let text): "「\(text.prefix(60))」不是能打开的网址。请写成 https://gk.example.gov.cn 或 http://192.168.1.20:8080 的样子；中文域名写 xn-- 开头的形式。"
        }
    }
}
