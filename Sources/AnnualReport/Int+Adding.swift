extension Int {
    /// The sum; nil where it is more than a number holds, as figures in files of others may make it.
    package func adding(_ other: Int) -> Int? {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? nil : sum
    }
}
