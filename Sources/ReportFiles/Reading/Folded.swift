import AnnualReport

/// Chinese words to search for: a literal of at most sixteen characters, kept in place, so that a search allocates
/// nothing. Simplified characters without punctuation, as folding leaves them.
struct Folded: ExpressibleByStringLiteral, Sendable {
    private let units: SIMD16<UInt16>
    let count: Int

    init(stringLiteral value: StaticString) {
        (units, count) = value.withUTF8Buffer { utf8 in
            var units = SIMD16<UInt16>()
            var count = 0
            var i = 0
            while i < utf8.count {
                units[count] = UInt16(truncatingIfNeeded: Folding.nextScalar(utf8, &i))
                count += 1
            }
            return (units, count)
        }
    }

    /// True if the words stand at a place of folded text.
    @inline(__always)
    func stands(at place: Int, in text: UnsafeBufferPointer<UInt16>) -> Bool {
        guard place >= 0, place + count <= text.count, count > 0, text[place] == units[0] else { return false }
        var i = 1
        while i < count, text[place + i] == units[i] { i += 1 }
        return i >= count
    }

    /// Where the words first stand within a range of folded text. Four characters are looked at in one step.
    func place(in text: UnsafeBufferPointer<UInt16>, _ range: Range<Int>) -> Int? {
        let range = range.clamped(to: 0..<text.count)
        let last = range.upperBound - count
        guard count > 0, range.lowerBound <= last, let base = UnsafeRawPointer(text.baseAddress) else { return nil }
        let ones: UInt64 = 0x0001_0001_0001_0001
        let first = UInt64(units[0]) &* ones
        var i = range.lowerBound
        while i + 4 <= text.count, i <= last {
            // Zero where the first character stands; the trick marks the lowest zero exactly.
            let difference = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: i &* 2, as: UInt64.self)) ^ first
            var marks = (difference &- ones) & ~difference & (ones &* 0x8000)
            while marks != 0 {
                let place = i + marks.trailingZeroBitCount / 16
                if place <= last, stands(at: place, in: text) { return place }
                marks &= marks - 1
            }
            i += 4
        }
        while i <= last {
            if stands(at: i, in: text) { return i }
            i += 1
        }
        return nil
    }

    func isContained(in text: [UInt16]) -> Bool {
        text.withUnsafeBufferPointer { place(in: $0, 0..<$0.count) != nil }
    }

    func equals(_ text: [UInt16]) -> Bool {
        text.count == count && text.withUnsafeBufferPointer { stands(at: 0, in: $0) }
    }
}
