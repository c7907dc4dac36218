/// Text that may stand in XML.
enum XMLText {
    /// The text without the control characters that XML cannot hold in any spelling.
    static func clean(_ text: String) -> String {
        let isBad = { (byte: UInt8) in byte < 0x20 && byte != 9 && byte != 10 && byte != 13 }
        guard text.utf8.contains(where: isBad) || text.unicodeScalars.contains(where: { $0.value >= 0xFFFE && $0.value <= 0xFFFF })
        else { return text }
        let kept = text.unicodeScalars.filter {
            !($0.value < 0x20 && isBad(UInt8($0.value))) && $0.value != 0xFFFE && $0.value != 0xFFFF
        }
        return String(String.UnicodeScalarView(kept))
    }
}
