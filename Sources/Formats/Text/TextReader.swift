import Glibc

/// Reads plain text: every line is a block, the empty ones too, numbered from 1.
enum TextReader {
    static func read(_ utf8: [UInt8], limits: Limits) throws(FormatError) -> SourceDocument {
        var expected = utf8.count / 48 + 1
        // A line is a byte at least, so only more bytes than that can be too many lines.
        if utf8.count > limits.lines {
            expected = utf8.withUnsafeBufferPointer { count($0, upTo: limits.lines + 1) }
            if expected > limits.lines { throw .tooManyLines(limit: limits.lines) }
        }
        if utf8.count > limits.textBytes { throw .tooMuchText(limit: limits.textBytes) }
        var document = SourceDocument(format: .text)
        document.blocks = utf8.withUnsafeBytes { bytes in lines(bytes, expected: expected) }
        document.utf8 = utf8
        return document
    }

    /// `\r\n`, `\n` and `\r` end a line; text after the last of them is a line too.
    private static func lines(_ bytes: UnsafeRawBufferPointer, expected: Int) -> [Block] {
        guard let base = bytes.baseAddress else { return [] }
        var blocks: [Block] = []
        blocks.reserveCapacity(expected)
        let hasReturns = memchr(base, 0x0D, bytes.count) != nil
        var start = 0
        var number = 1
        // The next line feed, looked for once: in a text of returns alone it is the end of the text each time.
        var feed = -1
        while start < bytes.count {
            if feed < start {
                feed = memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base } ?? bytes.count
            }
            var end = feed
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

    /// How many lines `lines` would make, counted no further than `most`.
    private static func count(_ bytes: UnsafeBufferPointer<UInt8>, upTo most: Int) -> Int {
        var count = 0
        var last: UInt8 = 0x0A
        for byte in bytes where count < most {
            if byte == 0x0D || (byte == 0x0A && last != 0x0D) { count += 1 }
            last = byte
        }
        return last == 0x0A || last == 0x0D ? count : count + 1
    }
}
