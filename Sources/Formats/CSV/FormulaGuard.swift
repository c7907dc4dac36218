/// Guards the cells of a CSV file against formula injection: a spreadsheet runs what begins with an equals sign and the
/// like, and who opens a file of ours must not run what a stranger wrote. (In XLSX texts are cells of type string, which
/// nothing runs.)
package enum FormulaGuard {
    /// True for a text that a spreadsheet may take for a formula. The first byte decides, not the first character: a
    /// combining mark behind the sign changes nothing.
    package static func isFormula(_ text: String) -> Bool {
        var utf8 = text.utf8.makeIterator()
        switch utf8.next() {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
        // ＝ ＋ － ＠, which a Chinese Excel takes for the same.
        case 0xEF: return utf8.next() == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(utf8.next())
        default: return false
        }
    }

    /// The text with an apostrophe before it where it needs one, so that `removed` gives it back.
    package static func added(_ text: String) -> String {
        isFormula(text) || text.utf8.first == apostrophe ? "'" + text : text
    }

    /// What `added` was given.
    package static func removed(_ text: String) -> String {
        guard text.utf8.first == apostrophe else { return text }
        let rest = String(decoding: text.utf8.dropFirst(), as: UTF8.self)
        return isFormula(rest) || rest.utf8.first == apostrophe ? rest : text
    }

    private static let apostrophe = UInt8(ascii: "'")
}
