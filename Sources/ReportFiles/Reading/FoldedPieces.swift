import AnnualReport
import Formats

/// The words of pieces, folded once however often they are asked for.
struct FoldedPieces {
    /// What a piece of words says before it is known what it means.
    struct Facts {
        /// The mark that is printed before the words.
        var printedMark: ItemMark?
        /// The same, or a number whose point is lost (1 属于国家秘密).
        var mark: ItemMark?
        /// The bytes behind the mark.
        var bytes: Range<Int>
        /// The folded words with a number whose point is lost, and without.
        var whole: Range<Int>
        var bare: Range<Int>
        /// Of the bare words.
        var hash: WordHash
        /// True if the words may hold a citation of an article.
        var cites: Bool
    }

    /// Longer words are no label, and are cut off.
    private static let mostCharacters = 64

    private let pieces: [Piece]
    private let utf8: UnsafeBufferPointer<UInt8>
    private var folded: [UInt16] = []
    private var facts: [Facts] = []
    /// For each piece its place in `facts`; -1 if it was not read yet.
    private var places: [Int32]

    init(_ pieces: [Piece], _ utf8: UnsafeBufferPointer<UInt8>) {
        self.pieces = pieces
        self.utf8 = utf8
        places = Array(repeating: -1, count: pieces.count)
        folded.reserveCapacity(4_096)
        facts.reserveCapacity(256)
    }

    subscript(i: Int) -> Facts {
        mutating get {
            if places[i] < 0 {
                places[i] = Int32(facts.count)
                facts.append(read(pieces[i].range.indices))
            }
            return facts[Int(places[i])]
        }
    }

    /// Folded words by their range.
    func text(_ range: Range<Int>) -> ArraySlice<UInt16> { folded[range] }

    private mutating func read(_ range: Range<Int>) -> Facts {
        let start = folded.count
        var (printedMark, mark): (ItemMark?, ItemMark?)
        var bytes = range
        var bareStart = start
        if let (read, length) = Mark.read(UnsafeBufferPointer(rebasing: utf8[range])) {
            (printedMark, mark) = (read, read)
            bytes = range.lowerBound + length..<range.upperBound
        } else if let (digit, rest) = lostPoint(range) {
            mark = .digit(Int(digit - 0x30))
            bytes = rest
            folded.append(UInt16(digit))
            bareStart += 1
        }
        Folding.append(UnsafeBufferPointer(rebasing: utf8[bytes]), to: &folded, atMost: Self.mostCharacters)
        let bare = folded[bareStart...]
        return Facts(
            printedMark: printedMark, mark: mark, bytes: bytes, whole: start..<folded.count, bare: bareStart..<folded.count,
            hash: WordHash(bare), cites: Citation.mayStand(in: bare))
    }

    /// 1 属于国家秘密: the point after the number is lost.
    private func lostPoint(_ range: Range<Int>) -> (digit: UInt8, rest: Range<Int>)? {
        guard range.count > 6, let digit = utf8[range].first, digit >= 0x31, digit <= 0x38 else { return nil }
        let rest = utf8.trimmed(range.dropFirst())
        return rest.count > 6 && utf8[rest.lowerBound] >= 0xE4 ? (digit, rest) : nil
    }
}
