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

    /// The first character.
    var first: UInt16 { units[0] }

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

    /// True if folded text begins with the words.
    func starts(_ text: ArraySlice<UInt16>) -> Bool {
        text.withUnsafeBufferPointer { stands(at: 0, in: $0) }
    }

    /// True if folded text ends with the words.
    func ends(_ text: ArraySlice<UInt16>) -> Bool {
        text.withUnsafeBufferPointer { stands(at: $0.count - count, in: $0) }
    }

    /// True if the words themselves begin with others.
    func begins(_ other: Folded) -> Bool {
        other.count <= count && (0..<other.count).allSatisfy { units[$0] == other.units[$0] }
    }

    func isContained(in text: ArraySlice<UInt16>) -> Bool {
        text.withUnsafeBufferPointer { place(in: $0, 0..<$0.count) != nil }
    }

    func equals(_ text: ArraySlice<UInt16>) -> Bool {
        text.count == count && text.withUnsafeBufferPointer { stands(at: 0, in: $0) }
    }
}

/// A few characters to look for, such as those that end a clause: a literal of at most sixteen, kept in place.
struct CharacterClass: ExpressibleByStringLiteral, Sendable {
    private let units: SIMD16<UInt16>
    private let count: Int

    init(stringLiteral value: StaticString) {
        (units, count) = value.withUTF8Buffer { utf8 in
            var units = SIMD16<UInt16>()
            var (i, count) = (0, 0)
            while i < utf8.count {
                units[count] = UInt16(truncatingIfNeeded: Folding.nextScalar(utf8, &i))
                count += 1
            }
            return (units, count)
        }
    }

    var characters: [UInt16] { (0..<count).map { units[$0] } }

    @inline(__always)
    func contains(_ c: UInt16) -> Bool {
        var i = 0
        while i < count, units[i] != c { i += 1 }
        return i < count
    }
}
