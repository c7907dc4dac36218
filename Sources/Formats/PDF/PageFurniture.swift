import Markup

/// Running heads and feet of printed pages: lines at the top or bottom that stand on another page too, but for their
/// numbers.
enum PageFurniture {
    /// How many lines at each end of a page are looked at.
    private static let depth = 2

    /// The text with running heads and feet blanked and page ends turned into line ends; offsets stay as they were.
    static func removed(from text: [UInt8]) -> [UInt8] {
        let pages = ranges(text, 0..<text.count, separator: 0x0C)
        var counts: [[UInt8]: Int] = [:]
        let edges = pages.map { page in
            let lines = ranges(text, page, separator: 0x0A).filter { !$0.isEmpty }
            return lines.count <= 2 * depth ? [] : Array(lines.prefix(depth)) + Array(lines.suffix(depth))
        }
        for edge in edges {
            for key in Set(edge.map { key(text[$0]) }) { counts[key, default: 0] += 1 }
        }
        var result = text
        for line in edges.joined() where counts[key(text[line]), default: 0] > 1 {
            for i in line { result[i] = 0x20 }
        }
        for i in result.indices where result[i] == 0x0C { result[i] = 0x0A }
        return result
    }

    /// A line without its digits: 第 3 页 and 第 4 页 are one.
    private static func key(_ line: ArraySlice<UInt8>) -> [UInt8] {
        line.filter { $0 != 0x20 && !$0.isASCIIDigit }
    }

    private static func ranges(_ text: [UInt8], _ range: Range<Int>, separator: UInt8) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = range.lowerBound
        for i in range where text[i] == separator {
            ranges.append(start..<i)
            start = i + 1
        }
        ranges.append(start..<range.upperBound)
        return ranges
    }
}
