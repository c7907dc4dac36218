import Foundation

/// What people type into a form or a sheet.
enum Typed {
    /// The text without blanks around it; nil where nothing is left.
    static func text(_ text: String) -> String? {
        let trimmed = text.trimmingCharacters(in: blanks)
        return trimmed.isEmpty ? nil : trimmed
    }

    /// White space, zero-width marks and the byte order mark.
    private static let blanks = CharacterSet.whitespacesAndNewlines.union(CharacterSet(charactersIn: "\u{200B}\u{FEFF}"))
}
