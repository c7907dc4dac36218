/// A decimal number held as a whole number of its last place, so that adding money rounds nothing.
struct Decimals: CustomStringConvertible {
    private var units: Int
    private var places: Int

    static let zero = Decimals(units: 0, places: 0)

    private init(units: Int, places: Int) {
        self.units = units
        self.places = places
    }

    /// Reads `+1108.67`, times ten to the power of `shift`; nil where it is beyond 18 digits.
    init?(_ text: String, shiftedBy shift: Int) {
        let parts = text.split(separator: "." as Character, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard var units = Int(whole + fraction) else { return nil }
        var places = fraction.utf8.count - shift
        while places < 0 {
            let (next, overflow) = units.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            units = next
            places += 1
        }
        self.init(units: units, places: places)
    }

    func adding(_ other: Decimals) -> Decimals? {
        let places = max(places, other.places)
        guard let a = scaled(to: places), let b = other.scaled(to: places), let sum = a.adding(b) else { return nil }
        return Decimals(units: sum, places: places)
    }

    private func scaled(to places: Int) -> Int? {
        var value = units
        for _ in self.places..<places {
            let (next, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = next
        }
        return value
    }

    var description: String {
        let digits = "\(units.magnitude)"
        let sign = units < 0 ? "-" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        var whole = String(padded.dropLast(places))
        var fraction = String(padded.suffix(places))
        while fraction.hasSuffix("0") { fraction.removeLast() }
        if whole.isEmpty { whole = "0" }
        return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }
}
