extension String {
    /// The parts between a mark of ASCII, cut as bytes: a combining mark that stands behind it joins it to a character that is
    /// another one, and a text cut at characters would not be cut there.
    ///
    /// - Parameters:
    ///   - most: at how many marks it is cut at most.
    ///   - keepsEmpty: whether parts without a byte are among them.
    package func cut(at mark: Unicode.Scalar, most: Int = .max, keepsEmpty: Bool = false) -> [String] {
        guard mark.isASCII else { return [self] }
        return utf8.split(separator: UInt8(ascii: mark), maxSplits: most, omittingEmptySubsequences: !keepsEmpty)
            .map { String(Substring($0)) }
    }
}
