/// A statement with `?` for each value, as PostgreSQL writes it: `$1`, `$2`, …
struct Placeholders {
    let sql: String
    let count: Int

    /// Marks within quotes and comments are left alone.
    init(_ text: String) {
        var out: [UInt8] = []
        var count = 0
        let bytes = Array(text.utf8)
        out.reserveCapacity(bytes.count + 16)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            var end = index + 1
            switch (byte, next) {
            case (UInt8(ascii: "?"), _):
                count += 1
                out.append(contentsOf: "$\(count)".utf8)
                // Of a mark that is only asked whether it is null, the server cannot tell a type.
                if Self.isNullTest(bytes[(index + 1)...]) { out.append(contentsOf: "::text".utf8) }
                index = end
                continue
            case (UInt8(ascii: "'"), _), (UInt8(ascii: "\""), _):
                // A doubled quote is the end of one piece and the begin of the next.
                end = (bytes[end...].firstIndex(of: byte) ?? bytes.count - 1) + 1
            case (UInt8(ascii: "-"), UInt8(ascii: "-")):
                end = bytes[end...].firstIndex(of: 0x0A) ?? bytes.count
            case (UInt8(ascii: "/"), UInt8(ascii: "*")):
                end = index + 2
                while end < bytes.count, !(bytes[end - 1] == UInt8(ascii: "*") && bytes[end] == UInt8(ascii: "/") && end > index + 2) {
                    end += 1
                }
                end = min(end + 1, bytes.count)
            default: break
            }
            out.append(contentsOf: bytes[index..<end])
            index = end
        }
        sql = String(decoding: out, as: UTF8.self)
        self.count = count
    }

    private static func isNullTest(_ rest: ArraySlice<UInt8>) -> Bool {
        let words = String(decoding: rest.prefix(40), as: UTF8.self).lowercased()
            .split(whereSeparator: { !$0.isLetter }).prefix(3)
        guard rest.first == 0x20 || rest.first == 0x0A, words.first == "is" else { return false }
        return words.dropFirst().first == "null" || (words.dropFirst().first == "not" && words.last == "null")
    }
}
