/// What the newest reports of a year add up to in one cell.
public struct CellTotal: Hashable, Sendable {
    /// Nil where the sum is beyond what a number can hold: no such count can be true.
    public var sum: Int?
    /// How many reports have a count in this cell. Cells that are blank, `/`, an amount or absent add nothing and are
    /// not counted.
    public var reports: Int
}
