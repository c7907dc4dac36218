import CXML2
import Markup

/// What libxml2's HTML parser reports, turned into flow, element by element, without a tree.
struct HTMLSink {
    var flow: DocumentBuilder
    private(set) var metadata: [SourceDocument.Metadata] = []
    private let elements = HTMLElement.lookup
    private var depth = 0
    /// The depth at which a skipped or hidden element began, 0 for none.
    private var skipDepth = 0
    /// True where what is skipped is hidden and belongs to a table: pages hide menus and windows, which are no report's.
    private var isHidingTable = false
    /// True where what is skipped is hidden, not a script or the like.
    private var isHiding = false
    /// Whether the page hides parts of its tables.
    private(set) var hidden: Set<SourceDocument.Hidden> = []
    private var preformattedDepth = 0
    private var isInHead = false
    private var isInTitle = false
    private var title: [UInt8] = []
    private var hasTitle = false
    /// The superscript or subscript that is open, each with a number of its own; 0 for none.
    private var raised = 0
    private var raisedAround: [Int] = []
    private var raisedCount = 0
    /// Where the text before belongs.
    private var raisedBefore = 0

    /// More than any page says of itself.
    private static let mostMetadata = 500

    init(limits: Limits, capacity: Int) { flow = DocumentBuilder(limits: limits, capacity: capacity) }

    typealias Attributes = UnsafeMutablePointer<UnsafePointer<xmlChar>?>

    mutating func start(_ name: UnsafePointer<xmlChar>, _ attributes: Attributes?) {
        depth += 1
        if depth > flow.limits.depth { flow.fail(.nestingTooDeep(limit: flow.limits.depth)) }
        let element = elements.element(name)
        if skipDepth > 0 {
            if element == .cell, isHiding { isHidingTable = true }
            return
        }
        let look = attributes == nil || element == .meta ? Look.shown : Self.look(attributes)
        if element == .skipped || look != .shown {
            skipDepth = depth
            // Struck-out text no longer holds, but everybody sees it.
            isHiding = element != .skipped && look == .hidden
            isHidingTable = isHiding && flow.isInTable
            return
        }
        switch element {
        case .inline: break
        case .block: beginFlow()
        case .lineBreak: flow.breakLine()
        case .preformatted:
            beginFlow()
            preformattedDepth = depth
        case .table:
            beginFlow()
            flow.beginTable()
        case .rowGroup: flow.beginGroup(isFooter: false)
        case .footGroup: flow.beginGroup(isFooter: true)
        case .row: flow.beginRow()
        case .cell: beginCell(attributes)
        case .head: isInHead = true
        case .body: isInHead = false
        case .title: isInTitle = true
        case .meta: addMeta(attributes)
        case .raised:
            raisedAround.append(raised)
            raisedCount += 1
            raised = raisedCount
        case .skipped: break
        }
    }

    mutating func end(_ name: UnsafePointer<xmlChar>) {
        defer { depth -= 1 }
        if skipDepth > 0 {
            if skipDepth == depth { skipDepth = 0 }
            return
        }
        switch elements.element(name) {
        case .inline, .lineBreak, .meta, .skipped, .body: break
        case .block: flow.breakLine()
        case .preformatted:
            preformattedDepth = 0
            flow.breakLine()
        case .table: flow.endTable()
        case .rowGroup, .footGroup: flow.endGroup()
        case .row: flow.endRow()
        case .cell: flow.endCell()
        case .head: isInHead = false
        case .raised: raised = raisedAround.popLast() ?? 0
        case .title: endTitle()
        }
    }

    mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
        if skipDepth > 0 {
            if isHidingTable, hidden.isEmpty, !Blank.isBlank(Array(text), from: 0) { hidden.insert(.text) }
            return
        }
        if isInTitle {
            title.append(contentsOf: text)
        } else if !isInHead {
            if raised != raisedBefore {
                raisedBefore = raised
                flow.separate()
            }
            if preformattedDepth > 0 { flow.addVerbatim(text) } else { flow.addCollapsing(text) }
        }
    }

    private mutating func beginFlow() {
        // A head that was never closed ends where the page begins.
        isInHead = false
        flow.breakLine()
    }

    private mutating func beginCell(_ attributes: Attributes?) {
        var rowSpan = 1
        var columnSpan = 1
        Self.each(attributes) { name, value in
            if CString.equal(name, "rowspan") { rowSpan = Self.span(value, zero: 65_534) }
            if CString.equal(name, "colspan") { columnSpan = Self.span(value, zero: 1) }
        }
        flow.beginCell(rowSpan: min(rowSpan, 65_534), columnSpan: columnSpan)
    }

    /// A span as HTML reads it: leading digits; what is no number counts 1. A row span of 0 runs to the group's end.
    private static func span(_ value: UnsafePointer<xmlChar>, zero: Int) -> Int {
        var i = 0
        while value[i] == 0x20 || (value[i] >= 9 && value[i] <= 13) { i += 1 }
        guard value[i].isASCIIDigit else { return 1 }
        var number = 0
        while value[i].isASCIIDigit, number < 1_000_000 {
            number = number * 10 + Int(value[i] - 0x30)
            i += 1
        }
        return number == 0 ? zero : number
    }

    private enum Look { case shown, struck, hidden }

    private static func look(_ attributes: Attributes?) -> Look {
        var look = Look.shown
        each(attributes) { name, value in
            if CString.equal(name, "hidden") { look = .hidden }
            guard CString.equal(name, "style"), look != .hidden else { return }
            look = CString.hidesText(value) ? .hidden : CString.strikesText(value) ? .struck : look
        }
        return look
    }

    private mutating func addMeta(_ attributes: Attributes?) {
        var name = ""
        var content = ""
        Self.each(attributes) { key, value in
            if CString.equal(key, "name") { name = String(cString: value) }
            if CString.equal(key, "content") { content = String(cString: value) }
        }
        if !name.isEmpty, metadata.count < Self.mostMetadata { metadata.append(.init(name: name.lowercased(), value: content)) }
    }

    private mutating func endTitle() {
        isInTitle = false
        let words = String(decoding: title, as: UTF8.self).split { $0 == " " || $0.isNewline || $0 == "\t" }
        let text = words.joined(separator: " ")
        if !text.isEmpty, !hasTitle {
            hasTitle = true
            metadata.insert(.init(name: "title", value: text), at: 0)
        }
        title = []
    }

    /// Attributes with a value; one without (`hidden`) has an empty value.
    @inline(__always)
    private static func each(
        _ attributes: Attributes?, _ body: (UnsafePointer<xmlChar>, UnsafePointer<xmlChar>) -> Void
    ) {
        guard var next = attributes else { return }
        while let name = next[0] {
            if let value = next[1] {
                body(name, value)
            } else {
                withUnsafePointer(to: 0 as UInt8) { body(name, $0) }
            }
            next += 2
        }
    }
}
