import AnnualReport
import Formats
import Markup

/// A line of text as characters without white space, wide forms narrowed: what the patterns of a narrative are
/// searched in.
struct Sentence {
    private(set) var characters: [UInt16] = []

    init(_ utf8: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
        fill(utf8, range)
    }

    init(_ text: String) {
        text.withUTF8Copy { fill($0, TextRange(0, $0.count)) }
    }

    private mutating func fill(_ utf8: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
        let slice = UnsafeBufferPointer(rebasing: utf8[range.indices])
        // A line of Chinese has a third as many characters as bytes, one of ASCII as many.
        characters = Array(unsafeUninitializedCapacity: slice.count) { characters, count in
            Folding.sentenceTable.withUnsafeBufferPointer { table in
                var i = 0
                while i < slice.count {
                    let c = Folding.nextScalar(slice, &i)
                    let value = c > 0xFFFF ? 0xFFFD : table[Int(c)]
                    if value != 0 {
                        characters[count] = value
                        count += 1
                    }
                }
            }
        }
    }

    /// A part of a sentence.
    init(_ whole: Sentence, _ range: Range<Int>) {
        characters = Array(whole.characters[range])
    }

    /// Sentences one after another as one.
    init(joining parts: [Sentence]) {
        characters = parts.flatMap(\.characters)
    }

    var count: Int { characters.count }

    func text(_ range: Range<Int>) -> String {
        Self.string(characters[range.clamped(to: 0..<characters.count)])
    }

    /// Characters as a string.
    static func string(_ slice: ArraySlice<UInt16>) -> String {
        // Written out by hand: the library's own way from UTF-16 goes character by character.
        return String(unsafeUninitializedCapacity: slice.count * 3) { utf8 in
            var i = 0
            for c in slice {
                switch c {
                case ..<0x80:
                    utf8[i] = UInt8(c)
                    i += 1
                case ..<0x800:
                    utf8[i] = 0xC0 | UInt8(c >> 6)
                    utf8[i + 1] = 0x80 | UInt8(c & 0x3F)
                    i += 2
                default:
                    utf8[i] = 0xE0 | UInt8(c >> 12)
                    utf8[i + 1] = 0x80 | UInt8(c >> 6 & 0x3F)
                    utf8[i + 2] = 0x80 | UInt8(c & 0x3F)
                    i += 3
                }
            }
            return i
        }
    }

    var text: String { text(0..<count) }

    /// True if the words stand at a place.
    @inline(__always)
    func has(_ words: Folded, at i: Int) -> Bool {
        characters.withUnsafeBufferPointer { words.stands(at: i, in: $0) }
    }

    func contains(_ words: Folded, in range: Range<Int>? = nil) -> Bool {
        find(words, in: range ?? 0..<count) != nil
    }

    func containsAny(_ words: [Folded], in range: Range<Int>) -> Bool {
        words.contains { find($0, in: range) != nil }
    }

    /// Where the words first stand within a range.
    func find(_ words: Folded, in range: Range<Int>) -> Int? {
        characters.withUnsafeBufferPointer { words.place(in: $0, range.clamped(to: 0..<$0.count)) }
    }

    /// Where the words last stand.
    func last(_ words: Folded) -> Int? {
        var place: Int?
        while let next = find(words, in: (place ?? -1) + 1..<count) { place = next }
        return place
    }

    /// A range without the words that may stand before and behind what is meant.
    func without(_ fillers: [Folded], _ range: Range<Int>) -> Range<Int> {
        var rest = range
        var changed = true
        while changed {
            changed = false
            for filler in fillers {
                if rest.count >= filler.count, has(filler, at: rest.upperBound - filler.count) {
                    rest = rest.dropLast(filler.count)
                    changed = true
                }
                if rest.count >= filler.count, has(filler, at: rest.lowerBound) {
                    rest = rest.dropFirst(filler.count)
                    changed = true
                }
            }
        }
        return rest
    }

    func isDigit(_ i: Int) -> Bool {
        i >= 0 && i < count && characters[i].isASCIIDigit
    }

    /// The whole number that begins at a place, with the place behind it; nil before decimals and percentages.
    func number(at i: Int) -> (value: Int, end: Int)? {
        guard isDigit(i), !isDigit(i - 1) else { return nil }
        var value = 0
        var end = i
        while end < count,
            isDigit(end) || (characters[end] == 0x2C && isDigit(end + 1) && isDigit(end + 2) && isDigit(end + 3) && !isDigit(end + 4))
        {
            if isDigit(end) {
                guard value < 1_000_000_000_000 else { return nil }
                value = value * 10 + Int(characters[end] - 0x30)
            }
            end += 1
        }
        if end < count, characters[end] == 0x25 || characters[end] == 0x2E && isDigit(end + 1) { return nil }
        if i > 0, characters[i - 1] == 0x2E { return nil }
        // 000 of 1,000 is no number of its own.
        if i > 1, characters[i - 1] == 0x2C, isDigit(i - 2), end - i == 3, isDigit(i), value < 1000 {
            var lead = i - 2
            while isDigit(lead - 1) { lead -= 1 }
            if i - 1 - lead <= 3 { return nil }
        }
        return (value, end)
    }

    /// A day written 2021年1月15日, 2021-01-15, 2021/1/15 or 2021.1.15 at a place; the year may be left to `year`.
    func day(at i: Int, year given: Int? = nil) -> (year: Int, month: Int, day: Int, end: Int)? {
        var place = i
        func digits(_ most: Int) -> Int? {
            var value = 0
            var length = 0
            while isDigit(place), length < most {
                value = value * 10 + Int(characters[place] - 0x30)
                place += 1
                length += 1
            }
            return length > 0 ? value : nil
        }
        func skip(_ options: [UInt16]) -> Bool {
            guard place < count, options.contains(characters[place]) else { return false }
            place += 1
            return true
        }
        guard let first = digits(6) else { return nil }
        var year = first
        var month = first
        if skip([0x5E74, 0x2D, 0x2F, 0x2E]) {
            guard let m = digits(2) else { return nil }
            month = m
            guard skip([0x6708, 0x2D, 0x2F, 0x2E]) else { return nil }
        } else if let given, skip([0x6708]) {
            year = given
        } else {
            return nil
        }
        guard let d = digits(2) else { return nil }
        _ = skip([0x65E5])
        return (year, month, d, place)
    }

    /// The year named at a place as 2020年.
    func year(at i: Int) -> Int? {
        guard isDigit(i), !isDigit(i - 1), isDigit(i + 1), isDigit(i + 2), isDigit(i + 3), i + 4 < count,
            characters[i + 4] == 0x5E74
        else { return nil }
        let value = (0..<4).reduce(0) { $0 * 10 + Int(characters[i + $1] - 0x30) }
        return (2000...2099).contains(value) ? value : nil
    }
}
