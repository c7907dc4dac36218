import Markup

/// The WordprocessingML of paragraphs and tables. `HTML` builds it, since XML escapes the same characters.
enum WordMarkup {
    static func paragraph(_ paragraph: WordDocument.Paragraph) -> HTML {
        let alignment = paragraph.alignment.map { "<w:jc w:val=\"\($0.rawValue)\"/>" as HTML }
        return """
            <w:p><w:pPr><w:pStyle w:val="\(paragraph.style.rawValue)"/>\(alignment)</w:pPr>\
            \(runs(paragraph.text, bold: paragraph.bold))</w:p>
            """
    }

    /// Text with line breaks and tabs, which are elements.
    private static func runs(_ text: String, bold: Bool) -> HTML {
        if text.isEmpty { return HTML() }
        let look: HTML? = bold ? "<w:rPr><w:b/></w:rPr>" : nil
        var content = HTML()
        for (i, line) in XMLText.clean(text).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if i > 0 { content += "<w:br/>" }
            for (k, part) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
                if k > 0 { content += "<w:tab/>" }
                if !part.isEmpty { content += "<w:t xml:space=\"preserve\">\(part)</w:t>" }
            }
        }
        return "<w:r>\(look)\(content)</w:r>"
    }

    static func table(_ table: WordDocument.Table) throws(FormatError) -> HTML {
        let owners = try places(of: table)
        // The width of the text between A4's margins.
        let even = 8844 / max(1, table.columnCount)
        let widths = (0..<table.columnCount).map { $0 < table.columnWidths.count ? table.columnWidths[$0] : even }
        let columns = HTML.join(widths.map { "<w:gridCol w:w=\"\($0)\"/>" })
        var rows = HTML()
        for row in 0..<table.rowCount { rows += self.row(row, of: table, owners, widths) }
        let sides = HTML.join(
            ["top", "left", "bottom", "right", "insideH", "insideV"].map {
                "<w:\(raw: $0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"
            })
        return """
            <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:jc w:val="center"/>\
            <w:tblBorders>\(sides)</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>\
            <w:tblGrid>\(columns)</w:tblGrid>\(rows)</w:tbl><w:p/>
            """
    }

    /// For each place the cell over it, -1 for none.
    private static func places(of table: WordDocument.Table) throws(FormatError) -> [Int] {
        guard table.rowCount > 0, table.columnCount > 0, table.columnCount <= 63, table.rowCount <= 32_767 else {
            throw .cannotWrite(detail: "Word 的表格最多 63 列、32767 行，不能没有行或列")
        }
        var owners = [Int](repeating: -1, count: table.rowCount * table.columnCount)
        for (i, cell) in table.cells.enumerated() {
            let fits =
                cell.row >= 0 && cell.column >= 0 && cell.rowSpan >= 1 && cell.columnSpan >= 1
                && cell.row + cell.rowSpan <= table.rowCount && cell.column + cell.columnSpan <= table.columnCount
            guard fits else { throw .cannotWrite(detail: "第 \(cell.row + 1) 行有单元格超出表格") }
            for row in cell.row..<(cell.row + cell.rowSpan) {
                for column in cell.column..<(cell.column + cell.columnSpan) {
                    guard owners[row * table.columnCount + column] == -1 else {
                        throw .cannotWrite(detail: "第 \(row + 1) 行第 \(column + 1) 列有单元格重叠")
                    }
                    owners[row * table.columnCount + column] = i
                }
            }
        }
        return owners
    }

    private static func row(_ row: Int, of table: WordDocument.Table, _ owners: [Int], _ widths: [Int]) -> HTML {
        let line = owners[(row * table.columnCount)..<((row + 1) * table.columnCount)]
        let base = line.startIndex
        var first = 0
        while first < line.count, line[base + first] < 0 { first += 1 }
        var end = line.count
        while end > first, line[base + end - 1] < 0 { end -= 1 }
        // Word wants a cell in every row.
        if first == line.count { (first, end) = (0, line.count) }
        var properties = HTML()
        if first > 0 { properties += "<w:gridBefore w:val=\"\(first)\"/>" }
        if end < line.count { properties += "<w:gridAfter w:val=\"\(line.count - end)\"/>" }
        if row < table.headerRows { properties += "<w:tblHeader/>" }
        var cells = HTML()
        var column = first
        while column < end {
            let owner = line[base + column]
            let cell = owner < 0 ? nil : table.cells[owner]
            let span = cell?.columnSpan ?? 1
            let width = widths[column..<(column + span)].reduce(0, +)
            cells += self.cell(cell, isFirst: cell?.row == row, span: span, width: width)
            column += span
        }
        return "<w:tr><w:trPr>\(properties)</w:trPr>\(cells)</w:tr>"
    }

    private static func cell(_ cell: WordDocument.Cell?, isFirst: Bool, span: Int, width: Int) -> HTML {
        var properties: HTML = "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        if span > 1 { properties += "<w:gridSpan w:val=\"\(span)\"/>" }
        if let cell, cell.rowSpan > 1 { properties += isFirst ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>" }
        if let fill = cell?.fill { properties += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(hex(fill))\"/>" }
        properties += "<w:vAlign w:val=\"center\"/>"
        let alignment = (cell?.alignment ?? .center).rawValue
        let lines = isFirst ? cell?.text.split(separator: "\n").map(String.init) ?? [] : []
        let paragraphs = (lines.isEmpty ? [""] : lines).map { line -> HTML in
            """
            <w:p><w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="\(alignment)"/></w:pPr>\
            \(runs(line, bold: cell?.bold ?? false))</w:p>
            """
        }
        return "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraphs)</w:tc>"
    }

    private static func hex(_ color: UInt32) -> String {
        let digits = String(color & 0xFF_FFFF, radix: 16, uppercase: true)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }
}
