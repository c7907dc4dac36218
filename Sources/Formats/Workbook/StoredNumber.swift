import Markup

/// Numbers in an XLSX are the shortest decimal of a double, sometimes with an exponent or a binary artefact at the end.
enum StoredNumber {
    /// The number as a person would write it: `75627`, `0.1`, never `7.5627E4` or `0.30000000000000004`.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        let isPlain = bytes.count <= 15 && bytes.allSatisfy { $0.isASCIIDigit || $0 == 0x2E || $0 == 0x2D }
        if isPlain { return bytes }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return bytes }
        if value == value.rounded(), abs(value) < 1e15 { return Array(String(Int64(value)).utf8) }
        // Fifteen digits are what Excel itself keeps and shows.
        let digits = Self.rounded(value)
        return Array(digits.utf8)
    }

    private static func rounded(_ value: Double) -> String {
        guard abs(value) >= 1e-5, abs(value) < 1e15 else { return "\(value)" }
        var scale = 1.0
        var places = 0
        while abs(value) * scale < 1e14, places < 19 {
            scale *= 10
            places += 1
        }
        let shifted = (value * scale).rounded()
        guard abs(shifted) < 9e18 else { return "\(value)" }
        let magnitude = String(Int64(abs(shifted)))
        let padded = String(repeating: "0", count: max(0, places + 1 - magnitude.count)) + magnitude
        var fraction = String(padded.suffix(places))
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = value < 0 ? "-" : ""
        let whole = padded.dropLast(places)
        return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
    }
}
