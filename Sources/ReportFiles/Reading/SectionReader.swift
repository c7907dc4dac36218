import AnnualReport
import Formats

/// Follows the numbered sections of a report and the items right below them.
struct SectionReader {
    private let utf8: UnsafeBufferPointer<UInt8>
    private(set) var sections: [Narrative.Section] = []
    private(set) var remarks: [Remark] = []
    /// Bytes kept of a section's text: what is compared with last year's. A long report has a hundredth of it.
    private static let longestText = 1 << 20
    private var text: [UInt8] = []
    private var open = false
    private var lastNumber = 0
    /// The kind of mark that the section's own items bear, with the last number.
    private var itemKind: ItemMark?
    private var lastItem = 0

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        self.utf8 = utf8
    }

    /// Takes the next line; true if it is the heading of a section.
    mutating func take(_ line: DocumentPieces.Row) -> Bool {
        var range = line.range.indices
        // Markdown's own marks.
        while let first = utf8[range].first, first == 0x23 || first == 0x2A || first == 0x20 { range.removeFirst() }
        let slice = UnsafeBufferPointer(rebasing: utf8[range])
        let mark = Mark.read(slice)
        if range.count <= 160, let (number, heading) = heading(slice, mark) {
            begin(number, heading, SectionTopic(heading: heading), line.origin)
            return true
        }
        if let mark, !isSection(mark.mark) { takeItem(mark.mark, line.origin) }
        if open, text.count + slice.count <= SectionReader.longestText {
            text += slice
            text.append(0x0A)
        }
        return false
    }

    mutating func finish() {
        if open, !sections.isEmpty { sections[sections.count - 1].text = String(decoding: text, as: UTF8.self) }
        text = []
    }

    private func isSection(_ mark: ItemMark) -> Bool {
        if case .section = mark { true } else { false }
    }

    /// The number and words of a heading; nil for other lines.
    private func heading(_ slice: UnsafeBufferPointer<UInt8>, _ mark: (mark: ItemMark, length: Int)?) -> (Int?, String)? {
        if let (mark, length) = mark {
            guard case .section(let number) = mark else { return nil }
            let rest = Sentence(slice, TextRange(length, slice.count))
            guard rest.count <= 45, !rest.characters.contains(0x3002), !rest.characters.contains(0x3B) else { return nil }
            let words = compact(slice, from: length)
            guard let topic = SectionTopic(heading: words) else {
                // A section of the office's own, where it numbers on.
                return rest.count <= 30 && open && number == lastNumber + 1 && number > 2 ? (number, words) : nil
            }
            // 一、存在的问题 inside section five is an item, not a section again.
            if sections.contains(where: { $0.topic == topic }), number != lastNumber + 1 || number == 1 { return nil }
            return (number, words)
        }
        // 情况 or 事项 ends the heading of every section.
        guard slice.count <= 90, slice.count >= 12, let last = slice.last, last == 0xB5 || last == 0xB9 || last == 0x2A else { return nil }
        let words = compact(slice, from: 0)
        let bare = Folding.text(words)
        guard let topic = SectionTopic.allCases.first(where: { SectionReader.titles[$0.rawValue - 1].contains(bare) }),
            !sections.contains(where: { $0.topic == topic })
        else { return nil }
        return (nil, words)
    }

    private func compact(_ slice: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
        var bytes: [UInt8] = []
        slice.appendCompact(start..<slice.count, to: &bytes)
        bytes.removeAll { $0 == 0x2A }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Headings whose number the source has lost.
    private static let titles: [Set<String>] = [
        ["总体情况"], ["主动公开政府信息情况", "政府信息主动公开情况"],
        ["收到和处理政府信息公开申请情况"], ["政府信息公开行政复议行政诉讼情况", "因政府信息公开工作被申请行政复议提起行政诉讼情况"],
        ["存在的主要问题及改进情况", "存在的主要问题和改进情况"], ["其他需要报告的事项", "其他需要报告事项"],
    ]

    private mutating func begin(_ number: Int?, _ heading: String, _ topic: SectionTopic?, _ origin: Origin) {
        finish()
        if let number {
            if number != lastNumber + 1 {
                remarks.append(.numbering(scope: "各部分的", mark: .section(number), expected: lastNumber + 1, origin: origin))
            }
            lastNumber = number
        } else {
            lastNumber += 1
        }
        sections.append(Narrative.Section(number: number, heading: heading, topic: topic, text: "", origin: origin))
        open = true
        itemKind = nil
        lastItem = 0
    }

    private mutating func takeItem(_ mark: ItemMark, _ origin: Origin) {
        guard open else { return }
        let kind = itemKind ?? mark
        if itemKind == nil { itemKind = mark }
        switch (kind, mark) {
        case (.bracketed, .bracketed), (.digit, .digit): break
        default: return
        }
        // A list that starts again belongs to a heading without a number.
        if mark.number == 1, lastItem > 1 {
            lastItem = 1
            return
        }
        if mark.number != lastItem + 1, remarks.count < RawTables.most {
            let scope = sections.last.map { "「\($0.heading)」下的" } ?? ""
            remarks.append(.numbering(scope: scope, mark: mark, expected: lastItem + 1, origin: origin))
        }
        lastItem = mark.number
    }
}
