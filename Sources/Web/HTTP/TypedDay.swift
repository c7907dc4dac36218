import Law

/// Dates and numbers as people type them, where the browser has no picker or an address was written by hand.
package enum TypedDay {
    /// Reads 2026-11-21, 2026/11/21, 2026.11.21 and 2026年11月21日, with or without leading zeros and spaces, in narrow or
    /// full-width characters. Nil for anything else: no other order of year, month and day is guessed.
    package static func read(_ text: String) -> Day? {
        var plain = ""
        for character in text.narrowed where !character.isWhitespace {
            switch character {
            case "年", "月", "/", ".", "-", "—", "–": plain.append("-")
            default: plain.append(character)
            }
        }
        if plain.last == "日" || plain.last == "号" { plain.removeLast() }
        let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts.allSatisfy({ (1...4).contains($0.utf8.count) }) else { return nil }
        let numbers = parts.compactMap(digits)
        return numbers.count == 3 ? Day(year: numbers[0], month: numbers[1], day: numbers[2]) : nil
    }

    /// Reads a whole number without a sign.
    package static func number(_ text: String) -> Int? { digits(text.narrowed) }

    private static func digits(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
