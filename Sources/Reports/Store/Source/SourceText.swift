import Office

/// The text of a report's file as it was read, with the places that figures link to: lines, and grids with their cells.
///
/// A compact binary encoding (tags, LEB128 numbers, UTF-8), kept beside the report. It holds no markup, so that pages may
/// change while it stays, and pages make markup of it in one pass without parsing the file again.
package struct SourceText: Hashable, Sendable {
    /// What the database keeps.
    package let encoded: [UInt8]

    /// What a page may hold of a source, in bytes of its markup: some ten times a long report.
    package static let longest = 600_000

    init(encoded: [UInt8]) {
        self.encoded = encoded
    }

    /// A piece of the text, in reading order. Ranges are of `encoded`.
    package enum Part: Hashable, Sendable {
        /// A line, with its number where the format has lines; else a paragraph.
        case line(Range<Int>, number: Int?)
        /// A grid begins; its rows follow.
        case grid(number: Int, name: Range<Int>?)
        /// The next row of the grid begins, with the source's line where the format has lines (CSV).
        case row(line: Int?)
        /// Places of the row that the file leaves without a cell.
        case gap(Int)
        /// A cell; `column` counts from 0.
        case cell(Range<Int>, column: Int, rowSpan: Int, columnSpan: Int)
        case endOfGrid
        /// The file is longer than what a page can show: here, or in the line or cell before.
        case cut
    }

    /// True for a format without text to show (JSON).
    package var isEmpty: Bool { encoded.count <= Self.head.count }

    /// The bytes of a range of a part: UTF-8.
    package subscript(range: Range<Int>) -> ArraySlice<UInt8> { encoded[range] }

    /// Hands on each part.
    ///
    /// - Throws: `DamagedSourceText` where the bytes are not what `init(_:)` made, or whatever `body` throws.
    package func forEach(_ body: (Part) throws -> Void) throws {
        guard encoded.starts(with: Self.head) else { throw DamagedSourceText(offset: 0) }
        var cursor = SourceTextCursor(bytes: encoded, offset: Self.head.count)
        while let part = try cursor.next() { try body(part) }
    }

    /// What every encoding begins with: the number of its format.
    static let head: [UInt8] = [1]

    enum Tag: UInt8 {
        case line = 1
        case grid, row, gap, cell, endOfGrid, cut
    }
}

/// Stored bytes that are no source text.
package struct DamagedSourceText: Error, Hashable, CustomStringConvertible {
    /// Where the bytes stop making sense.
    package var offset: Int

    package var description: String { "原文的存档在第 \(offset) 字节处损坏" }
}

/// Walks over the encoding; every length is checked against the bytes that are there.
private struct SourceTextCursor {
    let bytes: [UInt8]
    var offset: Int

    mutating func next() throws(DamagedSourceText) -> SourceText.Part? {
        guard offset < bytes.count else { return nil }
        guard let tag = SourceText.Tag(rawValue: bytes[offset]) else { throw DamagedSourceText(offset: offset) }
        offset += 1
        switch tag {
        case .line:
            let number = try optional()
            return .line(try text(), number: number)
        case .grid:
            let number = try self.number()
            let isNamed = try self.number() == 1
            return .grid(number: number, name: isNamed ? try text() : nil)
        case .row: return .row(line: try optional())
        case .gap:
            let places = try number()
            // A gap is as long as its grid is wide at most; a page must not be filled with it.
            guard places <= SourceText.longest else { throw DamagedSourceText(offset: offset) }
            return .gap(places)
        case .cell:
            let (column, rowSpan, columnSpan) = (try number(), try number(), try number())
            return .cell(try text(), column: column, rowSpan: rowSpan, columnSpan: columnSpan)
        case .endOfGrid: return .endOfGrid
        case .cut: return .cut
        }
    }

    /// Zero stands for none.
    private mutating func optional() throws(DamagedSourceText) -> Int? {
        let value = try number()
        return value == 0 ? nil : value - 1
    }

    private mutating func text() throws(DamagedSourceText) -> Range<Int> {
        let count = try number()
        guard count <= bytes.count - offset else { throw DamagedSourceText(offset: offset) }
        defer { offset += count }
        return offset..<offset + count
    }

    /// At most 35 bits: no count of a file is larger.
    private mutating func number() throws(DamagedSourceText) -> Int {
        var value = 0
        for shift in stride(from: 0, through: 28, by: 7) {
            guard offset < bytes.count else { break }
            let byte = bytes[offset]
            offset += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw DamagedSourceText(offset: offset)
    }
}
