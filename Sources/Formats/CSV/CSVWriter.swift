/// What parts the fields of a CSV file.
package enum CSVSeparator: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
}

/// Writes CSV after RFC 4180.
package enum CSVWriter {
    /// Rows as CSV. Excel takes the file for UTF-8 only with the byte order mark. `guardingFormulas` puts an apostrophe
    /// before fields that a spreadsheet would run as a formula; set it for text that strangers wrote.
    package static func write(
        _ rows: [[String]], byteOrderMark: Bool = true, separator: CSVSeparator = .comma, guardingFormulas: Bool = false
    ) -> [UInt8] {
        var out: [UInt8] = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        for row in rows {
            for (i, field) in row.enumerated() {
                if i > 0 { out.append(separator.rawValue) }
                append(field, separator, guardingFormulas, isOnly: row.count == 1, to: &out)
            }
            out.append(0x0D)
            out.append(0x0A)
        }
        return out
    }

    private static func append(
        _ field: String, _ separator: CSVSeparator, _ guarding: Bool, isOnly: Bool, to out: inout [UInt8]
    ) {
        let utf8 = field.utf8
        let isFormula = guarding && FormulaGuard.isFormula(field) && Double(field) == nil
        let needsQuotes = utf8.contains { $0 == separator.rawValue || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        // A row of one empty field would otherwise look like no row.
        guard needsQuotes || (isOnly && utf8.isEmpty) else {
            if isFormula { out.append(0x27) }
            out.append(contentsOf: utf8)
            return
        }
        out.append(0x22)
        if isFormula { out.append(0x27) }
        for byte in utf8 {
            if byte == 0x22 { out.append(0x22) }
            out.append(byte)
        }
        out.append(0x22)
    }
}
