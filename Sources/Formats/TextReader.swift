import Glibc

/// Reads plain text: every line is a block, the empty ones too, numbered from 1.
enum TextReader {
    static func read(_ utf8: [UInt8]) -> SourceDocument {
        var document = SourceDocument(format: .text)
        document.blocks = utf8.withUnsafeBytes { bytes in lines(bytes) }
        document.utf8 = utf8
        return document
    }

    /// `\r\n`, `\n` and `\r` end a line; text after the last of them is a line too.
    private static func lines(_ bytes: UnsafeRawBufferPointer) -> [Block] {
        guard let base = bytes.baseAddress else { return [] }
        var blocks: [Block] = []
        blocks.reserveCapacity(bytes.count / 48 + 1)
        let hasReturns = memchr(base, 0x0D, bytes.count) != nil
        var start = 0
        var number = 1
        while start < bytes.count {
            var end = bytes.count
            if let found = memchr(base + start, 0x0A, bytes.count - start) {
                end = UnsafeRawPointer(found) - base
            }
            var next = end + 1
            if hasReturns, let found = memchr(base + start, 0x0D, end - start) {
                let position = UnsafeRawPointer(found) - base
                next = position + 1 == end && end < bytes.count ? end + 1 : position + 1
                end = position
            }
            blocks.append(.line(TextRange(start, end), number: number))
            number += 1
            start = next
        }
        return blocks
    }
}
