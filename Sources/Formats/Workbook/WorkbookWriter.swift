import CXLSXWriter

/// Writes XLSX through libxlsxwriter. The same workbook gives the same content; only the container's time stamps vary.
package enum WorkbookWriter {
    /// The workbook as an XLSX file.
    package static func write(_ workbook: Workbook) throws(FormatError) -> [UInt8] {
        if workbook.sheets.isEmpty { throw .cannotWrite(detail: "工作簿没有工作表") }
        var names: Set<String> = []
        for sheet in workbook.sheets {
            try check(sheet)
            guard names.insert(sheet.name.lowercased()).inserted else {
                throw .cannotWrite(detail: "有两个工作表都叫「\(sheet.name)」")
            }
        }
        // This version of the library writes to files alone.
        let folder = try TemporaryFolder()
        var status = LXW_NO_ERROR
        let isOpen = folder.path.withCString { directory in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: directory)
            guard let book = workbook_new_opt("\(folder.path)/book.xlsx", &options) else { return false }
            status = fill(book, from: workbook)
            // Closing writes the file and frees the book, so it happens after an error too.
            let closed = workbook_close(book)
            if status == LXW_NO_ERROR { status = closed }
            return true
        }
        guard isOpen else { throw .outOfResources(detail: "无法建立工作簿") }
        guard status == LXW_NO_ERROR else {
            throw .cannotWrite(detail: lxw_strerror(status).map { String(cString: $0) } ?? "工作簿")
        }
        return try folder.read("book.xlsx")
    }

    /// What libxlsxwriter would only warn of on standard error.
    private static func check(_ sheet: Workbook.Sheet) throws(FormatError) {
        guard !sheet.name.isEmpty, sheet.name.utf16.count <= 31, !sheet.name.contains(where: { "[]:*?/\\".contains($0) })
        else { throw .cannotWrite(detail: "工作表名「\(sheet.name)」不合规（最多 31 个字，不得含 []:*?/\\）") }
        for cell in sheet.cells {
            let fits =
                cell.row >= 0 && cell.column >= 0 && cell.rowSpan >= 1 && cell.columnSpan >= 1
                && cell.row + cell.rowSpan <= 1_048_576 && cell.column + cell.columnSpan <= 16_384
            guard fits else { throw .cannotWrite(detail: "工作表「\(sheet.name)」有单元格超出范围") }
            if case .text(let text) = cell.value, text.utf16.count > 32_767 {
                throw .cannotWrite(detail: "工作表「\(sheet.name)」第 \(cell.row + 1) 行的文字超过 32767 个字")
            }
        }
    }

    private static func fill(_ book: UnsafeMutablePointer<lxw_workbook>, from workbook: Workbook) -> lxw_error {
        var properties = lxw_doc_properties()
        properties.created = 946_684_800  // 2000-01-01: the writer knows no clock.
        var status = workbook_set_properties(book, &properties)
        var formats: [Workbook.Style: UnsafeMutablePointer<lxw_format>] = [:]
        for sheet in workbook.sheets {
            guard let page = workbook_add_worksheet(book, sheet.name) else { return LXW_ERROR_SHEETNAME_ALREADY_USED }
            for (column, width) in sheet.columnWidths.enumerated() {
                guard let width else { continue }
                note(worksheet_set_column(page, UInt16(clamping: column), UInt16(clamping: column), width, nil), &status)
            }
            for (row, height) in sheet.rowHeights {
                note(worksheet_set_row(page, UInt32(clamping: row), height, nil), &status)
            }
            if sheet.frozenRows > 0 { worksheet_freeze_panes(page, UInt32(clamping: sheet.frozenRows), 0) }
            for cell in sheet.cells {
                let format = formats[cell.style] ?? Self.format(cell.style, in: book)
                formats[cell.style] = format
                note(write(cell, to: page, format), &status)
            }
        }
        return status
    }

    private static func note(_ result: lxw_error, _ status: inout lxw_error) {
        if status == LXW_NO_ERROR { status = result }
    }

    private static func write(
        _ cell: Workbook.Cell, to page: UnsafeMutablePointer<lxw_worksheet>, _ format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        let row = UInt32(cell.row)
        let column = UInt16(cell.column)
        if cell.rowSpan > 1 || cell.columnSpan > 1 {
            // The range gets its looks and a blank; the value goes over its first cell.
            let merged = worksheet_merge_range(
                page, row, column, row + UInt32(cell.rowSpan - 1), column + UInt16(cell.columnSpan - 1), "", format)
            guard merged == LXW_NO_ERROR else { return merged }
        }
        switch cell.value {
        case .blank: return worksheet_write_blank(page, row, column, format)
        case .text(let text): return worksheet_write_string(page, row, column, XMLText.clean(text), format)
        case .number(let number):
            guard number.isFinite else { return LXW_ERROR_PARAMETER_VALIDATION }
            return worksheet_write_number(page, row, column, number, format)
        }
    }

    private static func format(
        _ style: Workbook.Style, in book: UnsafeMutablePointer<lxw_workbook>
    ) -> UnsafeMutablePointer<lxw_format>? {
        guard let format = workbook_add_format(book) else { return nil }
        format_set_font_name(format, "宋体")
        format_set_font_size(format, style.fontSize ?? 11)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if style.bold { format_set_bold(format) }
        if style.wraps { format_set_text_wrap(format) }
        if style.border { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if let fill = style.fill { format_set_bg_color(format, fill) }
        if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
        switch style.alignment {
        case .leading: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .trailing: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case nil: break
        }
        return format
    }
}
