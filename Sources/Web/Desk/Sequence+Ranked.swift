extension Sequence {
    /// The elements by rank, those of one rank in the order in which they came.
    func ranked(by rank: (Element) -> Int) -> [Element] {
        enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }
}
